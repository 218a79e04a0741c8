package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.DropoutReference;
import dev.lanewise.kernels.simd.DropoutSimd;

/**
 * Dropout, fused with the activation before it. Element i of a call is element {@code first + i} of a stream of random words
 * ({@link Philox#words}); it is dropped iff its word, as an unsigned number, is below {@code round(rate * 2^32)}. So the mask
 * is never stored: backward makes the same one from the same seed, stream and index, and any division of an array gives
 * the same mask.
 *
 * <p>An output may be exactly an input (in place); partial overlap is refused. All methods throw NullPointerException for
 * null and IllegalArgumentException for sizes, ranges, rates and overlaps that are illegal, before anything is written.
 */
public final class Dropout {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Dropout() {
    }

    /**
     * {@code y[i] = dropped ? +0 : activation(x[i]) * factor}. A dropped element is +0 whatever it was, NaN too.
     *
     * @param activation what is applied before elements are dropped; {@code IDENTITY} for dropout alone
     * @param alpha the activation's parameter; 0 where it has none
     * @param rate probability of being dropped, in [0, 1); 0 drops nothing, nor does any below 2^-33
     * @param inverted whether kept elements are multiplied by {@code (float) (1 / (1 - rate))}, the division in double and
     *        each product rounded once; otherwise they are kept as they are, and the layer scales where it does not drop
     * @param seed the generator's key
     * @param stream the stream of the layer and the step
     * @param first the stream's element that decides on {@code x[xOffset]}, not negative
     */
    public static void forward(Activation activation, float alpha, float rate, boolean inverted, long seed,
            long stream, long first, int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(activation, alpha, rate, first, n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, n, "x", x, xOffset, n);
        if (SIMD) {
            DropoutSimd.forward(activation, alpha, rate, inverted, seed, stream, first, n, x, xOffset, y,
                    yOffset);
        } else {
            DropoutReference.forward(activation.value(alpha), rate, inverted, seed, stream, first, n, x,
                    xOffset, y, yOffset);
        }
    }

    /**
     * Gradient of {@link #forward}: {@code dx[i] = dropped ? +0 : activation'(x[i], dy[i]) * factor}, the activation's part as
     * in {@link Activations#activateBackward} and the product rounded once. The mask is that of the forward pass with the
     * same rate, seed, stream and first. dx may be exactly x or dy.
     *
     * @param x the input of the forward pass; a value that the gradient needs is computed again. Not read for
     *        {@code IDENTITY}
     * @param dy gradient by the output of the forward pass
     */
    public static void backward(Activation activation, float alpha, float rate, boolean inverted, long seed,
            long stream, long first, int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        check(activation, alpha, rate, first, n);
        Check.span("x", x, xOffset, n);
        Check.span("dy", dy, dyOffset, n);
        Check.span("dx", dx, dxOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "x", x, xOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "dy", dy, dyOffset, n);
        if (SIMD) {
            DropoutSimd.backward(activation, alpha, rate, inverted, seed, stream, first, n, x, xOffset, dy,
                    dyOffset, dx, dxOffset);
        } else {
            boolean fromInput = activation.backwardFrom() == Activation.Saved.INPUT;
            DropoutReference.backward((fromInput ? Activation.IDENTITY : activation).value(alpha),
                    activation.gradient(alpha), rate, inverted, seed, stream, first, n, x, xOffset, dy,
                    dyOffset,
                    dx, dxOffset);
        }
    }

    /**
     * The probability of being kept, {@code (float) (1 - rate)} rounded once: what the lecture's form multiplies weights or
     * outputs by where nothing is dropped, after training without {@code inverted}.
     */
    public static float keepProbability(float rate) {
        Check.rate("rate", rate);
        return 1f - rate;
    }

    private static void check(Activation activation, float alpha, float rate, long first, int n) {
        Check.notNull("activation", activation);
        activation.checkAlpha(alpha);
        Check.rate("rate", rate);
        Philox.checkCount(first, n);
    }
}
