package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.MaxNormReference;
import dev.lanewise.kernels.simd.MaxNormSimd;

/**
 * A limit on the norms of columns. With inputs x units weights, a column is what comes into a unit: Srivastava et al.,
 * "Dropout" (2014), limit these norms after each step.
 */
public final class MaxNorm {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private MaxNorm() {
    }

    /**
     * Scales columns to the limit, in place. With {@code s = fma(w[i,j], w[i,j], s)} from +0, rows ascending, and
     * {@code norm = sqrt(s)}: where {@code norm > limit}, {@code w[i,j] = w[i,j] * (limit / norm)}, each operation rounded
     * once, so that a scaled column may be longer than the limit by roundings. Other columns do not change a bit, nor do
     * those whose norm is NaN or infinite (an infinite one has an element of 1.8e19 or more, or is as long). Any division of
     * the columns gives the same bits.
     *
     * @param limit above 0; infinite limits nothing
     * @param w rows x columns from {@code wOffset}, rows {@code ldw} apart
     * @throws NullPointerException if w is null
     * @throws IllegalArgumentException for illegal sizes, ranges or limits, before anything is written
     */
    public static void apply(int rows, int columns, float limit, float[] w, int wOffset, int ldw) {
        Check.size("rows", rows);
        Check.size("columns", columns);
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit: " + limit + " (expected > 0)");
        }
        Check.leading("ldw", ldw, "columns", columns);
        Check.span("w", w, wOffset, Check.span(rows, columns, ldw));
        if (SIMD) {
            MaxNormSimd.apply(rows, columns, limit, w, wOffset, ldw);
        } else {
            MaxNormReference.apply(rows, columns, limit, w, wOffset, ldw);
        }
    }
}
