package dev.lanewise.kernels.reference;

/**
 * The definitions of the activation functions and of their gradients, on one float, and the loops over vectors. A
 * gradient takes what its function's backward pass is given: the argument x or the value y. Operations are rounded in
 * the order in which they are written.
 */
public final class ActivationReference {
    /** A function of one float. */
    @FunctionalInterface
    public interface Value {
        /** The function's value at x. */
        float at(float x);
    }

    /** The gradient of a function of one float. */
    @FunctionalInterface
    public interface Gradient {
        /** The gradient by x, from what was saved (x or y) and the gradient dy by y. */
        float at(float saved, float dy);
    }

    /** SELU's factor above 0. */
    public static final float SELU_SCALE = 1.050701f;
    /** SELU's factor of {@code e^x - 1} below 0. */
    public static final float SELU_SCALED_ALPHA = 1.7580993f;
    /** The square root of 1/2. */
    public static final float SQRT_HALF = 0.70710677f;
    /** {@code 1 / sqrt(2 pi)}: the normal density at 0. */
    public static final float DENSITY_0 = 0.3989423f;
    /** {@code 2 sqrt(2 / pi)}. */
    public static final float GELU_LINEAR = 1.5957692f;
    /** {@code 2 sqrt(2 / pi) 0.044715}. */
    public static final float GELU_CUBIC = 0.071354814f;
    /** Beyond ±150 a gate is 0 or 1: bounded, an infinite argument times 0 is no NaN. */
    public static final float GATE_BOUND = 150f;

    private ActivationReference() {
    }

    /** {@code y[i] = f(x[i])}. */
    public static void activate(Value f, int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = f.at(x[xOffset + i]);
        }
    }

    /** {@code dx[i] = gradient(saved[i], dy[i])}. */
    public static void activateBackward(Gradient gradient, int n, float[] saved, int savedOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = gradient.at(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    /** {@code z[i,j] = z[i,j] + bias[j]}. */
    public static void addBias(int rows, int columns, float[] z, int zOffset, int ldz, float[] bias,
            int biasOffset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                z[zOffset + i * ldz + j] += bias[biasOffset + j];
            }
        }
    }

    /** {@code x < 0 ? +0 : x}: NaN stays NaN and -0.0 stays -0.0. */
    public static float relu(float x) {
        return x < 0 ? 0f : x;
    }

    /** {@code x < 0 ? +0 : dy}: the derivative at 0, -0.0 and NaN is 1. */
    public static float reluGradient(float x, float dy) {
        return x < 0 ? 0f : dy;
    }

    /** {@code x < 0 ? alpha * x : x}: NaN stays NaN and -0.0 stays -0.0. */
    public static float leakyRelu(float x, float alpha) {
        return x < 0 ? alpha * x : x;
    }

    /** {@code x < 0 ? alpha * dy : dy}: the derivative at 0, -0.0 and NaN is 1. */
    public static float leakyReluGradient(float x, float dy, float alpha) {
        return x < 0 ? alpha * dy : dy;
    }

    /** {@code x < 0 ? alpha * expm1(x) : x}: NaN stays NaN and -0.0 stays -0.0. */
    public static float elu(float x, float alpha) {
        return x < 0 ? alpha * MathReference.expm1(x) : x;
    }

    /** {@code y < 0 ? dy * (y + alpha) : dy}: the derivative at 0 is 1. */
    public static float eluGradient(float y, float dy, float alpha) {
        return y < 0 ? dy * (y + alpha) : dy;
    }

    /** {@code x < 0 ? SELU_SCALED_ALPHA * expm1(x) : SELU_SCALE * x}. */
    public static float selu(float x) {
        return x < 0 ? SELU_SCALED_ALPHA * MathReference.expm1(x) : SELU_SCALE * x;
    }

    /** {@code dy * (y < 0 ? y + SELU_SCALED_ALPHA : SELU_SCALE)}. */
    public static float seluGradient(float y, float dy) {
        return dy * (y < 0 ? y + SELU_SCALED_ALPHA : SELU_SCALE);
    }

    /** {@link MathReference#sigmoid}. */
    public static float sigmoid(float x) {
        return MathReference.sigmoid(x);
    }

    /** {@code dy * (y * (1 - y))}. */
    public static float sigmoidGradient(float y, float dy) {
        return dy * (y * (1f - y));
    }

    /** {@link MathReference#tanh}. */
    public static float tanh(float x) {
        return MathReference.tanh(x);
    }

    /** {@code dy * fma(-y, y, 1)}. */
    public static float tanhGradient(float y, float dy) {
        return dy * Fma.fma(-y, y, 1f);
    }

    /** {@link MathReference#softplus}. */
    public static float softplus(float x) {
        return MathReference.softplus(x);
    }

    /** {@code dy * sigmoid(x)}. */
    public static float softplusGradient(float x, float dy) {
        return dy * MathReference.sigmoid(x);
    }

    /** {@code b * Phi(x)}, b being x and at least -150: -infinity gives -0.0. */
    public static float gelu(float x) {
        return above(x) * normal(x);
    }

    /** {@code dy * fma(b, density, Phi(b))} with {@code density = DENSITY_0 * exp(b * -0.5 * b)} and b = x within ±150. */
    public static float geluGradient(float x, float dy) {
        float b = within(x);
        float density = MathReference.exp(b * -0.5f * b) * DENSITY_0;
        return dy * Fma.fma(b, density, normal(b));
    }

    /** {@code b * sigmoid(b * fma(GELU_CUBIC, b * b, GELU_LINEAR))}, as (1 + tanh u) / 2 = sigmoid(2 u); b as in gelu. */
    public static float geluTanh(float x) {
        float b = above(x);
        return b * MathReference.sigmoid(b * Fma.fma(b * b, GELU_CUBIC, GELU_LINEAR));
    }

    /** {@code dy * fma(b * w, s * (1 - s), s)}, s being geluTanh's sigmoid, w its argument's slope and b = x within ±150. */
    public static float geluTanhGradient(float x, float dy) {
        float b = within(x);
        float square = b * b;
        float s = MathReference.sigmoid(b * Fma.fma(square, GELU_CUBIC, GELU_LINEAR));
        float w = Fma.fma(square, 3f * GELU_CUBIC, GELU_LINEAR);
        return dy * Fma.fma(b * w, s * (1f - s), s);
    }

    /** {@code b * sigmoid(x)}, b as in gelu. */
    public static float silu(float x) {
        return above(x) * MathReference.sigmoid(x);
    }

    /** {@code dy * fma(b * s, 1 - s, s)} with s = sigmoid(x) and b = x within ±150. */
    public static float siluGradient(float x, float dy) {
        float s = MathReference.sigmoid(x);
        return dy * Fma.fma(within(x) * s, 1f - s, s);
    }

    /** The normal distribution function: {@code fma(0.5, erf(x * sqrt(1/2)), 0.5)}. */
    private static float normal(float x) {
        return Fma.fma(0.5f, ErrorFunctionReference.erf(x * SQRT_HALF), 0.5f);
    }

    private static float above(float x) {
        return x < -GATE_BOUND ? -GATE_BOUND : x;
    }

    private static float within(float x) {
        return x > GATE_BOUND ? GATE_BOUND : above(x);
    }
}
