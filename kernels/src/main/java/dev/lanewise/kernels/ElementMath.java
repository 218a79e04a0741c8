package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ElementMathReference;
import dev.lanewise.kernels.simd.ElementMathSimd;
import dev.lanewise.kernels.simd.SoftplusErfSimd;

/**
 * Elementary functions of vectors by our own polynomials, so that the bits are the same on every machine. The
 * definitions, with their largest errors over all floats, are {@link dev.lanewise.kernels.reference.MathReference} and
 * {@link dev.lanewise.kernels.reference.ErrorFunctionReference}; the sigmoid and tanh are in {@link Activations}. y may be
 * exactly x; partial overlap is refused, as are illegal sizes and ranges, before anything is written.
 */
public final class ElementMath {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private ElementMath() {
    }

    /** {@code y[i] = e^x[i]}; at most 0.892 ULP. Overflow gives infinity, underflow subnormals and then +0. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ElementMathSimd.exp(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.exp(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = ln(x[i])}; at most 0.876 ULP. Zeros give -infinity, negative numbers NaN. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ElementMathSimd.log(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.log(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = e^x[i] - 1}; at most 0.897 ULP. A zero keeps its sign; overflow gives infinity, -infinity gives -1. */
    public static void expm1(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ElementMathSimd.expm1(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.expm1(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = ln(1 + x[i])}; at most 0.932 ULP. A zero keeps its sign; -1 gives -infinity, numbers below it NaN. */
    public static void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            ElementMathSimd.log1p(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.log1p(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = ln(1 + e^x[i])}; at most 1.823 ULP. -infinity gives +0, +infinity itself; underflow gives subnormals. */
    public static void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            SoftplusErfSimd.softplus(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.softplus(n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = erf(x[i])}, the error function; at most 1.345 ULP. A zero keeps its sign; infinities give ±1. */
    public static void erf(int n, float[] x, int xOffset, float[] y, int yOffset) {
        check(n, x, xOffset, y, yOffset);
        if (SIMD) {
            SoftplusErfSimd.erf(n, x, xOffset, y, yOffset);
        } else {
            ElementMathReference.erf(n, x, xOffset, y, yOffset);
        }
    }

    private static void check(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, n, "x", x, xOffset, n);
    }
}
