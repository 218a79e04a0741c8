package dev.lanewise.kernels.simd;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Copies pieces of op(A) and op(B) to where the register tile reads them fast. */
final class GemmPacking {
    private static final int W = Lanes.COUNT;
    private static final int NR = GemmBlocking.NR;
    private static final long VECTOR_BYTES = (long) Float.BYTES * W;
    private static final long SLIVER_STEP_BYTES = 2 * VECTOR_BYTES;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private GemmPacking() {
    }

    /** {@code out[r * A_STRIDE + p] = a[aOffset + r * lda + p]}. */
    static void rowsOfA(int rows, int steps, float[] a, int aOffset, int lda, float[] out) {
        for (int r = 0; r < rows; r++) {
            copy(steps, a, aOffset + r * lda, out, r * GemmBlocking.A_STRIDE);
        }
    }

    private static void copy(int n, float[] x, int xAt, float[] out, int outAt) {
        int i = 0;
        for (; i < Lanes.bound(n); i += W) {
            FloatVector.fromArray(Lanes.F, x, xAt + i).intoArray(out, outAt + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, x, xAt + i, tail).intoArray(out, outAt + i);
        }
    }

    /** {@code out[r * A_STRIDE + p] = a[aOffset + p * lda + r]}. */
    static void columnsOfA(int rows, int steps, float[] a, int aOffset, int lda, float[] out) {
        transpose(steps, rows, a, aOffset, lda, out, GemmBlocking.A_STRIDE);
    }

    /** {@code out[p * width + j] = b[bOffset + j * ldb + p]} for j < columns; may overwrite up to 15 elements behind. */
    static void transposedB(int columns, int width, int steps, float[] b, int bOffset, int ldb, float[] out) {
        transpose(columns, steps, b, bOffset, ldb, out, width);
    }

    /** {@code out[q * outStride + r] = x[xOffset + r * ldx + q]} for r < m, q < n; may overwrite 15 elements behind each r. */
    private static void transpose(int m, int n, float[] x, int xOffset, int ldx, float[] out, int outStride) {
        for (int r = 0; r < m; r += Transposition16.LANES) {
            int count = Math.min(Transposition16.LANES, m - r);
            int from = xOffset + r * ldx;
            int done = Transposition16.run(count, n, x, from, ldx, out, r, outStride);
            transposeByFour(count, n - done, x, from + done, ldx, out, r + done * outStride, outStride);
        }
    }

    private static void transposeByFour(int m, int n, float[] x, int xOffset, int ldx, float[] out,
            int outOffset, int outStride) {
        int r = 0;
        for (; r <= m - 4; r += 4) {
            transposeFour(n, x, xOffset + r * ldx, ldx, out, outOffset + r, outStride);
        }
        for (; r < m; r++) {
            for (int q = 0; q < n; q++) {
                out[outOffset + q * outStride + r] = x[xOffset + r * ldx + q];
            }
        }
    }

    private static void transposeFour(int n, float[] x, int x0, int ldx, float[] out, int outOffset,
            int outStride) {
        int x1 = x0 + ldx;
        int x2 = x1 + ldx;
        int x3 = x2 + ldx;
        for (int q = 0; q < n; q++) {
            int at = outOffset + q * outStride;
            out[at] = x[x0 + q];
            out[at + 1] = x[x1 + q];
            out[at + 2] = x[x2 + q];
            out[at + 3] = x[x3 + q];
        }
    }

    /**
     * {@code packed[p * width + j] = b[bOffset + p * ldb + j]} for j < columns, at most NR; the width is as many whole vectors
     * as they need, filled with 0.
     */
    static void sliver(int columns, int steps, float[] b, int bOffset, int ldb, MemorySegment packed) {
        if (columns == NR) {
            for (int p = 0; p < steps; p++) {
                int from = bOffset + p * ldb;
                long to = p * SLIVER_STEP_BYTES;
                FloatVector.fromArray(Lanes.F, b, from).intoMemorySegment(packed, to, ORDER);
                FloatVector.fromArray(Lanes.F, b, from + W)
                        .intoMemorySegment(packed, to + VECTOR_BYTES, ORDER);
            }
        } else {
            lastSliver(columns, steps, b, bOffset, ldb, packed);
        }
    }

    private static void lastSliver(int columns, int steps, float[] b, int bOffset, int ldb,
            MemorySegment packed) {
        int vectors = (columns + W - 1) / W;
        for (int v = 0; v < vectors; v++) {
            VectorMask<Float> inside = Lanes.F.indexInRange(v * W, columns);
            for (int p = 0; p < steps; p++) {
                FloatVector.fromArray(Lanes.F, b, bOffset + p * ldb + v * W, inside)
                        .intoMemorySegment(packed, ((long) p * vectors + v) * VECTOR_BYTES, ORDER);
            }
        }
    }
}
