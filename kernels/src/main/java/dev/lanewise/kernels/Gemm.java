package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.GemmReference;
import dev.lanewise.kernels.reference.LinearReference;
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
 *
 * <p>Matrices overlap if the stretches of memory from their first to their last element do, even where the gaps between rows
 * keep the elements apart. A thread's first products allocate its memory for copies of A and B, which grows to about 1.4 MB
 * (and 2.5 MB more for alpha or beta other than 1 and 0), is reused by all later ones and is released with the thread; 64 KB of
 * it lie outside the heap. After that no call allocates.
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

    /**
     * {@code C <- alpha * op(A) * B + beta * C} with packed B: n and k are its columns and rows. The bits are those of
     * the product with the matrix that was packed.
     *
     * @param workers the threads to divide large products among
     * @param transA whether A is stored m x k ({@code N}) or k x m ({@code T})
     * @param m rows of op(A) and C
     * @param alpha factor of the product
     * @param a A, from {@code aOffset}
     * @param lda distance between A's stored rows, at least their length and 1
     * @param b packed B
     * @param beta factor of C
     * @param c C, from {@code cOffset}; must not overlap A
     * @param ldc distance between C's rows, at least n and 1
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException for the first illegal argument in the order m, lda, ldc, then for arrays that are
     *         too short or overlap; nothing has been written
     */
    public static void sgemm(Workers workers, Transpose transA, int m, float alpha, float[] a, int aOffset,
            int lda, PackedMatrix b, float beta, float[] c, int cOffset, int ldc) {
        Check.notNull("workers", workers);
        Check.notNull("transA", transA);
        Check.notNull("b", b);
        Check.size("m", m);
        int n = b.columns();
        int k = b.rows();
        boolean ta = transA == Transpose.T;
        Check.leading("lda", lda, ta ? "m" : "b.rows()", ta ? m : k);
        Check.leading("ldc", ldc, "b.columns()", n);
        long aSpan = ta ? Check.span(k, m, lda) : Check.span(m, k, lda);
        long cSpan = Check.span(m, n, ldc);
        Check.span("a", a, aOffset, aSpan);
        Check.span("c", c, cOffset, cSpan);
        Check.disjoint("c", c, cOffset, cSpan, "a", a, aOffset, aSpan);
        if (m == 0 || n == 0) {
            return;
        }
        if (SIMD) {
            GemmSimd.sgemm(workers, ta, m, n, k, alpha, a, aOffset, lda, b.slivers(), beta, c, cOffset,
                    ldc);
        } else {
            GemmReference.sgemm(ta, false, m, n, k, alpha, a, aOffset, lda, b.matrix(), 0, n, beta, c,
                    cOffset,
                    ldc);
        }
    }

    /**
     * A linear layer: {@code z = x op(W) + bias} and {@code y = activation(z)}, with x m x k, op(W) k x n, bias a row of
     * n, z and y m x n. Each sum is the chain of {@code sgemm} with {@code alpha = 1, beta = 0} (+0 where k = 0); one
     * addition {@code sum + bias[j]} follows, then the activation as in {@link Activations#activate}. If m or n is 0
     * nothing happens.
     *
     * @param workers the threads to divide large products among
     * @param transW whether W is stored k x n ({@code N}) or n x k ({@code T})
     * @param m rows of x, z and y
     * @param n columns of op(W), z and y
     * @param k columns of x, rows of op(W)
     * @param x x, from {@code xOffset}
     * @param ldx distance between x's rows, at least k and 1
     * @param w W, from {@code wOffset}
     * @param ldw distance between W's stored rows, at least their length and 1
     * @param bias n elements from {@code biasOffset}
     * @param activation from z to y
     * @param alpha the activation's parameter, 0 where it has none: see {@link Activation}
     * @param z receives the pre-activations, from {@code zOffset}; must not overlap x, W or bias
     * @param ldz distance between z's rows, at least n and 1
     * @param y receives the activations, from {@code yOffset}; must not overlap x, W or bias, but may be z (the same
     *        array, offset and distance of rows) where the pre-activations are not needed
     * @param ldy distance between y's rows, at least n and 1
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException for the first illegal argument in the order m, n, k, ldx, ldw, alpha, ldz, ldy,
     *         then for arrays that are too short or overlap; nothing has been written
     */
    public static void linear(Workers workers, Transpose transW, int m, int n, int k, float[] x, int xOffset,
            int ldx, float[] w, int wOffset, int ldw, float[] bias, int biasOffset, Activation activation,
            float alpha, float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        Check.notNull("workers", workers);
        Check.notNull("transW", transW);
        Check.notNull("activation", activation);
        Check.size("m", m);
        Check.size("n", n);
        Check.size("k", k);
        boolean tw = transW == Transpose.T;
        Check.leading("ldx", ldx, "k", k);
        Check.leading("ldw", ldw, tw ? "k" : "n", tw ? k : n);
        activation.checkAlpha(alpha);
        Check.leading("ldz", ldz, "n", n);
        Check.leading("ldy", ldy, "n", n);
        long wSpan = tw ? Check.span(n, k, ldw) : Check.span(k, n, ldw);
        Check.span("x", x, xOffset, Check.span(m, k, ldx));
        Check.span("w", w, wOffset, wSpan);
        checkOutputs(m, n, k, x, xOffset, ldx, bias, biasOffset, z, zOffset, ldz, y, yOffset, ldy);
        Check.disjoint("z", z, zOffset, Check.span(m, n, ldz), "w", w, wOffset, wSpan);
        Check.disjoint("y", y, yOffset, Check.span(m, n, ldy), "w", w, wOffset, wSpan);
        if (m == 0 || n == 0) {
            return;
        }
        if (SIMD) {
            GemmSimd.linear(workers, tw, m, n, k, x, xOffset, ldx, w, wOffset, ldw, bias, biasOffset,
                    activation, alpha, z, zOffset, ldz, y, yOffset, ldy);
        } else {
            LinearReference.linear(tw, m, n, k, x, xOffset, ldx, w, wOffset, ldw, bias, biasOffset,
                    activation.value(alpha), z, zOffset, ldz, y, yOffset, ldy);
        }
    }

    /**
     * A linear layer with packed W: n and k are its columns and rows. The bits are those of the layer with the matrix
     * that was packed.
     *
     * @param workers the threads to divide large products among
     * @param m rows of x, z and y
     * @param x x, from {@code xOffset}
     * @param ldx distance between x's rows, at least k and 1
     * @param w packed W
     * @param bias n elements from {@code biasOffset}
     * @param activation from z to y
     * @param alpha the activation's parameter, 0 where it has none: see {@link Activation}
     * @param z receives the pre-activations, from {@code zOffset}; must not overlap x or bias
     * @param ldz distance between z's rows, at least n and 1
     * @param y receives the activations, from {@code yOffset}; must not overlap x or bias, but may be z
     * @param ldy distance between y's rows, at least n and 1
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException for the first illegal argument in the order m, ldx, alpha, ldz, ldy, then for
     *         arrays that are too short or overlap; nothing has been written
     */
    public static void linear(Workers workers, int m, float[] x, int xOffset, int ldx, PackedMatrix w,
            float[] bias, int biasOffset, Activation activation, float alpha, float[] z, int zOffset, int ldz,
            float[] y, int yOffset, int ldy) {
        Check.notNull("workers", workers);
        Check.notNull("w", w);
        Check.notNull("activation", activation);
        Check.size("m", m);
        int n = w.columns();
        int k = w.rows();
        Check.leading("ldx", ldx, "w.rows()", k);
        activation.checkAlpha(alpha);
        Check.leading("ldz", ldz, "w.columns()", n);
        Check.leading("ldy", ldy, "w.columns()", n);
        Check.span("x", x, xOffset, Check.span(m, k, ldx));
        checkOutputs(m, n, k, x, xOffset, ldx, bias, biasOffset, z, zOffset, ldz, y, yOffset, ldy);
        if (m == 0 || n == 0) {
            return;
        }
        if (SIMD) {
            GemmSimd.linear(workers, m, n, k, x, xOffset, ldx, w.slivers(), bias, biasOffset, activation,
                    alpha, z, zOffset, ldz, y, yOffset, ldy);
        } else {
            LinearReference.linear(false, m, n, k, x, xOffset, ldx, w.matrix(), 0, n, bias, biasOffset,
                    activation.value(alpha), z, zOffset, ldz, y, yOffset, ldy);
        }
    }

    /** What a linear layer writes has room, and none of x, bias or a part of the other output in it. */
    private static void checkOutputs(int m, int n, int k, float[] x, int xOffset, int ldx, float[] bias,
            int biasOffset, float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        long xSpan = Check.span(m, k, ldx);
        long zSpan = Check.span(m, n, ldz);
        long ySpan = Check.span(m, n, ldy);
        Check.span("bias", bias, biasOffset, n);
        Check.span("z", z, zOffset, zSpan);
        Check.span("y", y, yOffset, ySpan);
        Check.disjoint("z", z, zOffset, zSpan, "x", x, xOffset, xSpan);
        Check.disjoint("z", z, zOffset, zSpan, "bias", bias, biasOffset, n);
        Check.sameOrDisjoint("y", y, yOffset, ySpan, "z", z, zOffset, zSpan);
        Check.disjoint("y", y, yOffset, ySpan, "x", x, xOffset, xSpan);
        Check.disjoint("y", y, yOffset, ySpan, "bias", bias, biasOffset, n);
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
