package dev.lanewise.nn;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number of an epoch that tells good from bad.
 *
 * @param name such as {@code val-loss}
 * @param function takes it from the epoch's metrics; NaN is worse than anything
 * @param higherIsBetter whether it is to rise, as accuracies, or to fall, as losses
 */
public record Monitor(String name, ToDoubleFunction<EpochMetrics> function, boolean higherIsBetter) {
    /** The mean loss on the validation data. */
    public static final Monitor VALIDATION_LOSS = new Monitor("val-loss", EpochMetrics::validationLoss,
            false);
    /** The accuracy on the validation data. */
    public static final Monitor VALIDATION_ACCURACY = new Monitor("val-accuracy",
            EpochMetrics::validationAccuracy, true);
    /** The mean loss in training. */
    public static final Monitor TRAIN_LOSS = new Monitor("train-loss", EpochMetrics::trainLoss, false);
    /** Those that have names. */
    static final List<Monitor> NAMED = List.of(VALIDATION_LOSS, VALIDATION_ACCURACY, TRAIN_LOSS);

    /** The number of an epoch. */
    public double value(EpochMetrics epoch) {
        return function.applyAsDouble(epoch);
    }

    /** The worst value. */
    double worst() {
        return higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** By how much a value is better than another, negative if it is worse; NaN if one is NaN. */
    double gain(double value, double other) {
        return higherIsBetter ? value - other : other - value;
    }

    /**
     * Refuses a monitor of numbers that a training does not have; monitors of one's own are trusted.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    void check(boolean validation, boolean classes) {
        if (!validation && (equals(VALIDATION_LOSS) || equals(VALIDATION_ACCURACY))) {
            throw new IllegalArgumentException(
                    "monitor: " + name + " (expected train-loss, as there are no validation data)");
        }
        if (!classes && equals(VALIDATION_ACCURACY)) {
            throw new IllegalArgumentException("monitor: " + name
                    + " (expected val-loss or train-loss, as regression has no accuracy)");
        }
    }
}
