package dev.lanewise.kernels.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Products with few rows of C, which are bound by reading B: rows of B stream through along memory, eight at a time, so
 * that the processor fetches them ahead, and C stays in a near cache. Chains go on where the last eight steps left them.
 */
final class GemmStream {
    private static final int STEPS = 8;
    private static final int ROWS = 4;
    private static final int W = Lanes.COUNT;

    private GemmStream() {
    }

    /** The chains of rows [i0, i1), columns [j0, j1), to {@code c[cOffset + i * ldc + j]}. */
    static void multiply(GemmCall g, int i0, int i1, int j0, int j1, float[] c, int cOffset, int ldc) {
        int columns = Lanes.bound(j1 - j0);
        for (int i = i0; i < i1; i++) {
            int cAt = cOffset + i * ldc + j0;
            Arrays.fill(c, cAt, cAt + columns, 0f);
        }
        int p = 0;
        for (; p <= g.k - STEPS; p += STEPS) {
            if (i1 - i0 == ROWS) {
                fourRows(g, i0, j0, columns, p, c, cOffset + i0 * ldc + j0, ldc);
                fourRows(g, i0, j0, columns, p + STEPS / 2, c, cOffset + i0 * ldc + j0, ldc);
            } else {
                for (int i = i0; i < i1; i++) {
                    oneRow(g, i, j0, columns, p, c, cOffset + i * ldc + j0);
                }
            }
        }
        for (int i = i0; i < i1; i++) {
            int cAt = cOffset + i * ldc + j0;
            lastSteps(g, i, j0, columns, p, c, cAt);
            if (columns < j1 - j0) {
                edge(g, i, j0 + columns, j1 - j0 - columns, c, cAt + columns);
            }
        }
    }

    /** Four rows of C and four steps of k. */
    private static void fourRows(GemmCall g, int i, int j0, int columns, int p, float[] c, int c0, int ldc) {
        float[] a = g.a;
        float[] b = g.b;
        int aAt = g.aAt(i, p);
        int rowStep = g.transA ? 1 : g.lda;
        int kStep = g.transA ? g.lda : 1;
        int ldb = g.ldb;
        int b0 = g.bOffset + p * ldb + j0;
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int c1 = c0 + ldc;
        int c2 = c1 + ldc;
        int c3 = c2 + ldc;
        int a1 = aAt + rowStep;
        int a2 = a1 + rowStep;
        int a3 = a2 + rowStep;
        FloatVector x00 = FloatVector.broadcast(Lanes.F, a[aAt]);
        FloatVector x01 = FloatVector.broadcast(Lanes.F, a[aAt + kStep]);
        FloatVector x02 = FloatVector.broadcast(Lanes.F, a[aAt + 2 * kStep]);
        FloatVector x03 = FloatVector.broadcast(Lanes.F, a[aAt + 3 * kStep]);
        FloatVector x10 = FloatVector.broadcast(Lanes.F, a[a1]);
        FloatVector x11 = FloatVector.broadcast(Lanes.F, a[a1 + kStep]);
        FloatVector x12 = FloatVector.broadcast(Lanes.F, a[a1 + 2 * kStep]);
        FloatVector x13 = FloatVector.broadcast(Lanes.F, a[a1 + 3 * kStep]);
        FloatVector x20 = FloatVector.broadcast(Lanes.F, a[a2]);
        FloatVector x21 = FloatVector.broadcast(Lanes.F, a[a2 + kStep]);
        FloatVector x22 = FloatVector.broadcast(Lanes.F, a[a2 + 2 * kStep]);
        FloatVector x23 = FloatVector.broadcast(Lanes.F, a[a2 + 3 * kStep]);
        FloatVector x30 = FloatVector.broadcast(Lanes.F, a[a3]);
        FloatVector x31 = FloatVector.broadcast(Lanes.F, a[a3 + kStep]);
        FloatVector x32 = FloatVector.broadcast(Lanes.F, a[a3 + 2 * kStep]);
        FloatVector x33 = FloatVector.broadcast(Lanes.F, a[a3 + 3 * kStep]);
        for (int j = 0; j < columns; j += W) {
            FloatVector v0 = FloatVector.fromArray(Lanes.F, b, b0 + j);
            FloatVector v1 = FloatVector.fromArray(Lanes.F, b, b1 + j);
            FloatVector v2 = FloatVector.fromArray(Lanes.F, b, b2 + j);
            FloatVector v3 = FloatVector.fromArray(Lanes.F, b, b3 + j);
            x03.fma(v3, x02.fma(v2, x01.fma(v1, x00.fma(v0, FloatVector.fromArray(Lanes.F, c, c0 + j)))))
                    .intoArray(c, c0 + j);
            x13.fma(v3, x12.fma(v2, x11.fma(v1, x10.fma(v0, FloatVector.fromArray(Lanes.F, c, c1 + j)))))
                    .intoArray(c, c1 + j);
            x23.fma(v3, x22.fma(v2, x21.fma(v1, x20.fma(v0, FloatVector.fromArray(Lanes.F, c, c2 + j)))))
                    .intoArray(c, c2 + j);
            x33.fma(v3, x32.fma(v2, x31.fma(v1, x30.fma(v0, FloatVector.fromArray(Lanes.F, c, c3 + j)))))
                    .intoArray(c, c3 + j);
        }
    }

