package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Workers;

/**
 * One product and its division into rectangles of C, one for each thread; never along k. A rectangle is a product of its
 * own: threads share no packed data and wait for nobody.
 */
final class GemmCall {
    /** Multiply-adds that are worth a further thread: some microseconds. */
    private static final long WORTH_A_THREAD = 1L << 19;
    private static final float[] NONE = {};

    boolean transA;
    boolean transB;
    int k;
    float alpha;
    float[] a = NONE;
    int aOffset;
    int lda;
    float[] b = NONE;
    int bOffset;
    int ldb;
    float beta;
    float[] c = NONE;
    int cOffset;
    int ldc;
    private int m;
    private int n;
    private int rowParts;
    private int columnParts;
    private final Workers.Work rectangle = this::rectangle;

    /** Sets the operands; names as in {@code Gemm.sgemm}. */
    void operands(boolean ta, boolean tb, int rows, int columns, int steps, float alphaFactor, float[] aa,
            int aAt,
            int strideA, float[] bb, int bAt, int strideB, float betaFactor, float[] cc, int cAt,
            int strideC) {
        transA = ta;
        transB = tb;
        m = rows;
        n = columns;
        k = steps;
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
    void run(Workers workers) {
        divide(workers.threads());
        try {
            if (rowParts * columnParts == 1) {
                GemmRectangle.multiply(this, 0, m, 0, n);
            } else {
                workers.run(rowParts * columnParts, rectangle);
            }
        } finally {
            a = b = c = NONE;
        }
    }

    /** Cuts the longer side, and the other one too where it alone cannot feed all threads. */
    private void divide(int threads) {
        int parts = Math.clamp((long) m * n * k / WORTH_A_THREAD, 1, threads);
        int rowTiles = (m + GemmBlocking.MR - 1) / GemmBlocking.MR;
        int slivers = (n + GemmBlocking.NR - 1) / GemmBlocking.NR;
        if (n >= m) {
            columnParts = Math.min(parts, slivers);
            rowParts = Math.min(parts / columnParts, rowTiles);
        } else {
            rowParts = Math.min(parts, rowTiles);
            columnParts = Math.min(parts / rowParts, slivers);
        }
    }

    private void rectangle(int part) {
        int row = part / columnParts;
        int column = part % columnParts;
        GemmRectangle.multiply(this, cut(m, row, rowParts, GemmBlocking.MR),
                cut(m, row + 1, rowParts, GemmBlocking.MR), cut(n, column, columnParts, GemmBlocking.NR),
                cut(n, column + 1, columnParts, GemmBlocking.NR));
    }

    /** Where part {@code i} of {@code parts} of a side begins: at a multiple of {@code unit}. */
    private static int cut(int side, int i, int parts, int unit) {
        long units = (side + unit - 1L) / unit;
        return (int) Math.min(side, units * i / parts * unit);
    }
}
