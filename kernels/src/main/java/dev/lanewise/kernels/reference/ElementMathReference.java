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
}
