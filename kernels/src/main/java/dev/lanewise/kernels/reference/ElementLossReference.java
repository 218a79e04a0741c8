package dev.lanewise.kernels.reference;

/**
 * The definitions of the losses that are sums over elements; sums as in {@link ReductionReference}, dx may be x or t. A
 * difference x - t that overflows, though its factor may bring it back, is taken as twice that of the halves.
 */
public final class ElementLossReference {
    private ElementLossReference() {
    }

    /** {@code dx[i] = d * scale} with {@code d = x[i] - t[i]}, and {@code (x[i]/2 - t[i]/2) * scale * 2} if d is infinite. */
    public static void squaredErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            float d = x[xOffset + i] - t[tOffset + i];
            float half = 0.5f * x[xOffset + i] - 0.5f * t[tOffset + i];
            dx[dxOffset + i] = Float.isInfinite(d) ? half * scale * 2f : d * scale;
        }
    }

    /** Sum of {@code |x[i] - t[i]|}. */
    public static float absoluteError(int n, float[] x, int xOffset, float[] t, int tOffset) {
        float[] losses = new float[n];
        for (int i = 0; i < n; i++) {
            losses[i] = Math.abs(x[xOffset + i] - t[tOffset + i]);
        }
        return ReductionReference.sum(n, losses, 0);
    }

    /** {@code dx[i] = sgn(x[i] - t[i]) * scale}. */
    public static void absoluteErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = VectorMathReference.sign(x[xOffset + i] - t[tOffset + i]) * scale;
        }
    }

    /**
     * Sum of {@code c * fma(-0.5, c, a)} with {@code a = |x[i] - t[i]|}, {@code c = a > delta ? delta : a}; if a is
     * infinite, of {@code c * fma(-0.25, c, |x[i]/2 - t[i]/2|) * 2}.
     */
    public static float huber(int n, float delta, float[] x, int xOffset, float[] t, int tOffset) {
        float[] losses = new float[n];
        for (int i = 0; i < n; i++) {
            float a = Math.abs(x[xOffset + i] - t[tOffset + i]);
            float c = a > delta ? delta : a;
            float half = Math.abs(0.5f * x[xOffset + i] - 0.5f * t[tOffset + i]);
            losses[i] = Float.isInfinite(a) ? c * Fma.fma(-0.25f, c, half) * 2f : c * Fma.fma(-0.5f, c, a);
        }
        return ReductionReference.sum(n, losses, 0);
    }

    /** {@code dx[i] = clip(x[i] - t[i], -delta, delta) * scale}. */
    public static void huberBackward(int n, float delta, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            float d = VectorMathReference.clip(x[xOffset + i] - t[tOffset + i], -delta, delta);
            dx[dxOffset + i] = d * scale;
        }
    }

    /**
     * Sum of {@code |x[i]| w + softplus(-|x[i]|)} with w = t[i] where x[i] < 0, else 1 - t[i]: what the sign of the logit
     * has wrong. The product is +0 where w is 0, even at infinity.
     */
    public static float binaryCrossEntropy(int n, float[] x, int xOffset, float[] t, int tOffset) {
        float[] losses = new float[n];
        for (int i = 0; i < n; i++) {
            float logit = x[xOffset + i];
            float wrong = logit < 0f ? t[tOffset + i] : 1f - t[tOffset + i];
            float line = wrong == 0f ? 0f : Math.abs(logit) * wrong;
            losses[i] = line + MathReference.softplus(-Math.abs(logit));
        }
        return ReductionReference.sum(n, losses, 0);
    }

    /** {@code dx[i] = (sigmoid(x[i]) - t[i]) * scale}. */
    public static void binaryCrossEntropyBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = (MathReference.sigmoid(x[xOffset + i]) - t[tOffset + i]) * scale;
        }
    }
}
