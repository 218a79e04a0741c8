package dev.lanewise.kernels.simd;

/** Chooses the register tile of the GEMM by vector width and number of registers. */
final class MicroKernel {
    /** Rows of a tile. */
    static final int MR = 6;
    /** Vectors in a row of a tile: all of 32 registers at 512 bits and on ARM, all of 16 elsewhere. */
    private static final int VECTORS = Lanes.COUNT == 16 || "aarch64".equals(System.getProperty("os.arch"))
            ? 4
            : 2;
    /** Columns of a tile. */
    static final int NR = VECTORS * Lanes.COUNT;

    private MicroKernel() {
    }

    /**
     * {@code C[r, j] = chain over p < k of fma(a[r-th row offset + p * aStep], b[bOffset + p * bStep + j], .)}
     * for the MR x NR tile of C at {@code cOffset}, starting from +0 if {@code fresh}, else from C's values.
     * Rows and columns beyond the matrix must exist in memory; see {@link GemmBlock} for the edges.
     */
    static void tile(int k, float[] a, int a0, int a1, int a2, int a3, int a4, int a5, int aStep, float[] b,
            int bOffset, int bStep, float[] c, int cOffset, int ldc, boolean fresh) {
        if (VECTORS == 4) {
            MicroKernel6x4.tile(k, a, a0, a1, a2, a3, a4, a5, aStep, b, bOffset, bStep, c, cOffset, ldc,
                    fresh);
        } else {
            MicroKernel6x2.tile(k, a, a0, a1, a2, a3, a4, a5, aStep, b, bOffset, bStep, c, cOffset, ldc,
                    fresh);
        }
    }
}
