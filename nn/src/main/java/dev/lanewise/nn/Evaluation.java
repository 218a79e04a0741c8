package dev.lanewise.nn;

/**
 * How good a network is on some data.
 *
 * @param samples how many samples
 * @param loss mean loss
 * @param accuracy fraction of samples whose largest output is their class; NaN for regression
 */
public record Evaluation(int samples, double loss, double accuracy) {
}
