package dev.lanewise.kernels.reference;

/** The definitions of vector arithmetic; an output may be an input. */
public final class VectorMathReference {
    private VectorMathReference() {
    }

    /** {@code y[i] = fma(a, x[i], y[i])}. */
    public static void axpy(int n, float a, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = Fma.fma(a, x[xOffset + i], y[yOffset + i]);
        }
    }

    /** {@code y[i] = a * x[i]}. */
    public static void scale(int n, float a, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = a * x[xOffset + i];
        }
    }

    /** {@code z[i] = x[i] + y[i]}. */
    public static void add(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z, int zOffset) {
        for (int i = 0; i < n; i++) {
            z[zOffset + i] = x[xOffset + i] + y[yOffset + i];
        }
    }

    /** {@code z[i] = x[i] * y[i]}. */
    public static void multiply(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z,
            int zOffset) {
        for (int i = 0; i < n; i++) {
            z[zOffset + i] = x[xOffset + i] * y[yOffset + i];
        }
    }

    /** {@code z[i] = fma(a[i], b[i], c[i])}. */
    public static void fma(int n, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset,
            float[] z, int zOffset) {
        for (int i = 0; i < n; i++) {
            z[zOffset + i] = Fma.fma(a[aOffset + i], b[bOffset + i], c[cOffset + i]);
        }
    }

    /** {@code y[i] = clip(x[i], low, high)}. */
    public static void clip(int n, float low, float high, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = clip(x[xOffset + i], low, high);
        }
    }

    /** x between bounds; NaN stays NaN. */
    public static float clip(float x, float low, float high) {
        float atLeast = x < low ? low : x;
        return atLeast > high ? high : atLeast;
    }

    /** {@code y[i] = sgn(x[i])}. */
    public static void sign(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = sign(x[xOffset + i]);
        }
    }

    /** 1, -1, +0 for a zero, NaN for NaN. */
    public static float sign(float x) {
        float notAbove = x < 0f ? -1f : x + 0f;
        return x > 0f ? 1f : notAbove;
    }
}
