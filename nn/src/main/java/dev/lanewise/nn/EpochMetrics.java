package dev.lanewise.nn;

/**
 * What one epoch brought.
 *
 * @param epoch from 1
 * @param trainLoss mean loss of the samples as they were trained on, while the parameters changed and dropout dropped;
 *        without the penalty
 * @param trainAccuracy fraction of them classified rightly; NaN for regression
 * @param penalty what L1 and L2 add to the loss after the epoch; 0 without them
 * @param validationLoss mean loss on the validation data after the epoch, without the penalty; NaN without such data
 * @param validationAccuracy accuracy there; NaN without such data and for regression
 * @param learningRate of the epoch's last step
 * @param seconds time spent training, without validation
 * @param samplesPerSecond training samples by that time
 */
public record EpochMetrics(int epoch, double trainLoss, double trainAccuracy, double penalty,
        double validationLoss, double validationAccuracy, float learningRate, double seconds,
        double samplesPerSecond) {
    /** The loss by which to judge the epoch: of validation, or of training where that is NaN. */
    double monitoredLoss() {
        return Double.isNaN(validationLoss) ? trainLoss : validationLoss;
    }
}
