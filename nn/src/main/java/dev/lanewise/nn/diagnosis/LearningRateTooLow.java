package dev.lanewise.nn.diagnosis;

import java.util.List;
import java.util.Optional;

/** Steps that are too short: a much higher rate would have learnt more in a few steps than the training did in all. */
final class LearningRateTooLow implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        RateTrials trials = evidence.trials().startRates();
        if (trials == null || !evidence.poor()) {
            return Optional.empty();
        }
        RateTrials.Trial own = trials.at(1);
        RateTrials.Trial best = trials.best();
        double gain = (own.loss() - best.loss()) / evidence.task().guessLoss();
        if (best.factor() < 10 || own.movement() > Thresholds.SLOW_MOVEMENT || gain < Thresholds.RATE_GAIN) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.LEARNING_RATE_TOO_LOW,
                Finding.confidence(Thresholds.SLOW_MOVEMENT, own.movement()),
                List.of("a step changes the parameters by " + Say.number(own.movement())
                        + " of their size, about 0.001 is usual; " + trials.steps()
                        + " steps from the beginning lead to loss "
                        + Say.number(own.loss()) + ", with " + Say.number(best.factor())
                        + " times the rate to " + Say.number(best.loss())),
                advice(evidence, best.factor()),
                "The loss falls, but so slowly that the training ends before it has arrived. Steps of about a thousandth of the "
                        + "weights' size are usual."));
    }

    /** The schedule first where it is what makes the rate low. */
    private static List<Advice> advice(Evidence evidence, double factor) {
        double rate = evidence.situation().learningRate();
        Advice adaptive = Advice.of("or one that adapts itself", "optimizer", "adam");
        return evidence.course().usualRate() < Thresholds.SCHEDULED_AWAY * rate
                ? List.of(Advice.of("a schedule that does not take the rate away", "schedule", "constant"),
                        adaptive)
                : List.of(Advice.of("a higher learning rate", "learning-rate", Say.rate(rate * factor)),
                        adaptive);
    }
}
