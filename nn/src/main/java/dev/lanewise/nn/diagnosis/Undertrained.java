package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;
import java.util.List;
import java.util.Optional;

/** Both losses were still falling. */
final class Undertrained implements Rule {
    /** Few epochs, or a last one that brought much: worth trying what more would bring. */
    static boolean suspected(Evidence evidence) {
        List<EpochMetrics> epochs = evidence.course().epochs();
        if (evidence.course().restoredEpoch() > 0 || epochs.isEmpty()) {
            return false;
        }
        double before = epochs.size() < 3 ? Double.NaN : epochs.get(epochs.size() - 2).trainLoss();
        double last = epochs.getLast().trainLoss();
        return Double.isNaN(before) || before - last > Thresholds.STILL_FALLING / 2 * before
                || evidence.poor();
    }

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Continuation more = evidence.trials().continuation();
        if (more == null) {
            return Optional.empty();
        }
        boolean held = Double.isFinite(more.heldBefore());
        double before = held ? more.heldBefore() : more.trainBefore();
        double fall = Math.min(fall(more.trainBefore(), more.trainAfter()),
                fall(before, held ? more.heldAfter() : more.trainAfter()));
        double gain = (before - (held ? more.heldAfter() : more.trainAfter())) / evidence.task().guessLoss();
        if (fall < Thresholds.STILL_FALLING || gain < Thresholds.STILL_FALLING_GAIN) {
            return Optional.empty();
        }
        int epochs = evidence.course().epochs().size();
        return Optional.of(new Finding(Verdict.UNDERTRAINED,
                Finding.confidence(fall, Thresholds.STILL_FALLING),
                List.of("another " + more.steps() + " steps bring the training loss from "
                        + Say.number(more.trainBefore())
                        + " to " + Say.number(more.trainAfter())
                        + (held
                                ? ", the validation loss from " + Say.number(more.heldBefore()) + " to "
                                        + Say.number(more.heldAfter())
                                : "")),
                List.of(Advice.of("more epochs", "epochs", String.valueOf(3 * epochs))),
                "Both losses still fall, so that the best function is not found yet. Nothing else should be changed before they "
                        + "stand still."));
    }

    private static double fall(double before, double after) {
        return 1 - after / before;
    }
}
