package dev.lanewise.nn;

/** Follows a training; called on the training thread. */
public interface TrainingListener {
    /** Before the first epoch. */
    default void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
    }

    /**
     * After a step.
     *
     * @param epoch from 1
     * @param batch from 1
     * @param samples of the epoch seen so far
     * @param meanLoss of those samples
     */
    default void onBatch(int epoch, int batch, int samples, double meanLoss) {
    }

    /** After an epoch and its validation. */
    default void onEpoch(EpochMetrics metrics) {
    }

    /** After a step whose layers were measured, and before {@link #onBatch}. */
    default void onStatistics(StepStatistics statistics) {
    }

    /** At the end, however it came, of a training that did not throw. */
    default void onTrainingEnd(History history) {
    }
}
