package dev.lanewise.kernels.reference;

/**
 * The definition of dropout (Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR
 * 2014). Whether element i is dropped depends on its {@link PhiloxReference#word} alone, so the mask is never stored.
 */
public final class DropoutReference {
    private DropoutReference() {
    }

    /** What kept elements are multiplied by: {@code (float) (1 / (1 - rate))}, computed in double, or 1. */
    public static float factor(float rate, boolean inverted) {
        return inverted ? (float) (1 / (1 - (double) rate)) : 1f;
    }

    /** {@code y[i] = dropped(first + i) ? +0 : activation(x[i]) * factor}. */
    public static void forward(ActivationReference.Scalar activation, float rate, boolean inverted, long key,
            long stream, long first, int n, float[] x, int xOffset, float[] y, int yOffset) {
        int[] scratch = new int[4];
        long threshold = PhiloxReference.threshold(rate);
        float factor = factor(rate, inverted);
        for (int i = 0; i < n; i++) {
            boolean dropped = PhiloxReference.hit(threshold, key, stream, first + i, scratch);
            y[yOffset + i] = dropped ? 0f : activation.apply(x[xOffset + i]) * factor;
        }
    }
}
