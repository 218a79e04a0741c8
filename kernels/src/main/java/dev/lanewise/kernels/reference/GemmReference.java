package dev.lanewise.kernels.reference;

import java.util.Arrays;

/**
 * The definition of general matrix multiplication: one chain of fused multiply-adds per element, k ascending.
 * The loop order (a row of C at a time, j innermost) lets the JIT vectorise it without changing a rounding.
 */
public final class GemmReference {
    private GemmReference() {
    }

    /** {@code C <- alpha * op(A) * op(B) + beta * C}; arguments as in {@code Gemm.sgemm}, trusted. */
    public static void sgemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a,
            int aOffset, int lda, float[] b, int bOffset, int ldb, float beta, float[] c, int cOffset,
            int ldc) {
        if (alpha == 0 || k == 0) {
            scale(m, n, beta, c, cOffset, ldc);
            return;
        }
        int aRow = transA ? 1 : lda;
        int aStep = transA ? lda : 1;
        float[] acc = new float[n];
        for (int i = 0; i < m; i++) {
            Arrays.fill(acc, 0f);
            for (int p = 0; p < k; p++) {
                float aip = a[aOffset + i * aRow + p * aStep];
                if (transB) {
                    for (int j = 0; j < n; j++) {
                        acc[j] = Fma.fma(aip, b[bOffset + j * ldb + p], acc[j]);
                    }
                } else {
                    int row = bOffset + p * ldb;
                    for (int j = 0; j < n; j++) {
                        acc[j] = Fma.fma(aip, b[row + j], acc[j]);
                    }
                }
            }
            finish(n, alpha, acc, beta, c, cOffset + i * ldc);
        }
    }

    private static void finish(int n, float alpha, float[] acc, float beta, float[] c, int row) {
        for (int j = 0; j < n; j++) {
            float r = alpha * acc[j];
            c[row + j] = beta == 0 ? r : Fma.fma(beta, c[row + j], r);
        }
    }

    /** {@code C <- beta * C}, and +0 without reading C if {@code beta == 0}. */
    public static void scale(int m, int n, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * ldc;
            for (int j = 0; j < n; j++) {
                c[row + j] = beta == 0 ? 0f : beta * c[row + j];
            }
        }
    }
}
