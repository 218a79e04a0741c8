package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;

import dev.lanewise.nn.ProbedLayer;
import java.util.List;
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
        ProbedLayer first = evidence.start().weighted().getFirst();
        return Optional.of(new Finding(Verdict.PLATEAU,
                Finding.confidence(still.epochs(),
                        Math.max(Thresholds.STILL_EPOCHS, Thresholds.STILL_SHARE * planned)),
                List.of("from epoch " + still.from() + " to " + still.to() + " of " + planned
                        + " the training loss stood at " + Say.number(still.loss()) + "; a guess has "
                        + Say.number(evidence.task().guessLoss()),
                        "before the first step the gradient in " + Say.layer(first.layer(), first.spec())
                                + " had norm " + Say.number(first.gradientNorm()) + ", its weights "
                                + Say.number(first.weightNorm())),
                List.of(Advice.of("initial weights that are neither equal nor tiny", "initializer",
                        "he_normal"),
                        Advice.of("momentum, which rolls on where the gradient is small", "optimizer",
                                "momentum"),
                        Advice.of("or an adaptive learning rate", "optimizer", "adam")),
                "Where the gradient is nearly 0 there may be a plateau or a saddle as well as a minimum. Momentum keeps moving, "
                        + "and initial weights of the right size do not begin there."));
    }

    /** Whether more is known to be possible than that loss. */
    private static boolean high(Evidence evidence, double loss) {
        return evidence.task().learnt(loss) < Thresholds.STILL_LEARNT
                || (evidence.trials().neighbourhoods() != null && evidence.neighboursKnowMore());
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
