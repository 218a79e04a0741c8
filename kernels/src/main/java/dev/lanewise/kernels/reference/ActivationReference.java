package dev.lanewise.kernels.reference;

/** The definitions of the activation functions and of their derivatives. */
public final class ActivationReference {
    /** A function of one float. */
    @FunctionalInterface
    public interface Scalar {
        /** The function's value at x. */
        float apply(float x);
    }

    private ActivationReference() {
    }

    /** {@code y[i] = activation(x[i])}. */
    public static void activate(Scalar activation, int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = activation.apply(x[xOffset + i]);
        }
    }

    /** {@code x < 0 ? +0 : x}: NaN stays NaN and -0.0 stays -0.0. */
    public static float relu(float x) {
        return x < 0 ? 0f : x;
    }

    /** {@code y[i] = relu(x[i])}. */
    public static void relu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = relu(x[xOffset + i]);
        }
    }

    /** {@code dx[i] = x[i] < 0 ? +0 : dy[i]}: the derivative at 0 is 1. */
    public static void reluBackward(int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = x[xOffset + i] < 0 ? 0f : dy[dyOffset + i];
        }
    }

    /** {@code x < 0 ? slope * x : x}: NaN stays NaN and -0.0 stays -0.0. */
    public static float leakyRelu(float x, float slope) {
        return x < 0 ? slope * x : x;
    }

    /** {@code y[i] = leakyRelu(x[i], slope)}. */
    public static void leakyRelu(int n, float[] x, int xOffset, float slope, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = leakyRelu(x[xOffset + i], slope);
        }
    }

    /** {@code dx[i] = x[i] < 0 ? slope * dy[i] : dy[i]}: the derivative at 0 is 1. */
    public static void leakyReluBackward(int n, float[] x, int xOffset, float[] dy, int dyOffset, float slope,
            float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            float g = dy[dyOffset + i];
            dx[dxOffset + i] = x[xOffset + i] < 0 ? slope * g : g;
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

    /** {@code y[i] = sigmoid(x[i])}. */
    public static void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.sigmoid(x[xOffset + i]);
        }
    }

    /** {@code dx[i] = dy[i] * (y[i] * (1 - y[i]))}, from the output y of the forward pass. */
    public static void sigmoidBackward(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        for (int i = 0; i < n; i++) {
            float s = y[yOffset + i];
            dx[dxOffset + i] = dy[dyOffset + i] * (s * (1f - s));
        }
    }

    /** {@code y[i] = tanh(x[i])}. */
    public static void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.tanh(x[xOffset + i]);
        }
    }

    /** {@code dx[i] = dy[i] * fma(-y[i], y[i], 1)}, from the output y of the forward pass. */
    public static void tanhBackward(int n, float[] y, int yOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        for (int i = 0; i < n; i++) {
            float t = y[yOffset + i];
            dx[dxOffset + i] = dy[dyOffset + i] * Math.fma(-t, t, 1f);
        }
    }
}
