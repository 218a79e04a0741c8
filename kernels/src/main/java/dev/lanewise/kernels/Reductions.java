package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ReductionReference;
import dev.lanewise.kernels.simd.ColumnSumSimd;
import dev.lanewise.kernels.simd.DistanceSimd;
import dev.lanewise.kernels.simd.MaximumSimd;
import dev.lanewise.kernels.simd.ReductionSimd;

/**
 * Sums, norms and maxima. Sums follow a fixed order that every vector width can keep: element i goes to accumulator
 * {@code i mod 64}; then a binary tree adds accumulator j + 32 to j, j + 16 to j, ... (n = 0 gives +0). The error of
 * a sum is at most gamma(ceil(n / 64) + 5) times the sum of magnitudes, with gamma(k) = k u / (1 - k u), u = 2^-24.
 * A sum that overflows on its way is infinite or NaN, even where the exact one is not.
 *
 * <p>Matrices are rows x columns with rows {@code ldx} apart. All methods throw NullPointerException for null and
 * IllegalArgumentException for illegal sizes, ranges and overlaps, before anything is written. {@link GlobalNorm}
 * is the norm of many arrays.
 */
public final class Reductions {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Reductions() {
    }

    /** Sum of {@code x[0..n)}. */
    public static float sum(int n, float[] x, int xOffset) {
        checkVector(0, n, x, xOffset);
        return SIMD ? ReductionSimd.sum(n, x, xOffset) : ReductionReference.sum(n, x, xOffset);
    }

    /** Arithmetic mean of {@code x[0..n)}, n at least 1: {@code sum / n}, the quotient rounded once. */
    public static float mean(int n, float[] x, int xOffset) {
        checkVector(1, n, x, xOffset);
        return SIMD ? ReductionSimd.mean(n, x, xOffset) : ReductionReference.mean(n, x, xOffset);
    }

    /**
     * Population variance of {@code x[0..n)}, n at least 1, in two passes: {@code m = mean}, then the sum of
     * {@code d = x[i] - m; acc = fma(d, d, acc)}, divided by n. It keeps its accuracy where the mean is far from 0.
     */
    public static float variance(int n, float[] x, int xOffset) {
        checkVector(1, n, x, xOffset);
        return SIMD ? DistanceSimd.variance(n, x, xOffset) : ReductionReference.variance(n, x, xOffset);
    }

    /** Unbiased variance of a sample, n at least 2: as {@link #variance}, divided by n - 1. */
    public static float sampleVariance(int n, float[] x, int xOffset) {
        checkVector(2, n, x, xOffset);
        return SIMD
                ? DistanceSimd.sampleVariance(n, x, xOffset)
                : ReductionReference.sampleVariance(n, x, xOffset);
    }

    /** L1 norm: the sum of {@code |x[i]|}. */
    public static float l1Norm(int n, float[] x, int xOffset) {
        checkVector(0, n, x, xOffset);
        return SIMD ? DistanceSimd.l1Norm(n, x, xOffset) : ReductionReference.l1Norm(n, x, xOffset);
    }

    /**
     * Euclidean norm: {@code sqrt(dot(x, x))}. Nothing is scaled: from 1.8e19 on an element's square is infinite, and
     * so is the norm; below 1.1e-19 squares are subnormal and lose bits, below 2.6e-23 they add nothing.
     */
    public static float l2Norm(int n, float[] x, int xOffset) {
        checkVector(0, n, x, xOffset);
        return SIMD ? ReductionSimd.l2Norm(n, x, xOffset) : ReductionReference.l2Norm(n, x, xOffset);
    }

    /** Dot product of {@code x[0..n)} and {@code y[0..n)}: {@code acc = fma(x[i], y[i], acc)}. */
    public static float dot(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkPair(n, x, xOffset, y, yOffset);
        return SIMD
                ? ReductionSimd.dot(n, x, xOffset, y, yOffset)
                : ReductionReference.dot(n, x, xOffset, y, yOffset);
    }

    /** Squared Euclidean distance: {@code d = x[i] - y[i]; acc = fma(d, d, acc)}. */
    public static float squaredDistance(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkPair(n, x, xOffset, y, yOffset);
        return SIMD
                ? DistanceSimd.squaredDistance(n, x, xOffset, y, yOffset)
                : ReductionReference.squaredDistance(n, x, xOffset, y, yOffset);
    }

    /** The largest of {@code x[0..n)}, n at least 1; NaN if there is a NaN; a largest zero is +0 whatever its sign. */
    public static float max(int n, float[] x, int xOffset) {
        checkVector(1, n, x, xOffset);
        return SIMD ? MaximumSimd.max(n, x, xOffset) : ReductionReference.max(n, x, xOffset);
    }

    /**
     * The index, from 0, of the largest of {@code x[0..n)}, n at least 1: of the first of equals (+0 and -0 are equal),
     * or of the first NaN if there is one.
     */
    public static int argmax(int n, float[] x, int xOffset) {
        checkVector(1, n, x, xOffset);
        return SIMD ? MaximumSimd.argmax(n, x, xOffset) : ReductionReference.argmax(n, x, xOffset);
    }

    /** Row sums: {@code out[i]} is the {@link #sum} of row i. {@code out} must not overlap x. */
    public static void rowSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        long xSpan = checkMatrix(0, rows, columns, x, xOffset, ldx);
        Check.span("out", out, outOffset, rows);
        Check.disjoint("out", out, outOffset, rows, "x", x, xOffset, xSpan);
        if (SIMD) {
            ReductionSimd.rowSums(rows, columns, x, xOffset, ldx, out, outOffset);
        } else {
            ReductionReference.rowSums(rows, columns, x, xOffset, ldx, out, outOffset);
        }
    }

    /** The predicted class of each row: {@code out[i]} is the {@link #argmax} of row i; columns at least 1. */
    public static void rowArgmax(int rows, int columns, float[] x, int xOffset, int ldx, int[] out,
            int outOffset) {
        checkMatrix(1, rows, columns, x, xOffset, ldx);
        Check.span("out", out, outOffset, rows);
        if (SIMD) {
            MaximumSimd.rowArgmax(rows, columns, x, xOffset, ldx, out, outOffset);
        } else {
            ReductionReference.rowArgmax(rows, columns, x, xOffset, ldx, out, outOffset);
        }
    }

    /** Column sums: {@code out[j] = x[0,j] + x[1,j] + ...}, from +0, rows ascending. {@code out} must not overlap x. */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        long xSpan = checkMatrix(0, rows, columns, x, xOffset, ldx);
        Check.span("out", out, outOffset, columns);
        Check.disjoint("out", out, outOffset, columns, "x", x, xOffset, xSpan);
        if (SIMD) {
            ColumnSumSimd.columnSums(rows, columns, x, xOffset, ldx, out, outOffset);
        } else {
            ReductionReference.columnSums(rows, columns, x, xOffset, ldx, out, outOffset);
        }
    }

    private static void checkVector(int fewest, int n, float[] x, int xOffset) {
        Check.atLeast("n", n, fewest);
        Check.span("x", x, xOffset, n);
    }

    private static void checkPair(int n, float[] x, int xOffset, float[] y, int yOffset) {
        checkVector(0, n, x, xOffset);
        Check.span("y", y, yOffset, n);
    }

    private static long checkMatrix(int fewest, int rows, int columns, float[] x, int xOffset, int ldx) {
        Check.size("rows", rows);
        Check.atLeast("columns", columns, fewest);
        Check.leading("ldx", ldx, "columns", columns);
        long span = Check.span(rows, columns, ldx);
        Check.span("x", x, xOffset, span);
        return span;
    }
}
