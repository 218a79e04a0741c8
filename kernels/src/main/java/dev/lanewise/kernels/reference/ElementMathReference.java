package dev.lanewise.kernels.reference;

/** Elementary functions of vectors, element by element. */
public final class ElementMathReference {
    private ElementMathReference() {
    }

    /** {@code y[i] = exp(x[i])}. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.exp(x[xOffset + i]);
        }
    }

    /** {@code y[i] = log(x[i])}. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.log(x[xOffset + i]);
        }
    }

    /** {@code y[i] = expm1(x[i])}. */
    public static void expm1(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.expm1(x[xOffset + i]);
        }
    }

    /** {@code y[i] = log1p(x[i])}. */
    public static void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.log1p(x[xOffset + i]);
        }
    }

    /** {@code y[i] = softplus(x[i])}. */
    public static void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.softplus(x[xOffset + i]);
        }
    }

    /** {@code y[i] = erf(x[i])}. */
    public static void erf(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ErrorFunctionReference.erf(x[xOffset + i]);
        }
    }
}
