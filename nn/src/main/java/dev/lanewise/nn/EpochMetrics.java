package dev.lanewise.nn;

/**
 * What one epoch brought.
 *
 * @param epoch from 1
 * @param trainLoss mean loss of the samples as they were trained on, while the parameters changed and dropout dropped
 * @param trainAccuracy fraction of them classified rightly; NaN for regression
 * @param validationLoss mean loss on the validation data after the epoch; NaN without such data
 * @param validationAccuracy accuracy there; NaN without such data and for regression
 * @param seconds time spent training, without validation
 * @param samplesPerSecond training samples by that time
 */
public record EpochMetrics(int epoch, double trainLoss, double trainAccuracy, double validationLoss,
        double validationAccuracy, double seconds, double samplesPerSecond) {
}
