package dev.lanewise.kernels.simd;

/** A register tile of a GEMM: the contract of {@link MicroKernel} in one {@link TileForm}. */
interface Tile {
    /**
     * {@code C[r, j] = chain over p < k of fma(A[r, p], B[p, j], .)}, from +0 or from C's values, as the form says. All
     * columns of the tile must exist in memory; {@link GemmEdge} lends them at the edge of a matrix.
     *
     * @param a A: packed (element {@code aOffset + p * rows + r}), by rows ({@code aOffset + r * aRow + p}) or by columns
     *        ({@code aOffset + p * aStep + r}), as the form says
     * @param b B: packed ({@code bOffset + p * width + j}) or in place ({@code bOffset + p * bStep + j})
     * @param packed where a copying form writes packed B, from its start, as it reads B in place; others leave it alone
     * @param c C at {@code cOffset + r * ldc + j}
     */
    void run(int k, float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
            float[] packed,
            float[] c, int cOffset, int ldc);
}
