package dev.lanewise.kernels.simd;

/**
 * A rectangle of C on one thread. For each block of rows and of k, A is packed if it will be read often; then each sliver
 * of B, NR columns wide, is packed by the first tile that reads it and serves all others from the first-level cache.
 */
final class GemmRectangle {
    private static final int MR = GemmBlocking.MR;
    private static final int NR = GemmBlocking.NR;
    private static final int MC = GemmBlocking.MC;
    private static final int NC = GemmBlocking.NC;

    private GemmRectangle() {
    }

    /** Computes rows [i0, i1), columns [j0, j1). */
    static void multiply(GemmCall g, int i0, int i1, int j0, int j1) {
        if (g.alpha == 1f && g.beta == 0f) {
            sums(g, i0, i1, j0, j1, g.c, g.cOffset, g.ldc);
            return;
        }
        float[] block = GemmBuffers.get().sums(Math.min(MC, i1 - i0) * Math.min(NC, j1 - j0));
        for (int i = i0; i < i1; i += MC) {
            for (int j = j0; j < j1; j += NC) {
                int rows = Math.min(MC, i1 - i);
                int columns = Math.min(NC, j1 - j);
                sums(g, i, i + rows, j, j + columns, block, -(i * columns + j), columns);
                finish(g, i, rows, j, columns, block);
            }
        }
    }

    /** {@code r = alpha * sum; c = beta == 0 ? r : fma(beta, c, r)}. */
    private static void finish(GemmCall g, int i0, int rows, int j0, int columns, float[] block) {
        for (int i = 0; i < rows; i++) {
            int at = g.cOffset + (i0 + i) * g.ldc + j0;
            for (int j = 0; j < columns; j++) {
                float r = g.alpha * block[i * columns + j];
                g.c[at + j] = g.beta == 0 ? r : Math.fma(g.beta, g.c[at + j], r);
            }
        }
    }

    /** The chains themselves, to {@code c[cOffset + i * ldc + j]}. Blocks of rows are as equal as tiles allow. */
    private static void sums(GemmCall g, int i0, int i1, int j0, int j1, float[] c, int cOffset, int ldc) {
        GemmBuffers buffers = GemmBuffers.get();
        boolean packA = j1 - j0 >= GemmBlocking.PACK_A_FROM && i1 - i0 >= GemmBlocking.PACK_B_FROM;
        int kc = i1 - i0 <= MR ? GemmBlocking.KC_SKINNY : GemmBlocking.KC;
        int blocks = (i1 - i0 + MC - 1) / MC;
        int mc = ((i1 - i0 + blocks - 1) / blocks + MR - 1) / MR * MR;
        for (int i = i0; i < i1; i += mc) {
            int rows = Math.min(mc, i1 - i);
            for (int p = 0; p < g.k; p += kc) {
                int steps = Math.min(kc, g.k - p);
                if (packA) {
                    packA(g, i, rows, p, steps, buffers.packedA);
                }
                for (int j = j0; j < j1; j += NR) {
                    sliver(g, i, rows, j, Math.min(NR, j1 - j), p, steps, packA, buffers, c, cOffset, ldc);
                }
            }
        }
    }

    private static void packA(GemmCall g, int i0, int rows, int p, int steps, float[] packed) {
        for (int i = 0; i < rows; i += MR) {
            GemmPacking.sliverOfA(g.transA, Math.min(MR, rows - i), steps, g.a, aAt(g, i0 + i, p), g.lda,
                    packed,
                    i * steps);
        }
    }

    private static int aAt(GemmCall g, int i, int p) {
        return g.transA ? g.aOffset + p * g.lda + i : g.aOffset + i * g.lda + p;
    }

    /** One sliver of columns times a block of rows. At the right edge, B and C are lent a sliver's full width. */
    private static void sliver(GemmCall g, int i0, int rows, int j, int columns, int p, int steps,
            boolean packedA,
            GemmBuffers buffers, float[] c, int cOffset, int ldc) {
        int vectors = (columns + Lanes.COUNT - 1) / Lanes.COUNT;
        int width = vectors * Lanes.COUNT;
        boolean edge = columns < width;
        TileForm.A formA = packedA ? TileForm.A.PACKED : g.transA ? TileForm.A.COLUMNS : TileForm.A.ROWS;
        TileForm.B formB = prepareB(g, rows, j, columns, width, p, steps, buffers.packedB);
        for (int i = 0; i < rows; i += MR) {
            int count = Math.min(MR, rows - i);
            Tile tile = MicroKernels.get(count, vectors, formA, formB, p > 0);
            boolean packedB = formB == TileForm.B.PACKED;
            int cAt = cOffset + (i0 + i) * ldc + j;
            if (edge && p > 0) {
                GemmEdge.copy(count, columns, c, cAt, ldc, buffers.edge, 0, width);
            }
            tile.run(steps, packedA ? buffers.packedA : g.a, packedA ? i * steps : aAt(g, i0 + i, p), g.lda,
                    g.lda,
                    packedB ? buffers.packedB : g.b, packedB ? 0 : g.bOffset + p * g.ldb + j, g.ldb,
                    buffers.packedB,
                    edge ? buffers.edge : c, edge ? 0 : cAt, edge ? width : ldc);
            if (edge) {
                GemmEdge.copy(count, columns, buffers.edge, 0, width, c, cAt, ldc);
            }
            // The first tile has packed the sliver for the others.
            formB = formB == TileForm.B.COPIED ? TileForm.B.PACKED : formB;
        }
    }

    /** Packs what the tiles cannot read in place; says how the first tile is to read the sliver. */
    private static TileForm.B prepareB(GemmCall g, int rows, int j, int columns, int width, int p, int steps,
            float[] packed) {
        if (g.transB) {
            GemmPacking.sliverOfTransposedB(columns, width, steps, g.b, g.bOffset + j * g.ldb + p, g.ldb,
                    packed);
            return TileForm.B.PACKED;
        }
        if (columns < width) {
            GemmEdge.copy(steps, columns, g.b, g.bOffset + p * g.ldb + j, g.ldb, packed, 0, width);
            return TileForm.B.PACKED;
        }
        return rows >= GemmBlocking.PACK_B_FROM ? TileForm.B.COPIED : TileForm.B.IN_PLACE;
    }
}
