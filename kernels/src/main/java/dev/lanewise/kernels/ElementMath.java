package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ElementMathReference;
import dev.lanewise.kernels.simd.ElementMathSimd;

/**
 * Elementary functions of vectors by our own polynomials, so that the bits are the same on every machine. The
 * maximum errors, in units in the last place over all floats, are those of {@code reference.MathReference}. y
 * may be exactly x; partial overlap is refused, as are illegal sizes and ranges, before anything is written.
 */
public final class ElementMath {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private ElementMath() {
    }

    /** {@code y[i] = e^x[i]}; at most 1 ULP. Overflow gives infinity, underflow subnormals and then +0. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ElementMathSimd.exp(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.exp(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = ln(x[i])}; at most 1 ULP. Zeros give -infinity, negative numbers NaN. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ElementMathSimd.log(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.log(n, x, xOffset, y, yOffset);
        }
    }

    private static void check(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, n, "x", x, xOffset, n);
    }
}
