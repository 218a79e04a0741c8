package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.GemmReference;
import java.lang.foreign.MemorySegment;

/**
 * One product and its division into rectangles of C, one for each thread; never along k. A rectangle is a product of its
 * own: threads share no packed data and wait for nobody.
 */
final class GemmCall {
    /** Multiply-adds that are worth a further thread: about three microseconds. */
    private static final long WORTH_A_THREAD = 1L << 18;
    static final float[] NONE = {};

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
    /** Packed B as of {@link PackedSlivers}, if {@link #packed}. */
    MemorySegment packedB = MemorySegment.NULL;
    float beta;
    float[] c = NONE;
    int cOffset;
    int ldc;
    private int m;
    private int n;
    private int rowParts;
    private int columnParts;
    private boolean packed;
    private boolean linear;
    private boolean busy;
    private final GemmEpilogue epilogue = new GemmEpilogue();
    private final Workers.Work rectangle = this::rectangle;

    /** Sets all but B; names as in {@code Gemm.sgemm}. */
    void operands(boolean ta, int rows, int columns, int steps, float alphaFactor, float[] aa, int aAt,
            int strideA, float betaFactor, float[] cc, int cAt, int strideC) {
        busy = true;
        transA = ta;
        m = rows;
        n = columns;
        k = steps;
        alpha = alphaFactor;
        a = aa;
        aOffset = aAt;
        lda = strideA;
        beta = betaFactor;
        c = cc;
        cOffset = cAt;
        ldc = strideC;
    }

    /** Sets B in place. */
    void matrix(boolean tb, float[] bb, int bAt, int strideB) {
        transB = tb;
        b = bb;
        bOffset = bAt;
        ldb = strideB;
    }

    /** Sets packed B. */
    void packed(MemorySegment slivers) {
        transB = false;
        packed = true;
        packedB = slivers;
    }

    /** Makes it a linear layer, whose z is C. */
    GemmEpilogue linear() {
        linear = true;
        return epilogue;
    }

    boolean packed() {
        return packed;
    }

    /** Where op(A)[i, p] is. */
    int aAt(int i, int p) {
        return transA ? aOffset + p * lda + i : aOffset + i * lda + p;
    }

    /** Adds bias and activation to a part of C that holds its sums. */
    void activate(int i0, int i1, int j0, int j1) {
        if (linear) {
            epilogue.apply(i0, i1, j0, j1);
        }
    }

    /** Computes the product. */
    void run(Workers workers) {
        try {
            if (alpha == 0f || k == 0) {
                GemmReference.scale(m, n, beta, c, cOffset, ldc);
                activate(0, m, 0, n);
            } else {
                multiply(workers);
            }
        } finally {
            clear();
        }
    }

    private void multiply(Workers workers) {
        divide(workers.threads());
        if (rowParts * columnParts == 1) {
            GemmBuffers.get().rectangle.multiply(this, 0, m, 0, n);
        } else {
            workers.run(rowParts * columnParts, rectangle);
        }
    }

    /** Whether operands are set and the product is not finished. */
    boolean isBusy() {
        return busy;
    }

    private void clear() {
        busy = false;
        a = b = c = NONE;
        packed = false;
        packedB = MemorySegment.NULL;
        linear = false;
        epilogue.clear();
    }

    /** Cuts the longer side, and the other one too where it alone cannot feed all threads. */
    private void divide(int threads) {
        int parts = Math.clamp((long) m * n * k / WORTH_A_THREAD, 1, threads);
        int rowTiles = Math.ceilDiv(m, GemmBlocking.MR);
        int slivers = Math.ceilDiv(n, GemmBlocking.NR);
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
        GemmBuffers.get().rectangle.multiply(this, cut(m, row, rowParts, GemmBlocking.MR),
                cut(m, row + 1, rowParts, GemmBlocking.MR), cut(n, column, columnParts, GemmBlocking.NR),
                cut(n, column + 1, columnParts, GemmBlocking.NR));
    }

    /** Where part {@code i} of {@code parts} of a side begins: at a multiple of {@code unit}. */
    private static int cut(int side, int i, int parts, int unit) {
        long units = (side + unit - 1L) / unit;
        return (int) Math.min(side, units * i / parts * unit);
    }
}
