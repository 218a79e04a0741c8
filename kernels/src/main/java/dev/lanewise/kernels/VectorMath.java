package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.VectorMathReference;
import dev.lanewise.kernels.simd.VectorMathSimd;

/**
 * Arithmetic on vectors of n elements, each operation rounded once. An output may be exactly an input (in place);
 * partial overlap is refused. All methods throw NullPointerException for null and IllegalArgumentException for
 * illegal sizes, ranges and overlaps, before anything is written.
 */
public final class VectorMath {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private VectorMath() {
    }

    /** {@code y[i] = fma(a, x[i], y[i])}, as in BLAS but with one rounding. x must not overlap y. */
    public static void axpy(int n, float a, float[] x, int xOffset, float[] y, int yOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.disjoint("y", y, yOffset, n, "x", x, xOffset, n);
        if (SIMD) {
            VectorMathSimd.axpy(n, a, x, xOffset, y, yOffset);
        } else {
            VectorMathReference.axpy(n, a, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = a * x[i]}. */
    public static void scale(int n, float a, float[] x, int xOffset, float[] y, int yOffset) {
        checkUnary(n, x, xOffset, y, yOffset);
        if (SIMD) {
            VectorMathSimd.scale(n, a, x, xOffset, y, yOffset);
        } else {
            VectorMathReference.scale(n, a, x, xOffset, y, yOffset);
        }
    }

    /** {@code z[i] = x[i] + y[i]}. */
    public static void add(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z, int zOffset) {
        checkBinary(n, x, xOffset, y, yOffset, z, zOffset);
        if (SIMD) {
            VectorMathSimd.add(n, x, xOffset, y, yOffset, z, zOffset);
        } else {
            VectorMathReference.add(n, x, xOffset, y, yOffset, z, zOffset);
        }
    }

    /** {@code z[i] = x[i] * y[i]}. */
    public static void multiply(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z,
            int zOffset) {
        checkBinary(n, x, xOffset, y, yOffset, z, zOffset);
        if (SIMD) {
            VectorMathSimd.multiply(n, x, xOffset, y, yOffset, z, zOffset);
        } else {
            VectorMathReference.multiply(n, x, xOffset, y, yOffset, z, zOffset);
        }
    }

    /** {@code z[i] = fma(a[i], b[i], c[i])}. */
    public static void fma(int n, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset,
            float[] z, int zOffset) {
        checkBinary(n, a, aOffset, "a", b, bOffset, "b", z, zOffset);
        Check.span("c", c, cOffset, n);
        Check.sameOrDisjoint("z", z, zOffset, n, "c", c, cOffset, n);
        if (SIMD) {
            VectorMathSimd.fma(n, a, aOffset, b, bOffset, c, cOffset, z, zOffset);
        } else {
            VectorMathReference.fma(n, a, aOffset, b, bOffset, c, cOffset, z, zOffset);
        }
    }

    /**
     * {@code y[i] = x[i] < low ? low : x[i] > high ? high : x[i]}; exact. NaN stays NaN, and -0 stays where 0 does.
     *
     * @param low lower bound, not NaN; may be -infinity
     * @param high upper bound, at least {@code low}; may be infinity
     */
    public static void clip(int n, float low, float high, float[] x, int xOffset, float[] y, int yOffset) {
        checkUnary(n, x, xOffset, y, yOffset);
        if (Float.isNaN(low)) {
            throw new IllegalArgumentException("low: NaN (expected a number)");
        }
        if (!(low <= high)) {
            throw new IllegalArgumentException("high: " + high + " (expected >= low = " + low + ")");
        }
        if (SIMD) {
            VectorMathSimd.clip(n, low, high, x, xOffset, y, yOffset);
        } else {
            VectorMathReference.clip(n, low, high, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = sgn(x[i])}: 1 above 0, -1 below, +0 at 0 and -0, NaN for NaN; exact. */
    public static void sign(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkUnary(n, x, xOffset, y, yOffset);
        if (SIMD) {
            VectorMathSimd.sign(n, x, xOffset, y, yOffset);
        } else {
            VectorMathReference.sign(n, x, xOffset, y, yOffset);
        }
    }

    private static void checkUnary(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, n, "x", x, xOffset, n);
    }

    private static void checkBinary(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z,
            int zOffset) {
        checkBinary(n, x, xOffset, "x", y, yOffset, "y", z, zOffset);
    }

    private static void checkBinary(int n, float[] x, int xOffset, String nameX, float[] y, int yOffset,
            String nameY, float[] z, int zOffset) {
        Check.size("n", n);
        Check.span(nameX, x, xOffset, n);
        Check.span(nameY, y, yOffset, n);
        Check.span("z", z, zOffset, n);
        Check.sameOrDisjoint("z", z, zOffset, n, nameX, x, xOffset, n);
        Check.sameOrDisjoint("z", z, zOffset, n, nameY, y, yOffset, n);
    }
}
