package dev.lanewise.nn;

import java.util.List;

/**
 * The course of a training.
 *
 * @param epochs in order
 */
public record History(List<EpochMetrics> epochs) {
    /** Copies the list. */
    public History {
        epochs = List.copyOf(epochs);
    }

    /** The last epoch. */
    public EpochMetrics last() {
        return epochs.getLast();
    }
}
