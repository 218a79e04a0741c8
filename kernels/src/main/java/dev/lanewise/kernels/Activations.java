package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.simd.ActivationGradientSimd;
import dev.lanewise.kernels.simd.ActivationSimd;

/**
 * Activation functions, forward and backward, and the bias that precedes them. Vectors have n elements from
 * their offsets. An output may be exactly an input (in place); partial overlap is refused. All methods throw
 * NullPointerException for null and IllegalArgumentException for sizes, ranges and overlaps that are illegal,
 * before anything is written.
 */
public final class Activations {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Activations() {
    }

    /**
     * {@code y[i] = activation(x[i])}: the function of that name. A value does not depend on its index, so any division
     * of an array gives the same bits. y may be exactly x.
     *
     * @param alpha the function's parameter, 0 where it has none: see {@link Activation}
     */
    public static void activate(Activation activation, float alpha, int n, float[] x, int xOffset, float[] y,
            int yOffset) {
        Check.notNull("activation", activation);
        activation.checkAlpha(alpha);
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, n, "x", x, xOffset, n);
        if (SIMD) {
            ActivationSimd.activate(activation, alpha, n, x, xOffset, y, yOffset);
        } else {
            ActivationReference.activate(activation.value(alpha), n, x, xOffset, y, yOffset);
        }
    }

    /**
     * {@code dx[i] = dy[i] * activation'(x[i])}, from what {@link Activation#backwardFrom} names: the arguments x of the
     * forward pass or its values y. dx may be exactly {@code saved} or dy.
     *
     * <p>dx is the derivative's float times dy, rounded once: a product beyond the floats is infinite, one below the normal
     * numbers subnormal or zero. The published error, {@code k ULP + c |dy|}, is that of dx beside the real product, for every
     * finite dy: c stands for what the derivative loses where its terms cancel or underflow, and grows with dy as dx does. An
     * infinite dy gives an infinity, or NaN where the derivative is 0.
     *
     * @param alpha as in the forward pass
     * @param saved x or y of the forward pass
     */
    public static void activateBackward(Activation activation, float alpha, int n, float[] saved,
            int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        Check.notNull("activation", activation);
        activation.checkAlpha(alpha);
        Check.size("n", n);
        Check.span("saved", saved, savedOffset, n);
        Check.span("dy", dy, dyOffset, n);
        Check.span("dx", dx, dxOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "saved", saved, savedOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "dy", dy, dyOffset, n);
        if (SIMD) {
            ActivationGradientSimd.activateBackward(activation, alpha, n, saved, savedOffset, dy, dyOffset,
                    dx, dxOffset);
        } else {
            ActivationReference.activateBackward(activation.gradient(alpha), n, saved, savedOffset, dy,
                    dyOffset, dx, dxOffset);
        }
    }

    /**
     * Adds a bias per column: {@code z[i,j] = z[i,j] + bias[j]}; z is rows x columns with rows {@code ldz} apart.
     */
    public static void addBias(int rows, int columns, float[] z, int zOffset, int ldz, float[] bias,
            int biasOffset) {
        checkBias(rows, columns, z, zOffset, ldz, bias, biasOffset);
        if (SIMD) {
            ActivationSimd.addBias(rows, columns, z, zOffset, ldz, bias, biasOffset);
        } else {
            ActivationReference.addBias(rows, columns, z, zOffset, ldz, bias, biasOffset);
        }
    }

    private static void checkBias(int rows, int columns, float[] z, int zOffset, int ldz, float[] bias,
            int biasOffset) {
        Check.size("rows", rows);
        Check.size("columns", columns);
        Check.leading("ldz", ldz, "columns", columns);
        long zSpan = Check.span(rows, columns, ldz);
        Check.span("z", z, zOffset, zSpan);
        Check.span("bias", bias, biasOffset, columns);
        Check.disjoint("z", z, zOffset, zSpan, "bias", bias, biasOffset, columns);
    }
}
