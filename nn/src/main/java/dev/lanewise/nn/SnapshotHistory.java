package dev.lanewise.nn;

import java.util.List;

/** Whether the completed epochs of a snapshot can be those of a training. */
final class SnapshotHistory {
    private SnapshotHistory() {
    }

    /**
     * Checks every epoch.
     *
     * @throws IllegalArgumentException naming the first that cannot be
     */
    static void check(List<EpochMetrics> history, TrainingFacts facts) {
        boolean classes = facts.train().classes() > 0;
        boolean validated = facts.validation() != null;
        for (int i = 0; i < history.size(); i++) {
            EpochMetrics e = history.get(i);
            expect(e, "epoch", e.epoch(), e.epoch() == i + 1);
            expect(e, "trainLoss", e.trainLoss(), Double.isFinite(e.trainLoss()));
            expect(e, "trainAccuracy", e.trainAccuracy(), isAccuracy(e.trainAccuracy(), classes));
            expect(e, "penalty", e.penalty(), e.penalty() >= 0);
            expect(e, "validationLoss", e.validationLoss(), validated || Double.isNaN(e.validationLoss()));
            expect(e, "validationAccuracy", e.validationAccuracy(),
                    isAccuracy(e.validationAccuracy(), classes && validated));
            expect(e, "learningRate", e.learningRate(),
                    e.learningRate() >= 0 && Float.isFinite(e.learningRate()));
            expect(e, "seconds", e.seconds(), e.seconds() >= 0 && Double.isFinite(e.seconds()));
            expect(e, "samplesPerSecond", e.samplesPerSecond(), e.samplesPerSecond() >= 0);
        }
    }

    private static boolean isAccuracy(double value, boolean wanted) {
        return wanted ? value >= 0 && value <= 1 : Double.isNaN(value);
    }

    private static void expect(EpochMetrics epoch, String what, double value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("snapshot: " + what + " of epoch " + epoch.epoch()
                    + " of the history is " + value + " (expected as a training has it)");
        }
    }
}
