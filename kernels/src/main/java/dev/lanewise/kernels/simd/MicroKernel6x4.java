package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;

/**
 * The inner product of a GEMM for machines with 32 vector registers: 24 accumulators, 4 of B, 1 of A.
 *
 * <p>A tile of C, 6 rows by 4 vectors, takes {@code k} steps of {@code c[r][v] = fma(a[r][p], b[p][v], c[r][v])},
 * from zero or from what the tile holds. Accumulators are local variables because C2 keeps vectors in registers
 * only there: no array, no helper.
 */
final class MicroKernel6x4 {
    private MicroKernel6x4() {
    }

    /** Contract: see {@link MicroKernel#tile}. */
    static void tile(int k, float[] a, int a0, int a1, int a2, int a3, int a4, int a5, int aStep, float[] b,
            int bOffset, int bStep, float[] c, int cOffset, int ldc, boolean fresh) {
        final int w = Lanes.COUNT;
        FloatVector c00;
        FloatVector c01;
        FloatVector c02;
        FloatVector c03;
        FloatVector c10;
        FloatVector c11;
        FloatVector c12;
        FloatVector c13;
        FloatVector c20;
        FloatVector c21;
        FloatVector c22;
        FloatVector c23;
        FloatVector c30;
        FloatVector c31;
        FloatVector c32;
        FloatVector c33;
        FloatVector c40;
        FloatVector c41;
        FloatVector c42;
        FloatVector c43;
        FloatVector c50;
        FloatVector c51;
        FloatVector c52;
        FloatVector c53;
        if (fresh) {
            c00 = c01 = c02 = c03 = Lanes.zero();
            c10 = c11 = c12 = c13 = Lanes.zero();
            c20 = c21 = c22 = c23 = Lanes.zero();
            c30 = c31 = c32 = c33 = Lanes.zero();
            c40 = c41 = c42 = c43 = Lanes.zero();
            c50 = c51 = c52 = c53 = Lanes.zero();
        } else {
            c00 = FloatVector.fromArray(Lanes.F, c, cOffset);
            c01 = FloatVector.fromArray(Lanes.F, c, cOffset + w);
            c02 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * w);
            c03 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * w);
            c10 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc);
            c11 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc + w);
            c12 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc + 2 * w);
            c13 = FloatVector.fromArray(Lanes.F, c, cOffset + ldc + 3 * w);
            c20 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc);
            c21 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc + w);
            c22 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc + 2 * w);
            c23 = FloatVector.fromArray(Lanes.F, c, cOffset + 2 * ldc + 3 * w);
            c30 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc);
            c31 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc + w);
            c32 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc + 2 * w);
            c33 = FloatVector.fromArray(Lanes.F, c, cOffset + 3 * ldc + 3 * w);
            c40 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc);
            c41 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc + w);
            c42 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc + 2 * w);
            c43 = FloatVector.fromArray(Lanes.F, c, cOffset + 4 * ldc + 3 * w);
            c50 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc);
            c51 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc + w);
            c52 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc + 2 * w);
            c53 = FloatVector.fromArray(Lanes.F, c, cOffset + 5 * ldc + 3 * w);
        }
        int ap = 0;
        int bp = bOffset;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(Lanes.F, b, bp);
            FloatVector b1 = FloatVector.fromArray(Lanes.F, b, bp + w);
            FloatVector b2 = FloatVector.fromArray(Lanes.F, b, bp + 2 * w);
            FloatVector b3 = FloatVector.fromArray(Lanes.F, b, bp + 3 * w);
            FloatVector r0 = FloatVector.broadcast(Lanes.F, a[a0 + ap]);
            c00 = r0.fma(b0, c00);
            c01 = r0.fma(b1, c01);
            c02 = r0.fma(b2, c02);
            c03 = r0.fma(b3, c03);
            FloatVector r1 = FloatVector.broadcast(Lanes.F, a[a1 + ap]);
            c10 = r1.fma(b0, c10);
            c11 = r1.fma(b1, c11);
            c12 = r1.fma(b2, c12);
            c13 = r1.fma(b3, c13);
            FloatVector r2 = FloatVector.broadcast(Lanes.F, a[a2 + ap]);
            c20 = r2.fma(b0, c20);
            c21 = r2.fma(b1, c21);
            c22 = r2.fma(b2, c22);
            c23 = r2.fma(b3, c23);
            FloatVector r3 = FloatVector.broadcast(Lanes.F, a[a3 + ap]);
            c30 = r3.fma(b0, c30);
            c31 = r3.fma(b1, c31);
            c32 = r3.fma(b2, c32);
            c33 = r3.fma(b3, c33);
            FloatVector r4 = FloatVector.broadcast(Lanes.F, a[a4 + ap]);
            c40 = r4.fma(b0, c40);
            c41 = r4.fma(b1, c41);
            c42 = r4.fma(b2, c42);
            c43 = r4.fma(b3, c43);
            FloatVector r5 = FloatVector.broadcast(Lanes.F, a[a5 + ap]);
            c50 = r5.fma(b0, c50);
            c51 = r5.fma(b1, c51);
            c52 = r5.fma(b2, c52);
            c53 = r5.fma(b3, c53);
            ap += aStep;
            bp += bStep;
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + w);
        c02.intoArray(c, cOffset + 2 * w);
        c03.intoArray(c, cOffset + 3 * w);
        c10.intoArray(c, cOffset + ldc);
        c11.intoArray(c, cOffset + ldc + w);
        c12.intoArray(c, cOffset + ldc + 2 * w);
        c13.intoArray(c, cOffset + ldc + 3 * w);
        c20.intoArray(c, cOffset + 2 * ldc);
        c21.intoArray(c, cOffset + 2 * ldc + w);
        c22.intoArray(c, cOffset + 2 * ldc + 2 * w);
        c23.intoArray(c, cOffset + 2 * ldc + 3 * w);
        c30.intoArray(c, cOffset + 3 * ldc);
        c31.intoArray(c, cOffset + 3 * ldc + w);
        c32.intoArray(c, cOffset + 3 * ldc + 2 * w);
        c33.intoArray(c, cOffset + 3 * ldc + 3 * w);
        c40.intoArray(c, cOffset + 4 * ldc);
        c41.intoArray(c, cOffset + 4 * ldc + w);
        c42.intoArray(c, cOffset + 4 * ldc + 2 * w);
        c43.intoArray(c, cOffset + 4 * ldc + 3 * w);
        c50.intoArray(c, cOffset + 5 * ldc);
        c51.intoArray(c, cOffset + 5 * ldc + w);
        c52.intoArray(c, cOffset + 5 * ldc + 2 * w);
        c53.intoArray(c, cOffset + 5 * ldc + 3 * w);
    }
}
