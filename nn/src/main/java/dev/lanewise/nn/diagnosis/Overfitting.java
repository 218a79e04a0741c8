package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Good on training data, and worse on validation data than it was or could be. */
final class Overfitting implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Evaluation train = evidence.results().train();
        Evaluation held = evidence.results().validation();
        if (train == null || held == null || !evidence.course().validated()
                || held.samples() < Thresholds.VALIDATION_ROWS) {
            return Optional.empty();
        }
        EpochMetrics best = evidence.course().best();
        double rise = held.loss() / best.validationLoss() - 1;
        double gap = (held.loss() - train.loss()) / evidence.task().guessLoss();
        double accuracy = evidence.task().classification() ? train.accuracy() - held.accuracy() : Double.NaN;
        boolean rising = rise > Thresholds.OVERFIT_RISE && gap > Thresholds.OVERFIT_GAP;
        if (!rising && !(accuracy > Thresholds.OVERFIT_ACCURACY && gap > Thresholds.OVERFIT_GAP)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.OVERFITTING, Finding.confidence(gap, Thresholds.OVERFIT_GAP),
                List.of("on the training data: " + Say.result(train) + "; on the validation data: "
                        + Say.result(held)
                        + ", least in epoch " + best.epoch() + ", " + Say.number(best.validationLoss())
                        + ", and risen by "
                        + Say.percent(Math.max(0, rise)) + " since"),
                advice(rising, evidence.situation().layers()),
                "The training data are learnt, so this is not a matter of training: the network has learnt by heart what does not hold "
                        + "for other data. Stop earlier, make large weights costly, drop units, or find more data."));
    }

    /** Early stopping first where the loss has risen, since only it then recovers what was there. */
    private static List<Advice> advice(boolean rising, String layers) {
        List<Advice> advice = new ArrayList<>();
        advice.add(Advice.of("stop at the best epoch", "early-stopping", "patience=5"));
        if (!layers.contains("dropout:")) {
            advice.add(rising ? advice.size() : 0, Advice.of("drop units", "dropout", "0.5"));
        }
        advice.add(Advice.of("make large weights costly", "l2", "1e-4"));
        advice.add(Advice.of("more data; of images, changed copies (--augmentation shift:2)"));
        return advice;
    }
}
