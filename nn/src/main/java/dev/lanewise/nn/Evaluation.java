package dev.lanewise.nn;

/**
 * How good a network is on some data.
 *
 * @param samples how many samples
 * @param loss mean loss, weighted as {@link Loss} says; in regression, of targets as the network's {@link TargetScaling} has
 *        them
 * @param accuracy fraction of samples whose largest output is their class; NaN for regression
 * @param rmse root of the mean squared error of regression, in the units of the targets as the two below; NaN for
 *        classification
 * @param mae mean absolute error of regression; NaN for classification
 * @param r2 coefficient of determination R^2, 1 less the squared error over that of the targets' mean, averaged over the
 *        outputs; NaN for classification and if all targets of an output are equal
 */
public record Evaluation(int samples, double loss, double accuracy, double rmse, double mae, double r2) {
    /** Of a classification. */
    public Evaluation(int samples, double loss, double accuracy) {
        this(samples, loss, accuracy, Double.NaN, Double.NaN, Double.NaN);
    }
}
