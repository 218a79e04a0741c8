package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ElementLossReference;
import dev.lanewise.kernels.simd.BinaryCrossEntropySimd;
import dev.lanewise.kernels.simd.ElementLossSimd;

/**
 * Losses that are sums over elements, of n outputs x beside n targets t. A forward method returns the sum of the
 * elements' losses by the order of {@link Reductions}; divided by n it is the mean. The forward pass of the squared
 * error is {@link Reductions#squaredDistance}. A backward method writes a gradient times {@code scale}; its dx may be
 * exactly x or t. NaN in x or t gives NaN. Outputs and targets further apart than the largest float do no harm where a
 * factor brings the result back among the floats: the difference is then taken as twice that of the halves.
 *
 * <p>All methods throw NullPointerException for null and IllegalArgumentException for illegal sizes, ranges, overlaps
 * and parameters, before anything is written.
 */
public final class ElementLosses {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private ElementLosses() {
    }

    /**
     * Gradient of the squared error but for its factor 2: {@code dx[i] = (x[i] - t[i]) * scale}; {@code scale = 2 / n}
     * gives the gradient of the mean squared error, {@code 1 / n} that of half of it. Where the difference overflows it is
     * {@code (x[i]/2 - t[i]/2) * scale * 2}.
     */
    public static void squaredErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        checkBackward(n, x, xOffset, t, tOffset, dx, dxOffset);
        if (SIMD) {
            ElementLossSimd.squaredErrorBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        } else {
            ElementLossReference.squaredErrorBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        }
    }

    /** Absolute error: the sum of {@code |x[i] - t[i]|}. */
    public static float absoluteError(int n, float[] x, int xOffset, float[] t, int tOffset) {
        checkForward(n, x, xOffset, t, tOffset);
        return SIMD
                ? ElementLossSimd.absoluteError(n, x, xOffset, t, tOffset)
                : ElementLossReference.absoluteError(n, x, xOffset, t, tOffset);
    }

    /**
     * Gradient of the absolute error: {@code dx[i] = sgn(x[i] - t[i]) * scale}, sgn(0) = 0; {@code scale = 1 / n} gives
     * that of the mean absolute error.
     */
    public static void absoluteErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        checkBackward(n, x, xOffset, t, tOffset, dx, dxOffset);
        if (SIMD) {
            ElementLossSimd.absoluteErrorBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        } else {
            ElementLossReference.absoluteErrorBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        }
    }

    /**
     * Huber loss: with {@code a = |x[i] - t[i]|} the sum of a^2 / 2 where a is at most delta and of
     * {@code delta (a - delta / 2)} elsewhere, computed as {@code c * fma(-0.5, c, a)} with
     * {@code c = a > delta ? delta : a}; where a overflows as {@code c * fma(-0.25, c, |x[i]/2 - t[i]/2|) * 2}.
     *
     * @param delta where the parabola becomes a line; finite and above 0
     */
    public static float huber(int n, float delta, float[] x, int xOffset, float[] t, int tOffset) {
        checkForward(n, x, xOffset, t, tOffset);
        checkDelta(delta);
        return SIMD
                ? ElementLossSimd.huber(n, delta, x, xOffset, t, tOffset)
                : ElementLossReference.huber(n, delta, x, xOffset, t, tOffset);
    }

    /**
     * Gradient of the Huber loss: {@code dx[i] = clip(x[i] - t[i], -delta, delta) * scale}.
     *
     * @param delta as in the forward pass
     */
    public static void huberBackward(int n, float delta, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        checkBackward(n, x, xOffset, t, tOffset, dx, dxOffset);
        checkDelta(delta);
        if (SIMD) {
            ElementLossSimd.huberBackward(n, delta, x, xOffset, t, tOffset, scale, dx, dxOffset);
        } else {
            ElementLossReference.huberBackward(n, delta, x, xOffset, t, tOffset, scale, dx, dxOffset);
        }
    }

    /**
     * Binary cross-entropy of logits x: the sum of {@code log(1 + exp(x[i])) - x[i] t[i]}, in nats, computed as
     * {@code |x| w + softplus(-|x|)}, w being t where x < 0 and else 1 - t, so that nothing overflows and small losses keep
     * their accuracy. An infinite logit costs nothing where w is 0, and infinity elsewhere.
     *
     * @param t targets, usually probabilities: the loss is that of sigmoid(x) against t
     */
    public static float binaryCrossEntropy(int n, float[] x, int xOffset, float[] t, int tOffset) {
        checkForward(n, x, xOffset, t, tOffset);
        return SIMD
                ? BinaryCrossEntropySimd.forward(n, x, xOffset, t, tOffset)
                : ElementLossReference.binaryCrossEntropy(n, x, xOffset, t, tOffset);
    }

    /** Gradient of the binary cross-entropy by the logits: {@code dx[i] = (sigmoid(x[i]) - t[i]) * scale}. */
    public static void binaryCrossEntropyBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        checkBackward(n, x, xOffset, t, tOffset, dx, dxOffset);
        if (SIMD) {
            BinaryCrossEntropySimd.backward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        } else {
            ElementLossReference.binaryCrossEntropyBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        }
    }

    private static void checkForward(int n, float[] x, int xOffset, float[] t, int tOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("t", t, tOffset, n);
    }

    private static void checkBackward(int n, float[] x, int xOffset, float[] t, int tOffset, float[] dx,
            int dxOffset) {
        checkForward(n, x, xOffset, t, tOffset);
        Check.span("dx", dx, dxOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "x", x, xOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "t", t, tOffset, n);
    }

    private static void checkDelta(float delta) {
        if (!(delta > 0f && delta <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("delta: " + delta + " (expected a finite number above 0)");
        }
    }
}
