package dev.lanewise.jmh;

import dev.lanewise.kernels.Transpose;

/**
 * The middle rung of the ladder: {@code C = op(A) op(B)} in plain scalar Java, blocked for the caches, with sixteen
 * elements of C in registers. Each element is the definition's chain, so the bits are equal too: where k is divided, C
 * holds the chain so far, which rounds nothing.
 */
final class BlockedScalarGemm {
    private static final int TILE = 4;
    /** Four rows of this length fit in the first-level cache. */
    private static final int K_BLOCK = 256;
    /** A block of B, K_BLOCK x N_BLOCK, is 128 KB: it fits in the second-level cache. */
    private static final int N_BLOCK = 128;

    private final GemmShape s;
    private final float[] a;
    private final float[] b;
    private final float[] c;
    private final int aRow;
    private final int aStep;
    private final int bStep;
    private final int bColumn;

    /** Of arrays without gaps; C is written, never read before. */
    BlockedScalarGemm(GemmShape shape, float[] a, float[] b, float[] c) {
        s = shape;
        this.a = a;
        this.b = b;
        this.c = c;
        aRow = s.transA() == Transpose.N ? s.lda() : 1;
        aStep = s.transA() == Transpose.N ? 1 : s.lda();
        bStep = s.transB() == Transpose.N ? s.ldb() : 1;
        bColumn = s.transB() == Transpose.N ? 1 : s.ldb();
    }

    /** One product. */
    void multiply() {
        for (int p = 0; p < s.k(); p += K_BLOCK) {
            int pEnd = Math.min(p + K_BLOCK, s.k());
            for (int j = 0; j < s.n(); j += N_BLOCK) {
                block(j, Math.min(j + N_BLOCK, s.n()), p, pEnd);
            }
        }
    }

    private void block(int jStart, int jEnd, int p, int pEnd) {
        for (int i = 0; i < s.m(); i += TILE) {
            for (int j = jStart; j < jEnd; j += TILE) {
                if (i + TILE <= s.m() && j + TILE <= jEnd) {
                    tile(i, j, p, pEnd);
                } else {
                    edge(i, Math.min(i + TILE, s.m()), j, Math.min(j + TILE, jEnd), p, pEnd);
                }
            }
        }
    }

    /** Continues sixteen chains from pStart to pEnd. */
    private void tile(int i, int j, int pStart, int pEnd) {
        int n = s.n();
        int row0 = i * n + j;
        int row1 = row0 + n;
        int row2 = row1 + n;
        int row3 = row2 + n;
        boolean first = pStart == 0;
        float c00 = first ? 0f : c[row0];
        float c01 = first ? 0f : c[row0 + 1];
        float c02 = first ? 0f : c[row0 + 2];
        float c03 = first ? 0f : c[row0 + 3];
        float c10 = first ? 0f : c[row1];
        float c11 = first ? 0f : c[row1 + 1];
        float c12 = first ? 0f : c[row1 + 2];
        float c13 = first ? 0f : c[row1 + 3];
        float c20 = first ? 0f : c[row2];
        float c21 = first ? 0f : c[row2 + 1];
        float c22 = first ? 0f : c[row2 + 2];
        float c23 = first ? 0f : c[row2 + 3];
        float c30 = first ? 0f : c[row3];
        float c31 = first ? 0f : c[row3 + 1];
        float c32 = first ? 0f : c[row3 + 2];
        float c33 = first ? 0f : c[row3 + 3];
        for (int p = pStart; p < pEnd; p++) {
            int ai = i * aRow + p * aStep;
            float a0 = a[ai];
            float a1 = a[ai + aRow];
            float a2 = a[ai + 2 * aRow];
            float a3 = a[ai + 3 * aRow];
            int bj = j * bColumn + p * bStep;
            float b0 = b[bj];
            float b1 = b[bj + bColumn];
            float b2 = b[bj + 2 * bColumn];
            float b3 = b[bj + 3 * bColumn];
            c00 = Math.fma(a0, b0, c00);
            c01 = Math.fma(a0, b1, c01);
            c02 = Math.fma(a0, b2, c02);
            c03 = Math.fma(a0, b3, c03);
            c10 = Math.fma(a1, b0, c10);
            c11 = Math.fma(a1, b1, c11);
            c12 = Math.fma(a1, b2, c12);
            c13 = Math.fma(a1, b3, c13);
            c20 = Math.fma(a2, b0, c20);
            c21 = Math.fma(a2, b1, c21);
            c22 = Math.fma(a2, b2, c22);
            c23 = Math.fma(a2, b3, c23);
            c30 = Math.fma(a3, b0, c30);
            c31 = Math.fma(a3, b1, c31);
            c32 = Math.fma(a3, b2, c32);
            c33 = Math.fma(a3, b3, c33);
        }
        store(row0, c00, c01, c02, c03);
        store(row1, c10, c11, c12, c13);
        store(row2, c20, c21, c22, c23);
        store(row3, c30, c31, c32, c33);
    }

    private void store(int at, float c0, float c1, float c2, float c3) {
        c[at] = c0;
        c[at + 1] = c1;
        c[at + 2] = c2;
        c[at + 3] = c3;
    }

    /** What is left beside the tiles, one chain at a time. */
    private void edge(int iStart, int iEnd, int jStart, int jEnd, int pStart, int pEnd) {
        for (int i = iStart; i < iEnd; i++) {
            for (int j = jStart; j < jEnd; j++) {
                float acc = pStart == 0 ? 0f : c[i * s.n() + j];
                for (int p = pStart; p < pEnd; p++) {
                    acc = Math.fma(a[i * aRow + p * aStep], b[p * bStep + j * bColumn], acc);
                }
                c[i * s.n() + j] = acc;
            }
        }
    }
}
