package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Workers;

/** {@code LinearReference} in vectors: the product, then bias and activation row by row. */
public final class LinearSimd {
    private LinearSimd() {
    }

    /** {@code z = x op(W) + bias; y = activation(z)}; arguments as in {@code Gemm.linear}, trusted. */
    public static void linear(Workers workers, boolean transW, int m, int n, int k, float[] x, int xOffset,
            int ldx, float[] w, int wOffset, int ldw, float[] bias, int biasOffset, Activation activation,
            float slope, float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        GemmSimd.sgemm(workers, false, transW, m, n, k, 1f, x, xOffset, ldx, w, wOffset, ldw, 0f, z, zOffset,
                ldz);
        finish(m, n, bias, biasOffset, activation, slope, z, zOffset, ldz, y, yOffset, ldy);
    }

    /** Columns of a sliver of a packed matrix. */
    public static int sliverWidth() {
        return GemmBlocking.NR;
    }

    /** The same with packed W: slivers of {@link #sliverWidth} columns, each a k x width matrix of its own. */
    public static void linear(Workers workers, int m, int n, int k, float[] x, int xOffset, int ldx,
            float[] slivers, float[] bias, int biasOffset, Activation activation, float slope, float[] z,
            int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        sgemm(workers, false, m, n, k, 1f, x, xOffset, ldx, slivers, 0f, z, zOffset, ldz);
        finish(m, n, bias, biasOffset, activation, slope, z, zOffset, ldz, y, yOffset, ldy);
    }

    /** {@code C <- alpha * op(A) * B + beta * C} with packed B. */
    public static void sgemm(Workers workers, boolean transA, int m, int n, int k, float alpha, float[] a,
            int aOffset, int lda, float[] slivers, float beta, float[] c, int cOffset, int ldc) {
        int width = sliverWidth();
        for (int j = 0; j < n; j += width) {
            GemmSimd.sgemm(workers, transA, false, m, Math.min(width, n - j), k, alpha, a, aOffset, lda,
                    slivers, j * k, width, beta, c, cOffset + j, ldc);
        }
    }

    private static void finish(int m, int n, float[] bias, int biasOffset, Activation activation, float slope,
            float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        for (int i = 0; i < m; i++) {
            int row = zOffset + i * ldz;
            ActivationSimd.addBias(1, n, z, row, ldz, bias, biasOffset);
            ActivationSimd.activate(activation, slope, n, z, row, y, yOffset + i * ldy);
        }
    }
}
