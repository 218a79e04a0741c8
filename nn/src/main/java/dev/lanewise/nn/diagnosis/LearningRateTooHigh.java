package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.TrainingDivergedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that are too long: the loss diverged, or a lower rate would at once have done better. */
final class LearningRateTooHigh implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        if (!found(evidence)) {
            return Optional.empty();
        }
        List<String> facts = new ArrayList<>();
        TrainingDivergedException divergence = evidence.course().divergence();
        if (divergence != null) {
            facts.add("the loss stopped being finite in epoch " + divergence.epoch() + ", step "
                    + divergence.step()
                    + ": " + divergence.reason());
        }
        facts.addAll(trials(evidence));
        double factor = Math.min(0.1, bestFactor(evidence));
        return Optional.of(new Finding(Verdict.LEARNING_RATE_TOO_HIGH,
                divergence != null ? 0.95 : Finding.confidence(gain(evidence), Thresholds.RATE_GAIN), facts,
                List.of(Advice.of("a lower learning rate", "learning-rate",
                        Say.rate(evidence.situation().learningRate() * factor)),
                        Advice.of("or let it rise at first and fall later", "schedule", "cosine"),
                        Advice.of("limit the gradient's norm", "clip-norm", "1")),
                "A step longer than the valley is wide lands higher on the other side. Then the loss swings or grows, and "
                        + "units are driven where they have no gradient."));
    }

    /** Whether this is the verdict. */
    static boolean found(Evidence evidence) {
        return evidence.course().divergence() != null
                || (evidence.poor() && gain(evidence) > Thresholds.RATE_GAIN);
    }

    /** What slower trials gain on the rate itself, in parts of a guess's loss: from the end, or from the start. */
    private static double gain(Evidence evidence) {
        double guess = evidence.task().guessLoss();
        RateTrials start = evidence.trials().startRates();
        RateTrials end = evidence.trials().endRates();
        double gained = 0;
        if (end != null) {
            gained = (Math.min(end.at(1).loss(), end.before()) - end.slower()) / guess;
        }
        if (start != null) {
            gained = Math.max(gained,
                    Math.min((start.at(1).loss() - start.slower()) / guess, Double.MAX_VALUE));
        }
        return gained;
    }

    private static double bestFactor(Evidence evidence) {
        RateTrials start = evidence.trials().startRates();
        return start == null ? 0.1 : start.best().factor();
    }

    private static List<String> trials(Evidence evidence) {
        List<String> facts = new ArrayList<>();
        RateTrials start = evidence.trials().startRates();
        if (start != null) {
            facts.add(sentence("the beginning", start));
        }
        RateTrials end = evidence.trials().endRates();
        if (end != null) {
            facts.add(sentence("the end", end));
        }
        return facts;
    }

    private static String sentence(String where, RateTrials trials) {
        return trials.steps() + " steps from " + where + " lead from loss " + Say.number(trials.before())
                + " to "
                + Say.number(trials.at(1).loss()) + "; with a tenth of the rate, "
                + Say.rate(trials.rate() / 10)
                + ", to "
                + Say.number(trials.at(0.1).loss()) + ", with a hundredth to "
                + Say.number(trials.at(0.01).loss());
    }
}
