package dev.lanewise.kernels.simd;

import java.lang.foreign.MemorySegment;

/**
 * A register tile of a GEMM: the contract of {@link MicroKernel} in one {@link TileForm}. A class, as a call with many targets
 * is faster through a class than through an interface.
 */
abstract class Tile {
    /**
     * {@code C[r, j] = chain over p < k of fma(A[r, p], B[p, j], .)}, from +0 or from C's values, as the form says. All
     * columns of the tile must exist in memory; {@link GemmEdge} lends them at the edge of a matrix.
     *
     * @param a A: copied (element {@code aOffset + r * A_STRIDE + p}) or by columns ({@code aOffset + p * lda + r}), as the
     *        form says
     * @param b B in place ({@code bOffset + p * ldb + j}), where the form reads it there
     * @param packed B packed (byte {@code packedAt + 4 * (p * width + j)}), where the form reads it there
     * @param c C at {@code cOffset + r * ldc + j}
     */
    abstract void run(int k, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb,
            MemorySegment packed, long packedAt, float[] c, int cOffset, int ldc);
}
