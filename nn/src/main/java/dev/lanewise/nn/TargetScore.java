package dev.lanewise.nn;

/**
 * How good a network is at one of its targets, in the target's own units.
 *
 * @param rmse root of the mean squared error
 * @param mae mean absolute error
 * @param r2 coefficient of determination R^2: 1 less the squared error over that of the targets' mean; NaN if all targets
 *        are equal
 */
public record TargetScore(double rmse, double mae, double r2) {
}
