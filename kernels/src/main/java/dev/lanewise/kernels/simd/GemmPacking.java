package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Copies pieces of op(A) and of a transposed B into slivers that the register tile reads front to back. */
final class GemmPacking {
    private GemmPacking() {
    }

    /** {@code out[outOffset + p * rows + r] = op(A)[r, p]} for one tile's rows. */
    static void sliverOfA(boolean transA, int rows, int steps, float[] a, int aOffset, int lda, float[] out,
            int outOffset) {
        if (transA) {
            columns(rows, steps, a, aOffset, lda, out, outOffset);
        } else {
            transpose(rows, steps, a, aOffset, lda, out, outOffset, rows);
        }
    }

    /** {@code out[p * width + j] = B^T[p, j]} for j < columns; the elements up to width keep what they held. */
    static void sliverOfTransposedB(int columns, int width, int steps, float[] b, int bOffset, int ldb,
            float[] out) {
        transpose(columns, steps, b, bOffset, ldb, out, 0, width);
    }

    private static void columns(int rows, int steps, float[] a, int aOffset, int lda, float[] out,
            int outOffset) {
        for (int r = 0; r < rows; r += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(r, rows);
            for (int p = 0; p < steps; p++) {
                FloatVector.fromArray(Lanes.F, a, aOffset + p * lda + r, inside)
                        .intoArray(out, outOffset + p * rows + r, inside);
            }
        }
    }

    /** {@code out[outOffset + p * outStride + r] = x[xOffset + r * ldx + p]}, four rows at a time. */
    private static void transpose(int rows, int steps, float[] x, int xOffset, int ldx, float[] out,
            int outOffset,
            int outStride) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            transposeFour(steps, x, xOffset + r * ldx, ldx, out, outOffset + r, outStride);
        }
        for (; r < rows; r++) {
            for (int p = 0; p < steps; p++) {
                out[outOffset + p * outStride + r] = x[xOffset + r * ldx + p];
            }
        }
    }

    private static void transposeFour(int steps, float[] x, int x0, int ldx, float[] out, int outOffset,
            int outStride) {
        int x1 = x0 + ldx;
        int x2 = x1 + ldx;
        int x3 = x2 + ldx;
        for (int p = 0; p < steps; p++) {
            int at = outOffset + p * outStride;
            out[at] = x[x0 + p];
            out[at + 1] = x[x1 + p];
            out[at + 2] = x[x2 + p];
            out[at + 3] = x[x3 + p];
        }
    }
}
