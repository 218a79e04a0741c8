package dev.lanewise.nn;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * The course of a training.
 *
 * @param epochs in order
 * @param ending how it ended
 * @param restoredEpoch whose parameters the network has, if early stopping restored its best; else 0
 */
public record History(List<EpochMetrics> epochs, Ending ending, int restoredEpoch) {
    /** Copies the list. */
    public History {
        epochs = List.copyOf(epochs);
    }

    /** A training that completed. */
    public History(List<EpochMetrics> epochs) {
        this(epochs, Ending.COMPLETED, 0);
    }

    /**
     * The last epoch.
     *
     * @throws NoSuchElementException if none was completed, because the training was interrupted in its first
     */
    public EpochMetrics last() {
        if (epochs.isEmpty()) {
            throw new NoSuchElementException("history: no epoch was completed (" + ending + ")");
        }
        return epochs.getLast();
    }
}
