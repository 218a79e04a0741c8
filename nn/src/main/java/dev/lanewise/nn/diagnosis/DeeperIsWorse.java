package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import java.util.List;
import java.util.Optional;

/** Of two networks the deeper one has learnt the training data less well: that is not overfitting. */
final class DeeperIsWorse implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Shallower other = evidence.shallower();
        Evaluation train = evidence.results().train();
        if (other == null || train == null) {
            return Optional.empty();
        }
        double worse = train.loss() / other.trainLoss();
        double gap = (train.loss() - other.trainLoss()) / evidence.task().guessLoss();
        if (worse < Thresholds.DEEPER_LOSS || gap < Thresholds.DEEPER_GAP) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.DEEPER_IS_WORSE,
                Finding.confidence(worse, Thresholds.DEEPER_LOSS),
                List.of("on the training data " + depth(evidence.situation().layers()) + " have "
                        + Say.result(train) + "; the " + depth(other.layers())
                        + " of the shallower network have loss "
                        + Say.number(other.trainLoss())
                        + (evidence.task().classification()
                                ? ", accuracy " + Say.percent(other.trainAccuracy())
                                : "")),
                List.of(Advice.of("take the shallower network", "layers", other.layers()),
                        Advice.of("help the deeper one to be trained: an adaptive learning rate", "optimizer",
                                "adam"),
                        Advice.of("or ReLU with He's initial weights", "initializer", "he_normal")),
                "The deeper network could do all that the shallower one does, and does worse on the very data it is trained on. "
                        + "So it is badly trained, not overfitted: dropout or regularisation would make it worse."));
    }

    private static String depth(String layers) {
        return OtherLayers.count(layers) + " layers with weights";
    }
}
