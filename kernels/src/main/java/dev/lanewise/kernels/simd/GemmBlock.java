package dev.lanewise.kernels.simd;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * As many rows of C as a copy of A can hold: for each block of k, A is copied; for each sliver of columns, B is packed; then
 * tile follows tile. Its memory is bounded, grows to what was needed and is reused.
 */
final class GemmBlock {
    private static final int MR = GemmBlocking.MR;
    private static final int NR = GemmBlocking.NR;
    private static final int W = Lanes.COUNT;

    private static final float[] NONE = {};

    /** Rows of A, {@code A_STRIDE} apart. */
    private float[] copiedA = NONE;
    /** A sliver of B; outside the heap, because only there vectors can be aligned (reports/decisions/005). */
    private MemorySegment packedB = MemorySegment.NULL;
    /** The same of a B that is transposed, or one vector wide. */
    private float[] copiedB = NONE;
    /** A tile of C at the right edge of a matrix. */
    private final float[] edge = new float[MR * NR];

    private int i0;
    private int i1;
    private int p;
    private int steps;
    private boolean narrow;
    private boolean aCopied;
    private boolean bInPlace;
    private float[] c = NONE;
    private int cOffset;
    private int ldc;

    /** Rows [from, to), columns [j0, j1) of the chains, to {@code out[outOffset + i * ldOut + j]}; bias and activation. */
    void multiply(GemmCall g, int from, int to, int j0, int j1, float[] out, int outOffset, int ldOut) {
        i0 = from;
        i1 = to;
        c = out;
        cOffset = outOffset;
        ldc = ldOut;
        int rows = to - from;
        bInPlace = GemmBlocking.readsBInPlace(g, rows, j1 - j0);
        narrow = GemmBlocking.isNarrow(g, j1 - j0);
        aCopied = !narrow && GemmBlocking.copiesA(g, j1 - j0);
        int kc = GemmBlocking.equal(g.k, GemmBlocking.steps(g, rows, j1 - j0), 1);
        try {
            for (p = 0; p < g.k; p += kc) {
                steps = Math.min(kc, g.k - p);
                if (aCopied) {
                    copyA(g, rows);
                }
                for (int j = j0; j < j1; j += NR) {
                    sliver(g, j, Math.min(NR, j1 - j));
                }
            }
        } finally {
            c = NONE;
        }
    }

    private void copyA(GemmCall g, int rows) {
        if (copiedA.length < rows * GemmBlocking.A_STRIDE + W) {
            copiedA = new float[rows * GemmBlocking.A_STRIDE + W];
        }
        if (g.transA) {
            GemmPacking.columnsOfA(rows, steps, g.a, g.aAt(i0, p), g.lda, copiedA);
        } else {
            GemmPacking.rowsOfA(rows, steps, g.a, g.aAt(i0, p), g.lda, copiedA);
        }
    }

    private void sliver(GemmCall g, int j, int columns) {
        int width = (columns + W - 1) / W * W;
        if (narrow) {
            narrow(g, j, columns);
        } else if (g.packed()) {
            tiles(g, j, columns, TileForm.B.PACKED, g.packedB,
                    Float.BYTES * ((long) j * g.k + (long) p * width));
        } else if (bInPlace && columns == width) {
            tiles(g, j, columns, TileForm.B.IN_PLACE, packedB, 0);
        } else {
            packB(g, j, columns);
            tiles(g, j, columns, TileForm.B.PACKED, packedB, 0);
        }
    }

    private void packB(GemmCall g, int j, int columns) {
        if (packedB.byteSize() == 0) {
            packedB = Arena.ofAuto()
                    .allocate((long) Float.BYTES * GemmBlocking.KC * NR, GemmBlocking.ALIGNMENT);
        }
        if (g.transB) {
            provideCopiedB();
            GemmPacking.transposedB(columns, NR, steps, g.b, g.bOffset + j * g.ldb + p, g.ldb, copiedB);
            GemmPacking.sliver(columns, steps, copiedB, 0, NR, packedB);
        } else {
            GemmPacking.sliver(columns, steps, g.b, g.bOffset + p * g.ldb + j, g.ldb, packedB);
        }
    }

    /** Tile below tile. */
    private void tiles(GemmCall g, int j, int columns, TileForm.B formB, MemorySegment packed,
            long packedAt) {
        int vectors = (columns + W - 1) / W;
        boolean partial = columns < vectors * W;
        for (int i = i0; i < i1; i += MR) {
            int rows = Math.min(MR, i1 - i);
            int cAt = cOffset + i * ldc + j;
            if (partial && p > 0) {
                GemmEdge.copy(rows, columns, c, cAt, ldc, edge, 0, NR);
            }
            MicroKernels.get(rows, vectors, aCopied ? TileForm.A.COPIED : TileForm.A.COLUMNS, formB, p > 0)
                    .run(steps, aCopied ? copiedA : g.a,
                            aCopied ? (i - i0) * GemmBlocking.A_STRIDE : g.aAt(i, p), g.lda, g.b,
                            g.bOffset + p * g.ldb + j, g.ldb, packed, packedAt, partial ? edge : c,
                            partial ? 0 : cAt, partial ? NR : ldc);
            if (partial) {
                GemmEdge.copy(rows, columns, edge, 0, NR, c, cAt, ldc);
            }
            finish(g, i, rows, j, columns);
        }
    }

    /** The only sliver, of at most one vector. */
    private void narrow(GemmCall g, int j, int columns) {
        provideCopiedB();
        GemmEdge.copy(steps, columns, g.b, g.bOffset + p * g.ldb + j, g.ldb, copiedB, 0, W);
        GemmNarrow.multiply(i1 - i0, columns, steps, g.a, g.aAt(i0, 0), g.lda, copiedB, c,
                cOffset + i0 * ldc + j, ldc);
        finish(g, i0, i1 - i0, j, columns);
    }

    private void provideCopiedB() {
        if (copiedB.length == 0) {
            copiedB = new float[GemmBlocking.KC * NR + W];
        }
    }

    private void finish(GemmCall g, int i, int rows, int j, int columns) {
        if (p + steps == g.k) {
            g.activate(i, i + rows, j, j + columns);
        }
    }
}