    /** One row of C and eight steps of k. */
    private static void oneRow(GemmCall g, int i, int j0, int columns, int p, float[] c, int cAt) {
        float[] a = g.a;
        float[] b = g.b;
        int aAt = g.aAt(i, p);
        int kStep = g.transA ? g.lda : 1;
        int ldb = g.ldb;
        int b0 = g.bOffset + p * ldb + j0;
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int b4 = b3 + ldb;
        int b5 = b4 + ldb;
        int b6 = b5 + ldb;
        int b7 = b6 + ldb;
        FloatVector x0 = FloatVector.broadcast(Lanes.F, a[aAt]);
        FloatVector x1 = FloatVector.broadcast(Lanes.F, a[aAt + kStep]);
        FloatVector x2 = FloatVector.broadcast(Lanes.F, a[aAt + 2 * kStep]);
        FloatVector x3 = FloatVector.broadcast(Lanes.F, a[aAt + 3 * kStep]);
        FloatVector x4 = FloatVector.broadcast(Lanes.F, a[aAt + 4 * kStep]);
        FloatVector x5 = FloatVector.broadcast(Lanes.F, a[aAt + 5 * kStep]);
        FloatVector x6 = FloatVector.broadcast(Lanes.F, a[aAt + 6 * kStep]);
        FloatVector x7 = FloatVector.broadcast(Lanes.F, a[aAt + 7 * kStep]);
        for (int j = 0; j < columns; j += W) {
            FloatVector sum = FloatVector.fromArray(Lanes.F, c, cAt + j);
            sum = x0.fma(FloatVector.fromArray(Lanes.F, b, b0 + j), sum);
            sum = x1.fma(FloatVector.fromArray(Lanes.F, b, b1 + j), sum);
            sum = x2.fma(FloatVector.fromArray(Lanes.F, b, b2 + j), sum);
            sum = x3.fma(FloatVector.fromArray(Lanes.F, b, b3 + j), sum);
            sum = x4.fma(FloatVector.fromArray(Lanes.F, b, b4 + j), sum);
            sum = x5.fma(FloatVector.fromArray(Lanes.F, b, b5 + j), sum);
            sum = x6.fma(FloatVector.fromArray(Lanes.F, b, b6 + j), sum);
            x7.fma(FloatVector.fromArray(Lanes.F, b, b7 + j), sum).intoArray(c, cAt + j);
        }
    }

    /** One row of C and the steps of k from p, one at a time. */
    private static void lastSteps(GemmCall g, int i, int j0, int columns, int p, float[] c, int cAt) {
        for (int q = p; q < g.k; q++) {
            FloatVector x = FloatVector.broadcast(Lanes.F, g.a[g.aAt(i, q)]);
            int bAt = g.bOffset + q * g.ldb + j0;
            for (int j = 0; j < columns; j += W) {
                x.fma(FloatVector.fromArray(Lanes.F, g.b, bAt + j),
                        FloatVector.fromArray(Lanes.F, c, cAt + j))
                        .intoArray(c, cAt + j);
            }
        }
    }

    /** The last columns, fewer than lanes, of one row, in one register. */
    private static void edge(GemmCall g, int i, int j0, int columns, float[] c, int cAt) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, columns);
        FloatVector sum = FloatVector.zero(Lanes.F);
        for (int p = 0; p < g.k; p++) {
            sum = FloatVector.broadcast(Lanes.F, g.a[g.aAt(i, p)])
                    .fma(FloatVector.fromArray(Lanes.F, g.b, g.bOffset + p * g.ldb + j0, inside), sum);
        }
        sum.intoArray(c, cAt, inside);
    }
}
