package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ActivationReference;
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
     * {@code y[i] = activation(x[i])}: the function of that name below, or a copy for {@code IDENTITY}. A value does
     * not depend on its index, so any division of an array gives the same bits.
     *
     * @param slope of {@code LEAKY_RELU}, finite; 0 for all others
     */
    public static void activate(Activation activation, float slope, int n, float[] x, int xOffset, float[] y,
            int yOffset) {
        Check.notNull("activation", activation);
        activation.checkSlope(slope);
        checkForward(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ActivationSimd.activate(activation, slope, n, x, xOffset, y, yOffset);
        } else {
            ActivationReference.activate(activation.definition(slope), n, x, xOffset, y, yOffset);
        }
    }

    /**
     * Rectified linear unit: {@code y[i] = x[i] < 0 ? +0 : x[i]}. NaN stays NaN, -0.0 stays -0.0; exact.
     */
    public static void relu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkForward(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ActivationSimd.relu(n, x, xOffset, y, yOffset);
        } else {
            ActivationReference.relu(n, x, xOffset, y, yOffset);
        }
    }

    /**
     * Gradient of ReLU: {@code dx[i] = x[i] < 0 ? +0 : dy[i]}, with x the input of the forward pass. The
     * derivative at 0 (and for NaN) is 1; exact.
     */
    public static void reluBackward(int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        checkBackward("x", n, x, xOffset, dy, dyOffset, dx, dxOffset);
        if (SIMD) {
            ActivationSimd.reluBackward(n, x, xOffset, dy, dyOffset, dx, dxOffset);
        } else {
            ActivationReference.reluBackward(n, x, xOffset, dy, dyOffset, dx, dxOffset);
        }
    }

    /**
     * Leaky rectified linear unit: {@code y[i] = x[i] < 0 ? slope * x[i] : x[i]}, the product rounded once. NaN stays
     * NaN, -0.0 stays -0.0.
     *
     * @param slope factor below 0, finite; 0.01 is usual
     */
    public static void leakyRelu(int n, float[] x, int xOffset, float slope, float[] y, int yOffset) {
        checkForward(n, x, xOffset, y, yOffset);
        Check.finite("slope", slope);
        if (SIMD) {
            ActivationSimd.leakyRelu(n, x, xOffset, slope, y, yOffset);
        } else {
            ActivationReference.leakyRelu(n, x, xOffset, slope, y, yOffset);
        }
    }

    /**
     * Gradient of leaky ReLU: {@code dx[i] = x[i] < 0 ? slope * dy[i] : dy[i]}, with x the input of the forward pass.
     * The derivative at 0 (and for NaN) is 1.
     *
     * @param slope as in the forward pass, finite
     */
    public static void leakyReluBackward(int n, float[] x, int xOffset, float[] dy, int dyOffset, float slope,
            float[] dx, int dxOffset) {
        checkBackward("x", n, x, xOffset, dy, dyOffset, dx, dxOffset);
        Check.finite("slope", slope);
        if (SIMD) {
            ActivationSimd.leakyReluBackward(n, x, xOffset, dy, dyOffset, slope, dx, dxOffset);
        } else {
            ActivationReference.leakyReluBackward(n, x, xOffset, dy, dyOffset, slope, dx, dxOffset);
        }
    }

    /**
     * Logistic sigmoid: {@code y[i] = 1 / (1 + exp(-x[i]))}; at most 2 ULP, NaN stays NaN.
     */
    public static void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkForward(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ActivationSimd.sigmoid(n, x, xOffset, y, yOffset);
        } else {
            ActivationReference.sigmoid(n, x, xOffset, y, yOffset);
        }
    }

    /**
     * Gradient of the sigmoid from its output: {@code dx[i] = dy[i] * (y[i] * (1 - y[i]))}, each operation
     * rounded once.
     */
    public static void sigmoidBackward(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        checkBackward("y", n, y, yOffset, dy, dyOffset, dx, dxOffset);
        if (SIMD) {
            ActivationSimd.sigmoidBackward(n, y, yOffset, dy, dyOffset, dx, dxOffset);
        } else {
            ActivationReference.sigmoidBackward(n, y, yOffset, dy, dyOffset, dx, dxOffset);
        }
    }

    /**
     * Hyperbolic tangent: {@code y[i] = tanh(x[i])}; at most 2 ULP, NaN stays NaN, -0.0 stays -0.0.
     */
    public static void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkForward(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ActivationSimd.tanh(n, x, xOffset, y, yOffset);
        } else {
            ActivationReference.tanh(n, x, xOffset, y, yOffset);
        }
    }

    /**
     * Gradient of the hyperbolic tangent from its output: {@code dx[i] = dy[i] * fma(-y[i], y[i], 1)}, that is
     * {@code dy (1 - y^2)} with the bracket rounded once.
     */
    public static void tanhBackward(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        checkBackward("y", n, y, yOffset, dy, dyOffset, dx, dxOffset);
        if (SIMD) {
            ActivationSimd.tanhBackward(n, y, yOffset, dy, dyOffset, dx, dxOffset);
        } else {
            ActivationReference.tanhBackward(n, y, yOffset, dy, dyOffset, dx, dxOffset);
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

    private static void checkForward(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, n, "x", x, xOffset, n);
    }

    private static void checkBackward(String saved, int n, float[] x, int xOffset, float[] dy, int dyOffset,
            float[] dx, int dxOffset) {
        Check.size("n", n);
        Check.span(saved, x, xOffset, n);
        Check.span("dy", dy, dyOffset, n);
        Check.span("dx", dx, dxOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, saved, x, xOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "dy", dy, dyOffset, n);
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
