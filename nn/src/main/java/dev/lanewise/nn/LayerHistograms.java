package dev.lanewise.nn;

/**
 * How the values of one layer are distributed.
 *
 * @param layer its index, from 0
 * @param spec its word, such as {@code dense:512}
 * @param parameters after the step
 * @param gradients of the step
 */
public record LayerHistograms(int layer, String spec, Histogram parameters, Histogram gradients) {
}
