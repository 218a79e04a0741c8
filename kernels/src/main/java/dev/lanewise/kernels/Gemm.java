package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.GemmReference;
import dev.lanewise.kernels.simd.GemmSimd;

/**
 * General matrix multiplication of row-major float matrices.
 *
 * <p>{@code C <- alpha * op(A) * op(B) + beta * C} with op(A) m x k, op(B) k x n, C m x n. Each element is one
 * chain of fused multiply-adds: {@code acc = 0; for p ascending: acc = fma(op(A)[i,p], op(B)[p,j], acc)}; then
 * {@code r = alpha * acc}; then {@code C[i,j] = beta == 0 ? r : fma(beta, C[i,j], r)}. The chain does not
 * depend on shape, width, blocking or threads, so the bits do not either.
 *
 * <p>As in BLAS: if {@code beta == 0}, C is written and never read (a NaN in it does not spread). If
 * {@code alpha == 0} or {@code k == 0}, A and B are not read and {@code C[i,j] = beta == 0 ? +0 : beta * C[i,j]}.
 * Otherwise a NaN or infinity in A or B spreads by the rules of IEEE 754. If m or n is 0 nothing happens.
 */
public final class Gemm {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Gemm() {
    }

    /** {@link #sgemm(Workers, Transpose, Transpose, int, int, int, float, float[], int, int, float[], int, int, float, float[], int, int)} on the shared team. */
    public static void sgemm(Transpose transA, Transpose transB, int m, int n, int k, float alpha, float[] a,
            int aOffset, int lda, float[] b, int bOffset, int ldb, float beta, float[] c, int cOffset,
            int ldc) {
        sgemm(Workers.shared(), transA, transB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c,
                cOffset,
                ldc);
    }

    /**
     * {@code C <- alpha * op(A) * op(B) + beta * C}.
     *
     * @param workers the threads to divide large products among
     * @param transA whether A is stored m x k ({@code N}) or k x m ({@code T})
     * @param transB whether B is stored k x n ({@code N}) or n x k ({@code T})
     * @param m rows of op(A) and C
     * @param n columns of op(B) and C
     * @param k columns of op(A), rows of op(B)
     * @param alpha factor of the product
     * @param a A, from {@code aOffset}
     * @param lda distance between A's stored rows, at least their length and 1
     * @param b B, from {@code bOffset}
     * @param ldb distance between B's stored rows, at least their length and 1
     * @param beta factor of C
     * @param c C, from {@code cOffset}; must not overlap A or B
     * @param ldc distance between C's rows, at least n and 1
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException for the first illegal argument in the order of the BLAS (transA, transB,
     *         m, n, k, lda, ldb, ldc), then for arrays that are too short or overlap; nothing has been written
     */
    public static void sgemm(Workers workers, Transpose transA, Transpose transB, int m, int n, int k,
            float alpha,
            float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float beta, float[] c,
            int cOffset,
            int ldc) {
        Check.notNull("workers", workers);
        Check.notNull("transA", transA);
        Check.notNull("transB", transB);
        Check.size("m", m);
        Check.size("n", n);
        Check.size("k", k);
        boolean ta = transA == Transpose.T;
        boolean tb = transB == Transpose.T;
        Check.leading("lda", lda, ta ? "m" : "k", ta ? m : k);
        Check.leading("ldb", ldb, tb ? "k" : "n", tb ? k : n);
        Check.leading("ldc", ldc, "n", n);
        checkArrays(ta, tb, m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
        if (m == 0 || n == 0) {
            return;
        }
        if (SIMD) {
            GemmSimd.sgemm(workers, ta, tb, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c,
                    cOffset,
                    ldc);
        } else {
            GemmReference.sgemm(ta, tb, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset,
                    ldc);
        }
    }

    private static void checkArrays(boolean ta, boolean tb, int m, int n, int k, float[] a, int aOffset,
            int lda,
            float[] b, int bOffset, int ldb, float[] c, int cOffset, int ldc) {
        long aSpan = ta ? Check.span(k, m, lda) : Check.span(m, k, lda);
        long bSpan = tb ? Check.span(n, k, ldb) : Check.span(k, n, ldb);
        long cSpan = Check.span(m, n, ldc);
        Check.span("a", a, aOffset, aSpan);
        Check.span("b", b, bOffset, bSpan);
        Check.span("c", c, cOffset, cSpan);
        Check.disjoint("c", c, cOffset, cSpan, "a", a, aOffset, aSpan);
        Check.disjoint("c", c, cOffset, cSpan, "b", b, bOffset, bSpan);
    }
}
