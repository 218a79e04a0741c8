package dev.lanewise.nn;

/**
 * What one layer did in a {@link Probe}. Norms are Euclidean and of its weights alone, without biases and slopes.
 *
 * @param layer its index, from 0
 * @param spec its word, such as {@code dense:512}
 * @param weights how many; 0 for a layer without weights
 * @param weightNorm of the weights
 * @param gradientNorm of the gradient of the mean loss by them
 * @param deviation standard deviation of the layer's outputs; NaN where an activation behind it has replaced them in place
 * @param saturated as {@link LayerStatistics#saturated}
 * @param dead as {@link LayerStatistics#dead}
 */
public record ProbedLayer(int layer, String spec, int weights, double weightNorm, double gradientNorm,
        double deviation, double saturated, double dead) {
    /** {@code gradientNorm / weightNorm}: by how much a step of rate 1 changes the weights, relative to them. */
    public double relativeGradient() {
        return gradientNorm / weightNorm;
    }
}
