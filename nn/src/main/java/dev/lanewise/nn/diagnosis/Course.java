package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.TrainingDivergedException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a training went.
 *
 * @param epochs that were completed
 * @param restoredEpoch whose parameters were restored at the end; 0 if none were
 * @param divergence that ended it, or null
 */
record Course(List<EpochMetrics> epochs, int restoredEpoch, @Nullable TrainingDivergedException divergence) {
    /** Copies the list. */
    Course {
        epochs = List.copyOf(epochs);
    }

    /** A training that has not begun. */
    static Course none() {
        return new Course(List.of(), 0, null);
    }

    boolean validated() {
        return !epochs.isEmpty() && Double.isFinite(epochs.getLast().validationLoss());
    }

    /** The epoch with the least validation loss; the first of equal ones. */
    EpochMetrics best() {
        return epochs.stream().min(Comparator.comparingDouble(EpochMetrics::validationLoss)).orElseThrow();
    }

    /** What L1 and L2 added to the loss in the first epoch; 0 without them. */
    double penalty() {
        return epochs.isEmpty() ? 0 : epochs.getFirst().penalty();
    }

    /** The median over the epochs of the learning rate; NaN before a training. */
    double usualRate() {
        double[] rates = epochs.stream().mapToDouble(EpochMetrics::learningRate).sorted().toArray();
        return rates.length == 0 ? Double.NaN : rates[rates.length / 2];
    }
}
