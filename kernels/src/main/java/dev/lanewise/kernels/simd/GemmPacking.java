package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;

/**
 * Copies a block of op(B) into slivers NR columns wide: sliver s holds, for each p, the columns s * NR to
 * s * NR + NR - 1, zeros beyond the matrix, so that the micro-kernel reads it front to back.
 */
final class GemmPacking {
    private static final int NR = MicroKernel.NR;

    private GemmPacking() {
    }

    /**
     * Packs one sliver: {@code out[outOffset + p * NR + j] = op(B)[p, j]} for p < k, j < columns, zero for the
     * columns up to NR.
     */
    static void sliver(boolean transB, int k, int columns, float[] b, int bOffset, int ldb, float[] out,
            int outOffset) {
        if (transB) {
            transposed(k, columns, b, bOffset, ldb, out, outOffset);
        } else if (columns == NR) {
            straight(k, b, bOffset, ldb, out, outOffset);
        } else {
            for (int p = 0; p < k; p++) {
                int to = outOffset + p * NR;
                System.arraycopy(b, bOffset + p * ldb, out, to, columns);
                java.util.Arrays.fill(out, to + columns, to + NR, 0f);
            }
        }
    }

    private static void straight(int k, float[] b, int bOffset, int ldb, float[] out, int outOffset) {
        for (int p = 0; p < k; p++) {
            for (int j = 0; j < NR; j += Lanes.COUNT) {
                FloatVector.fromArray(Lanes.F, b, bOffset + p * ldb + j)
                        .intoArray(out, outOffset + p * NR + j);
            }
        }
    }

    private static void transposed(int k, int columns, float[] b, int bOffset, int ldb, float[] out,
            int outOffset) {
        for (int j = 0; j < columns; j++) {
            for (int p = 0; p < k; p++) {
                out[outOffset + p * NR + j] = b[bOffset + j * ldb + p];
            }
        }
        for (int j = columns; j < NR; j++) {
            for (int p = 0; p < k; p++) {
                out[outOffset + p * NR + j] = 0f;
            }
        }
    }
}
