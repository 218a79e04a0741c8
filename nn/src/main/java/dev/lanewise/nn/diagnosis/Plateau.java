package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;

import dev.lanewise.nn.ProbedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A loss that stood still though nothing was reached. */
final class Plateau implements Rule {
    /** A time without change. */
    private record Still(int from, int to, double loss) {
        int epochs() {
            return to - from + 1;
        }
    }

    /** Whether the untrained network hardly has a gradient in its first layer: units then die of nothing else. */
    static boolean fromTheBeginning(Evidence evidence) {
        return evidence.start().weighted().getFirst().gradientNorm() < Thresholds.TINY_GRADIENT;
    }

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Still still = longest(evidence);
        int planned = evidence.course().epochs().size();
        if (still.epochs() < Math.max(Thresholds.STILL_EPOCHS, Thresholds.STILL_SHARE * planned)) {
            return Optional.empty();
        }
        return Optional.of(finding(evidence,
                Finding.confidence(still.epochs(),
                        Math.max(Thresholds.STILL_EPOCHS, Thresholds.STILL_SHARE * planned)),
                "from epoch " + still.from() + " to " + still.to() + " of " + planned
                        + " the training loss stood at "
                        + Say.number(still.loss()) + "; a guess has "
                        + Say.number(evidence.task().guessLoss())));
    }

    /** For a training that has learnt nothing, for no reason that another rule knows. */
    static Finding nothingLearnt(Evidence evidence) {
        return finding(evidence, 0.5, "at the end " + Say.percent(Math.max(0, evidence.learnt()))
                + " of a guess's loss, " + Say.number(evidence.task().guessLoss())
                + ", are gone on the training data");
    }

    private static Finding finding(Evidence evidence, double confidence, String fact) {
        ProbedLayer first = evidence.start().weighted().getFirst();
        return new Finding(Verdict.PLATEAU, confidence,
                List.of(fact,
                        "before the first step the gradient in " + Say.layer(first.layer(), first.spec())
                                + " had norm " + Say.number(first.gradientNorm()) + ", its weights "
                                + Say.number(first.weightNorm())),
                advice(evidence.course().penalty()),
                "Where the gradient is nearly 0 there may be a plateau or a saddle as well as a minimum. Momentum keeps moving, "
                        + "and initial weights of the right size do not begin there.");
    }

    /** Whether more is known to be possible than that loss. */
    private static boolean high(Evidence evidence, double loss) {
        return evidence.task().learnt(loss) < Thresholds.STILL_LEARNT
                || (evidence.trials().neighbourhoods() != null && evidence.neighboursKnowMore());
    }

    /** Less of a penalty first where there is one: it alone can hold all weights near 0. */
    private static List<Advice> advice(double penalty) {
        List<Advice> advice = new ArrayList<>();
        if (penalty > 0) {
            advice.add(new Advice("no penalty on weights", Map.of("l1", "0", "l2", "0")));
        }
        advice.add(Advice.of("initial weights that are neither equal nor tiny", "initializer", "he_normal"));
        advice.add(
                Advice.of("momentum, which rolls on where the gradient is small", "optimizer", "momentum"));
        advice.add(Advice.of("or an adaptive learning rate", "optimizer", "adam"));
        return advice;
    }

    /** The longest time in which the training loss changed by less than a hundredth from epoch to epoch, and was high. */
    private static Still longest(Evidence evidence) {
        List<EpochMetrics> epochs = evidence.course().epochs();
        Still best = new Still(1, 0, Double.NaN);
        int from = 0;
        for (int i = 0; i < epochs.size(); i++) {
            double loss = epochs.get(i).trainLoss();
            boolean still = i > from
                    && Math.abs(loss - epochs.get(i - 1).trainLoss()) < Thresholds.STILL * loss;
            from = still ? from : i;
            if (high(evidence, loss) && i - from + 1 > best.epochs()) {
                best = new Still(from + 1, i + 1, loss);
            }
        }
        return best;
    }
}
