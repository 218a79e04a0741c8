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
    public static void forward(ActivationReference.Value activation, float rate, boolean inverted, long key,
            long stream, long first, int n, float[] x, int xOffset, float[] y, int yOffset) {
        int[] scratch = new int[4];
        long threshold = PhiloxReference.threshold(rate);
        float factor = factor(rate, inverted);
        for (int i = 0; i < n; i++) {
            boolean dropped = PhiloxReference.hit(threshold, key, stream, first + i, scratch);
            y[yOffset + i] = dropped ? 0f : activation.at(x[xOffset + i]) * factor;
        }
    }

    /**
     * {@code dx[i] = dropped(first + i) ? +0 : gradient(saved(x[i]), dy[i]) * factor}.
     *
     * @param saved what of x the gradient takes: x itself, or the activation's value
     */
    public static void backward(ActivationReference.Value saved, ActivationReference.Gradient gradient,
            float rate, boolean inverted, long key, long stream, long first, int n, float[] x, int xOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int[] scratch = new int[4];
        long threshold = PhiloxReference.threshold(rate);
        float factor = factor(rate, inverted);
        for (int i = 0; i < n; i++) {
            boolean dropped = PhiloxReference.hit(threshold, key, stream, first + i, scratch);
            dx[dxOffset + i] = dropped
                    ? 0f
                    : gradient.at(saved.at(x[xOffset + i]), dy[dyOffset + i]) * factor;
        }
    }
}
