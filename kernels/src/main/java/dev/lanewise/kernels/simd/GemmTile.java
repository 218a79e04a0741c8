package dev.lanewise.kernels.simd;

/** A tile of C at the matrix's edge, or one that alpha and beta must be applied to, by way of a full-size buffer. */
final class GemmTile {
    private static final int NR = MicroKernel.NR;

    private GemmTile() {
    }

    /** Copies the partial sums of C into the buffer. */
    static void load(int rows, int columns, float[] c, int cOffset, int ldc, float[] tile) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(c, cOffset + i * ldc, tile, i * NR, columns);
        }
    }

    /** {@code r = alpha * tile; c = beta == 0 ? r : fma(beta, c, r)}. */
    static void store(int rows, int columns, float[] tile, float alpha, float beta, float[] c, int cOffset,
            int ldc) {
        for (int i = 0; i < rows; i++) {
            int at = cOffset + i * ldc;
            for (int j = 0; j < columns; j++) {
                float r = alpha * tile[i * NR + j];
                c[at + j] = beta == 0 ? r : Math.fma(beta, c[at + j], r);
            }
        }
    }
}
