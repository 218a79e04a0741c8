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

    private static void finish(int m, int n, float[] bias, int biasOffset, Activation activation, float slope,
            float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        for (int i = 0; i < m; i++) {
            int row = zOffset + i * ldz;
            ActivationSimd.addBias(1, n, z, row, ldz, bias, biasOffset);
            ActivationSimd.activate(activation, slope, n, z, row, y, yOffset + i * ldy);
        }
    }
}
