package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Products with so few columns that a row of C is one vector. Copying A would cost as much as the product, so that A stays
 * in place, eight rows at a time; B, which is small, has been copied to rows of one vector.
 */
final class GemmNarrow {
    private static final int ROWS = 8;
    private static final int W = Lanes.COUNT;

    private GemmNarrow() {
    }

    /**
     * {@code c[cOffset + i * ldc + j] = chain over p < k of fma(A[i, p], b[p * W + j], .)} for i < m, j < n, from
     * +0; A[i, p] is {@code a[aOffset + i * lda + p]}.
     */
    static void multiply(int m, int n, int k, float[] a, int aOffset, int lda, float[] b,
            float[] c, int cOffset, int ldc) {
        for (int i = 0; i < m; i += ROWS) {
            rows(Math.min(ROWS, m - i), n, k, a, aOffset + i * lda, lda, b, c,
                    cOffset + i * ldc, ldc);
        }
    }

    /** The last row stands in for rows that are missing. */
    private static void rows(int rows, int n, int k, float[] a, int a0, int lda, float[] b,
            float[] c, int c0, int ldc) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, n);
        int last = rows - 1;
        FloatVector zero = FloatVector.zero(Lanes.F);
        int a1 = a0 + Math.min(1, last) * lda;
        int a2 = a0 + Math.min(2, last) * lda;
        int a3 = a0 + Math.min(3, last) * lda;
        int a4 = a0 + Math.min(4, last) * lda;
        int a5 = a0 + Math.min(5, last) * lda;
        int a6 = a0 + Math.min(6, last) * lda;
        int a7 = a0 + Math.min(7, last) * lda;
        FloatVector s0 = zero;
        FloatVector s1 = zero;
        FloatVector s2 = zero;
        FloatVector s3 = zero;
        FloatVector s4 = zero;
        FloatVector s5 = zero;
        FloatVector s6 = zero;
        FloatVector s7 = zero;
        for (int p = 0; p < k; p++) {
            FloatVector v = FloatVector.fromArray(Lanes.F, b, p * W);

            s0 = FloatVector.broadcast(Lanes.F, a[a0 + p]).fma(v, s0);
            s1 = FloatVector.broadcast(Lanes.F, a[a1 + p]).fma(v, s1);
            s2 = FloatVector.broadcast(Lanes.F, a[a2 + p]).fma(v, s2);
            s3 = FloatVector.broadcast(Lanes.F, a[a3 + p]).fma(v, s3);
            s4 = FloatVector.broadcast(Lanes.F, a[a4 + p]).fma(v, s4);
            s5 = FloatVector.broadcast(Lanes.F, a[a5 + p]).fma(v, s5);
            s6 = FloatVector.broadcast(Lanes.F, a[a6 + p]).fma(v, s6);
            s7 = FloatVector.broadcast(Lanes.F, a[a7 + p]).fma(v, s7);
        }
        s0.intoArray(c, c0, inside);
        if (rows > 1) {
            s1.intoArray(c, c0 + ldc, inside);
        }
        if (rows > 2) {
            s2.intoArray(c, c0 + 2 * ldc, inside);
        }
        if (rows > 3) {
            s3.intoArray(c, c0 + 3 * ldc, inside);
        }
        if (rows > 4) {
            s4.intoArray(c, c0 + 4 * ldc, inside);
        }
        if (rows > 5) {
            s5.intoArray(c, c0 + 5 * ldc, inside);
        }
        if (rows > 6) {
            s6.intoArray(c, c0 + 6 * ldc, inside);
        }
        if (rows > 7) {
            s7.intoArray(c, c0 + 7 * ldc, inside);
        }
    }
}
