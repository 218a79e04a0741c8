package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Workers;

/**
 * One product, divided among threads along rows and columns of C, never along k. For each block of k: first the
 * slivers of B are packed, then the blocks of C are computed.
 */
final class GemmCall {
    /** Steps of k in a block: a sliver of B stays in the second-level cache, the rows of A in the first. */
    private static final int KC = 256;
    /** Rows of C in a part. */
    private static final int MC = 16 * MicroKernel.MR;
    /** Columns of C in a part. */
    private static final int NC = 8 * MicroKernel.NR;
    /** Multiply-adds below which a second thread costs more than it saves. */
    private static final long WORTH_SHARING = 1L << 20;

    private final Workers.Work packing = this::pack;
    private final Workers.Work multiplying = this::multiply;

    private boolean transA;
    private boolean transB;
    private int m;
    private int n;
    private float alpha;
    private float[] a = {};
    private int aOffset;
    private int lda;
    private float[] b = {};
    private int bOffset;
    private int ldb;
    private float beta;
    private float[] c = {};
    private int cOffset;
    private int ldc;

    private float[] packed = {};
    private int kFrom;
    private int kSteps;
    private int columnParts;

    /** Sets the operands. */
    void operands(boolean ta, boolean tb, int rows, int columns, float alphaFactor, float[] aa, int aAt,
            int strideA,
            float[] bb, int bAt, int strideB, float betaFactor, float[] cc, int cAt, int strideC) {
        transA = ta;
        transB = tb;
        m = rows;
        n = columns;
        alpha = alphaFactor;
        a = aa;
        aOffset = aAt;
        lda = strideA;
        b = bb;
        bOffset = bAt;
        ldb = strideB;
        beta = betaFactor;
        c = cc;
        cOffset = cAt;
        ldc = strideC;
    }

    /** Computes the product. */
    void run(Workers workers, int k, GemmBuffers buffers) {
        int slivers = (n + MicroKernel.NR - 1) / MicroKernel.NR;
        // A block of k that continues reloads C as the chain's partial sums; alpha and beta need C itself.
        int block = alpha == 1f && beta == 0f ? KC : k;
        packed = buffers.packedB(slivers * MicroKernel.NR * Math.min(block, k));
        columnParts = (n + NC - 1) / NC;
        int parts = columnParts * ((m + MC - 1) / MC);
        boolean shared = (long) m * n * k >= WORTH_SHARING;
        for (kFrom = 0; kFrom < k; kFrom += block) {
            kSteps = Math.min(block, k - kFrom);
            run(workers, shared, slivers, packing);
            run(workers, shared, parts, multiplying);
        }
        a = b = c = packed = NONE;
    }

    private static final float[] NONE = {};

    private static void run(Workers workers, boolean shared, int parts, Workers.Work work) {
        if (shared) {
            workers.run(parts, work);
        } else {
            for (int part = 0; part < parts; part++) {
                work.run(part);
            }
        }
    }

    private void pack(int sliver) {
        int j = sliver * MicroKernel.NR;
        int from = transB ? bOffset + j * ldb + kFrom : bOffset + kFrom * ldb + j;
        GemmPacking.sliver(transB, kSteps, Math.min(MicroKernel.NR, n - j), b, from, ldb, packed, j * kSteps);
    }

    private void multiply(int part) {
        int rowFrom = part / columnParts * MC;
        int columnFrom = part % columnParts * NC;
        int rowTo = Math.min(rowFrom + MC, m);
        int columnTo = Math.min(columnFrom + NC, n);
        float[] edge = GemmBuffers.get().tile;
        for (int j = columnFrom; j < columnTo; j += MicroKernel.NR) {
            int columns = Math.min(MicroKernel.NR, columnTo - j);
            for (int i = rowFrom; i < rowTo; i += MicroKernel.MR) {
                tile(i, Math.min(MicroKernel.MR, rowTo - i), j, columns, edge);
            }
        }
    }

    private void tile(int i, int rows, int j, int columns, float[] edge) {
        int at = cOffset + i * ldc + j;
        boolean fresh = kFrom == 0;
        if (rows == MicroKernel.MR && columns == MicroKernel.NR && alpha == 1f && beta == 0f) {
            tileInto(i, rows, j, c, at, ldc, fresh);
            return;
        }
        if (!fresh) {
            GemmTile.load(rows, columns, c, at, ldc, edge);
        }
        tileInto(i, rows, j, edge, 0, MicroKernel.NR, fresh);
        GemmTile.store(rows, columns, edge, alpha, beta, c, at, ldc);
    }

    /** Rows beyond the matrix repeat its last row, so that nothing is read outside. */
    private void tileInto(int i, int rows, int j, float[] to, int toOffset, int ldTo, boolean fresh) {
        int row = transA ? 1 : lda;
        int step = transA ? lda : 1;
        int last = rows - 1;
        int a0 = aOffset + i * row + kFrom * step;
        MicroKernel.tile(kSteps, a, a0, a0 + Math.min(1, last) * row, a0 + Math.min(2, last) * row,
                a0 + Math.min(3, last) * row, a0 + Math.min(4, last) * row, a0 + Math.min(5, last) * row,
                step, packed,
                j * kSteps, MicroKernel.NR, to, toOffset, ldTo, fresh);
    }
}
