package dev.lanewise.kernels.reference;

/** The definition of a linear layer: a product, a bias for each column, an activation. */
public final class LinearReference {
    private LinearReference() {
    }

    /** {@code z = x op(W) + bias; y = activation(z)}; arguments as in {@code Gemm.linear}, trusted. */
    public static void linear(boolean transW, int m, int n, int k, float[] x, int xOffset, int ldx, float[] w,
            int wOffset, int ldw, float[] bias, int biasOffset, ActivationReference.Value activation,
            float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        GemmReference.sgemm(false, transW, m, n, k, 1f, x, xOffset, ldx, w, wOffset, ldw, 0f, z, zOffset,
                ldz);
        finish(m, n, bias, biasOffset, activation, z, zOffset, ldz, y, yOffset, ldy);
    }

    /** {@code z[i,j] = z[i,j] + bias[j]; y[i,j] = activation(z[i,j])}; y may be z. */
    private static void finish(int m, int n, float[] bias, int biasOffset,
            ActivationReference.Value activation, float[] z, int zOffset, int ldz, float[] y, int yOffset,
            int ldy) {
        ActivationReference.addBias(m, n, z, zOffset, ldz, bias, biasOffset);
        for (int i = 0; i < m; i++) {
            ActivationReference.activate(activation, n, z, zOffset + i * ldz, y, yOffset + i * ldy);
        }
    }
}
