package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;

/**
 * The inner product of a GEMM for machines with 16 vector registers: 12 accumulators, 2 of B, 1 of A.
 *
 * <p>A tile of C, 6 rows by 2 vectors, takes {@code k} steps of {@code c[r][v] = fma(a[r][p], b[p][v], c[r][v])},
 * from zero or from what the tile holds. Accumulators are local variables because C2 keeps vectors in registers
 * only there: no array, no helper.
 */
final class MicroKernel6x2 {
    private MicroKernel6x2() {
    }

    /** Contract: see {@link MicroKernel#tile}. */
    static void tile(int k, float[] a, int a0, int a1, int a2, int a3, int a4, int a5, int aStep, float[] b,
            int bOffset, int bStep, float[] c, int cOffset, int ldc, boolean fresh) {
        final int w = Lanes.COUNT;
        FloatVector c00;
        FloatVector c01;
        FloatVector c10;
        FloatVector c11;
        FloatVector c20;
        FloatVector c21;
        FloatVector c30;
        FloatVector c31;
        FloatVector c40;
        FloatVector c41;
        FloatVector c50;
        FloatVector c51;
        if (fresh) {
            c00 = c01 = Lanes.zero();
            c10 = c11 = Lanes.zero();
            c20 = c21 = Lanes.zero();
            c30 = c31 = Lanes.zero();
            c40 = c41 = Lanes.zero();
            c50 = c51 = Lanes.zero();
        } else {
            c00 = FloatVector.fromArray(Lanes.F, c, cOffset);
            c01 = FloatVector.fromArray(Lanes.F, c, cOffset + w);
            c10 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc);
            c11 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc + w);
            c20 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc);
            c21 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc + w);
            c30 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc);
            c31 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc + w);
            c40 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc);
            c41 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc + w);
            c50 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc);
            c51 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc + w);
        }
        int ap = 0;
        int bp = bOffset;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(Lanes.F, b, bp);
            FloatVector b1 = FloatVector.fromArray(Lanes.F, b, bp + w);
            FloatVector r0 = FloatVector.broadcast(Lanes.F, a[a0 + ap]);
            c00 = r0.fma(b0, c00);
            c01 = r0.fma(b1, c01);
            FloatVector r1 = FloatVector.broadcast(Lanes.F, a[a1 + ap]);
            c10 = r1.fma(b0, c10);
            c11 = r1.fma(b1, c11);
            FloatVector r2 = FloatVector.broadcast(Lanes.F, a[a2 + ap]);
            c20 = r2.fma(b0, c20);
            c21 = r2.fma(b1, c21);
            FloatVector r3 = FloatVector.broadcast(Lanes.F, a[a3 + ap]);
            c30 = r3.fma(b0, c30);
            c31 = r3.fma(b1, c31);
            FloatVector r4 = FloatVector.broadcast(Lanes.F, a[a4 + ap]);
            c40 = r4.fma(b0, c40);
            c41 = r4.fma(b1, c41);
            FloatVector r5 = FloatVector.broadcast(Lanes.F, a[a5 + ap]);
            c50 = r5.fma(b0, c50);
            c51 = r5.fma(b1, c51);
            ap += aStep;
            bp += bStep;
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + w);
        c10.intoArray(c, cOffset + ldc);
        c11.intoArray(c, cOffset + ldc + w);
        c20.intoArray(c, cOffset + 2 * ldc);
        c21.intoArray(c, cOffset + 2 * ldc + w);
        c30.intoArray(c, cOffset + 3 * ldc);
        c31.intoArray(c, cOffset + 3 * ldc + w);
        c40.intoArray(c, cOffset + 4 * ldc);
        c41.intoArray(c, cOffset + 4 * ldc + w);
        c50.intoArray(c, cOffset + 5 * ldc);
        c51.intoArray(c, cOffset + 5 * ldc + w);
    }
}
