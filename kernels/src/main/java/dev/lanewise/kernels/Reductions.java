package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ReductionReference;
import dev.lanewise.kernels.simd.ReductionSimd;

/**
 * Sums, by a fixed order that every vector width can keep: element i goes to accumulator {@code i mod 64}; then
 * a binary tree adds accumulator j + 32 to j, j + 16 to j, ... (n = 0 gives +0). The error of a sum is at most
 * gamma(ceil(n / 64) + 5) times the sum of magnitudes. All methods throw NullPointerException for null and
 * IllegalArgumentException for illegal sizes, ranges and overlaps, before anything is written.
 */
public final class Reductions {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Reductions() {
    }

    /** Sum of {@code x[0..n)}. */
    public static float sum(int n, float[] x, int xOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        return SIMD ? ReductionSimd.sum(n, x, xOffset) : ReductionReference.sum(n, x, xOffset);
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
                ? ReductionSimd.squaredDistance(n, x, xOffset, y, yOffset)
                : ReductionReference.squaredDistance(n, x, xOffset, y, yOffset);
    }

    /**
     * Column sums of a rows x columns matrix whose rows are {@code ldx} apart: {@code out[j] = x[0,j] + x[1,j] +
     * ...}, from +0, rows ascending. {@code out} must not overlap x.
     */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        Check.size("rows", rows);
        Check.size("columns", columns);
        Check.leading("ldx", ldx, "columns", columns);
        long xSpan = Check.span(rows, columns, ldx);
        Check.span("x", x, xOffset, xSpan);
        Check.span("out", out, outOffset, columns);
        Check.disjoint("out", out, outOffset, columns, "x", x, xOffset, xSpan);
        if (SIMD) {
            ReductionSimd.columnSums(rows, columns, x, xOffset, ldx, out, outOffset);
        } else {
            ReductionReference.columnSums(rows, columns, x, xOffset, ldx, out, outOffset);
        }
    }

    private static void checkPair(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("y", y, yOffset, n);
    }
}
