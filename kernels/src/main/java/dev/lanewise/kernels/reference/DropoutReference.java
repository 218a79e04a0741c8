package dev.lanewise.kernels.reference;

/**
 * The definition of dropout (Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR
 * 2014). Whether element i is dropped depends on its {@link PhiloxReference#word} alone, so the mask is never stored.
 */
public final class DropoutReference {
    private DropoutReference() {
    }

    /**
     * {@code round(probability * 2^32)}, halves up: a word below it (both unsigned) is a hit. Exact from a probability of
     * 2^-9 on; 0 below 2^-33.
     */
    public static long threshold(float probability) {
        return Math.round(probability * 0x1p32);
    }

    /** What kept elements are multiplied by: {@code (float) (1 / (1 - rate))}, computed in double, or 1. */
    public static float factor(float rate, boolean inverted) {
        return inverted ? (float) (1 / (1 - (double) rate)) : 1f;
    }

    /** {@code y[i] = dropped(first + i) ? +0 : activation(x[i]) * factor}. */
    public static void forward(ActivationReference.Scalar activation, float rate, boolean inverted, long key,
            long stream, long first, int n, float[] x, int xOffset, float[] y, int yOffset) {
        int[] scratch = new int[4];
        long threshold = threshold(rate);
        float factor = factor(rate, inverted);
        for (int i = 0; i < n; i++) {
            boolean dropped = hit(threshold, key, stream, first + i, scratch);
            y[yOffset + i] = dropped ? 0f : activation.apply(x[xOffset + i]) * factor;
        }
    }

    /** Whether the word of element {@code i} is below the threshold, both unsigned. */
    static boolean hit(long threshold, long key, long stream, long i, int[] scratch) {
        return (PhiloxReference.word(key, stream, i, scratch) & 0xFFFFFFFFL) < threshold;
    }
}
