package dev.lanewise.nn;

/**
 * What one layer did in one step of a training. NaN stands where a number does not apply. Norms are Euclidean, over all
 * tensors of the layer together.
 *
 * @param layer its index, from 0
 * @param spec its word, such as {@code dense:512}
 * @param parameterNorm of the parameters before the step; NaN, as the next two, for a layer without parameters
 * @param gradientNorm of the gradient of the batch's loss, behind clipping by value, before clipping by norm, without
 *        regularisation
 * @param updateNorm of the parameters after the step minus those before
 * @param activationMean mean of the outputs over batch and units; NaN, as the next one, where an activation behind the
 *        layer has replaced them in place
 * @param activationDeviation standard deviation of the outputs, divisor n
 * @param saturated fraction, over batch and units, of the outputs of a sigmoid below {@value #SATURATION} or above 1 less
 *        that, of a tanh above {@value #TANH_SATURATION} in magnitude; NaN for other layers
 * @param dead fraction of the units of a ReLU that are 0 for every sample of the batch; NaN for other layers
 * @param winnerEntropy of a maxout: mean over units of {@code -sum p ln p / ln(pieces)}, where p is the fraction of the
 *        batch that a piece wins: 0 if one piece always wins, 1 if all win equally often, which takes a batch of as many
 *        samples as pieces; NaN for other layers
 */
public record LayerStatistics(int layer, String spec, double parameterNorm, double gradientNorm,
        double updateNorm, double activationMean, double activationDeviation, double saturated, double dead,
        double winnerEntropy) {
    /** A sigmoid this near to 0 or 1 is saturated: its derivative is below 0.01. */
    public static final float SATURATION = 0.01f;
    /** A tanh of a greater magnitude is saturated: its derivative is below 0.02. */
    public static final float TANH_SATURATION = 0.99f;

    /**
     * {@code updateNorm / parameterNorm}, of which about 0.001 is usual; NaN without parameters, infinite if they were all
     * zero.
     */
    public double updateRatio() {
        return updateNorm / parameterNorm;
    }
}
