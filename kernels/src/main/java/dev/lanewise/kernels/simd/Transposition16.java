package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;

/**
 * Transposition of up to 16 rows in 16 lanes: 16 vectors, four stages of 16 selections from two vectors each; 2.4 times as
 * fast as four scalar rows at a time. Written out because C2 keeps vectors in registers only as local variables.
 */
final class Transposition16 {
    static final int LANES = 16;
    private static final boolean AVAILABLE = Lanes.COUNT == LANES;
    private static final float[] LOW8 = low(8);
    private static final float[] HIGH8 = high(8);
    private static final float[] LOW4 = low(4);
    private static final float[] HIGH4 = high(4);
    private static final float[] LOW2 = low(2);
    private static final float[] HIGH2 = high(2);
    private static final float[] LOW1 = low(1);
    private static final float[] HIGH1 = high(1);

    private Transposition16() {
    }

    /** Lanes to select from (x, y): where the index lacks the bit x's own, elsewhere y's from that bit lower. */
    private static float[] low(int bit) {
        float[] lanes = new float[LANES];
        for (int i = 0; i < LANES; i++) {
            lanes[i] = (i & bit) == 0 ? i : LANES + i - bit;
        }
        return lanes;
    }

    /** The other half: where the index lacks the bit x's from that bit higher, elsewhere y's own. */
    private static float[] high(int bit) {
        float[] lanes = new float[LANES];
        for (int i = 0; i < LANES; i++) {
            lanes[i] = (i & bit) == 0 ? i + bit : LANES + i;
        }
        return lanes;
    }

    /**
     * {@code out[outOffset + p * outStride + r] = x[xOffset + r * ldx + p]} for r < rows, p < the returned number of
     * steps, a multiple of 16 and at most {@code steps}. Writes 16 lanes for every step, so that up to {@code 16 - rows}
     * elements behind each are overwritten.
     */
    static int run(int rows, int steps, float[] x, int xOffset, int ldx, float[] out, int outOffset,
            int outStride) {
        if (!AVAILABLE) {
            return 0;
        }
        int last = rows - 1;
        int x0 = xOffset;
        int x1 = xOffset + Math.min(1, last) * ldx;
        int x2 = xOffset + Math.min(2, last) * ldx;
        int x3 = xOffset + Math.min(3, last) * ldx;
        int x4 = xOffset + Math.min(4, last) * ldx;
        int x5 = xOffset + Math.min(5, last) * ldx;
        int x6 = xOffset + Math.min(6, last) * ldx;
        int x7 = xOffset + Math.min(7, last) * ldx;
        int x8 = xOffset + Math.min(8, last) * ldx;
        int x9 = xOffset + Math.min(9, last) * ldx;
        int x10 = xOffset + Math.min(10, last) * ldx;
        int x11 = xOffset + Math.min(11, last) * ldx;
        int x12 = xOffset + Math.min(12, last) * ldx;
        int x13 = xOffset + Math.min(13, last) * ldx;
        int x14 = xOffset + Math.min(14, last) * ldx;
        int x15 = xOffset + Math.min(15, last) * ldx;
        FloatVector low8 = FloatVector.fromArray(Lanes.F, LOW8, 0);
        FloatVector high8 = FloatVector.fromArray(Lanes.F, HIGH8, 0);
        FloatVector low4 = FloatVector.fromArray(Lanes.F, LOW4, 0);
        FloatVector high4 = FloatVector.fromArray(Lanes.F, HIGH4, 0);
        FloatVector low2 = FloatVector.fromArray(Lanes.F, LOW2, 0);
        FloatVector high2 = FloatVector.fromArray(Lanes.F, HIGH2, 0);
        FloatVector low1 = FloatVector.fromArray(Lanes.F, LOW1, 0);
        FloatVector high1 = FloatVector.fromArray(Lanes.F, HIGH1, 0);
        int p = 0;
        for (; p <= steps - LANES; p += LANES) {
            FloatVector v0 = FloatVector.fromArray(Lanes.F, x, x0 + p);
            FloatVector v1 = FloatVector.fromArray(Lanes.F, x, x1 + p);
            FloatVector v2 = FloatVector.fromArray(Lanes.F, x, x2 + p);
            FloatVector v3 = FloatVector.fromArray(Lanes.F, x, x3 + p);
            FloatVector v4 = FloatVector.fromArray(Lanes.F, x, x4 + p);
            FloatVector v5 = FloatVector.fromArray(Lanes.F, x, x5 + p);
            FloatVector v6 = FloatVector.fromArray(Lanes.F, x, x6 + p);
            FloatVector v7 = FloatVector.fromArray(Lanes.F, x, x7 + p);
            FloatVector v8 = FloatVector.fromArray(Lanes.F, x, x8 + p);
            FloatVector v9 = FloatVector.fromArray(Lanes.F, x, x9 + p);
            FloatVector v10 = FloatVector.fromArray(Lanes.F, x, x10 + p);
            FloatVector v11 = FloatVector.fromArray(Lanes.F, x, x11 + p);
            FloatVector v12 = FloatVector.fromArray(Lanes.F, x, x12 + p);
            FloatVector v13 = FloatVector.fromArray(Lanes.F, x, x13 + p);
            FloatVector v14 = FloatVector.fromArray(Lanes.F, x, x14 + p);
            FloatVector v15 = FloatVector.fromArray(Lanes.F, x, x15 + p);
            FloatVector s0 = low8.selectFrom(v0, v8);
            FloatVector s8 = high8.selectFrom(v0, v8);
            FloatVector s1 = low8.selectFrom(v1, v9);
            FloatVector s9 = high8.selectFrom(v1, v9);
            FloatVector s2 = low8.selectFrom(v2, v10);
            FloatVector s10 = high8.selectFrom(v2, v10);
            FloatVector s3 = low8.selectFrom(v3, v11);
            FloatVector s11 = high8.selectFrom(v3, v11);
            FloatVector s4 = low8.selectFrom(v4, v12);
            FloatVector s12 = high8.selectFrom(v4, v12);
            FloatVector s5 = low8.selectFrom(v5, v13);
            FloatVector s13 = high8.selectFrom(v5, v13);
            FloatVector s6 = low8.selectFrom(v6, v14);
            FloatVector s14 = high8.selectFrom(v6, v14);
            FloatVector s7 = low8.selectFrom(v7, v15);
            FloatVector s15 = high8.selectFrom(v7, v15);
            FloatVector t0 = low4.selectFrom(s0, s4);
            FloatVector t4 = high4.selectFrom(s0, s4);
            FloatVector t1 = low4.selectFrom(s1, s5);
            FloatVector t5 = high4.selectFrom(s1, s5);
            FloatVector t2 = low4.selectFrom(s2, s6);
            FloatVector t6 = high4.selectFrom(s2, s6);
            FloatVector t3 = low4.selectFrom(s3, s7);
            FloatVector t7 = high4.selectFrom(s3, s7);
            FloatVector t8 = low4.selectFrom(s8, s12);
            FloatVector t12 = high4.selectFrom(s8, s12);
            FloatVector t9 = low4.selectFrom(s9, s13);
            FloatVector t13 = high4.selectFrom(s9, s13);
            FloatVector t10 = low4.selectFrom(s10, s14);
            FloatVector t14 = high4.selectFrom(s10, s14);
            FloatVector t11 = low4.selectFrom(s11, s15);
            FloatVector t15 = high4.selectFrom(s11, s15);
            FloatVector u0 = low2.selectFrom(t0, t2);
            FloatVector u2 = high2.selectFrom(t0, t2);
            FloatVector u1 = low2.selectFrom(t1, t3);
            FloatVector u3 = high2.selectFrom(t1, t3);
            FloatVector u4 = low2.selectFrom(t4, t6);
            FloatVector u6 = high2.selectFrom(t4, t6);
            FloatVector u5 = low2.selectFrom(t5, t7);
            FloatVector u7 = high2.selectFrom(t5, t7);
            FloatVector u8 = low2.selectFrom(t8, t10);
            FloatVector u10 = high2.selectFrom(t8, t10);
            FloatVector u9 = low2.selectFrom(t9, t11);
            FloatVector u11 = high2.selectFrom(t9, t11);
            FloatVector u12 = low2.selectFrom(t12, t14);
            FloatVector u14 = high2.selectFrom(t12, t14);
            FloatVector u13 = low2.selectFrom(t13, t15);
            FloatVector u15 = high2.selectFrom(t13, t15);
            FloatVector w0 = low1.selectFrom(u0, u1);
            FloatVector w1 = high1.selectFrom(u0, u1);
            FloatVector w2 = low1.selectFrom(u2, u3);
            FloatVector w3 = high1.selectFrom(u2, u3);
            FloatVector w4 = low1.selectFrom(u4, u5);
            FloatVector w5 = high1.selectFrom(u4, u5);
            FloatVector w6 = low1.selectFrom(u6, u7);
            FloatVector w7 = high1.selectFrom(u6, u7);
            FloatVector w8 = low1.selectFrom(u8, u9);
            FloatVector w9 = high1.selectFrom(u8, u9);
            FloatVector w10 = low1.selectFrom(u10, u11);
            FloatVector w11 = high1.selectFrom(u10, u11);
            FloatVector w12 = low1.selectFrom(u12, u13);
            FloatVector w13 = high1.selectFrom(u12, u13);
            FloatVector w14 = low1.selectFrom(u14, u15);
            FloatVector w15 = high1.selectFrom(u14, u15);
            int at = outOffset + p * outStride;
            w0.intoArray(out, at);
            w1.intoArray(out, at + outStride);
            w2.intoArray(out, at + 2 * outStride);
            w3.intoArray(out, at + 3 * outStride);
            w4.intoArray(out, at + 4 * outStride);
            w5.intoArray(out, at + 5 * outStride);
            w6.intoArray(out, at + 6 * outStride);
            w7.intoArray(out, at + 7 * outStride);
            w8.intoArray(out, at + 8 * outStride);
            w9.intoArray(out, at + 9 * outStride);
            w10.intoArray(out, at + 10 * outStride);
            w11.intoArray(out, at + 11 * outStride);
            w12.intoArray(out, at + 12 * outStride);
            w13.intoArray(out, at + 13 * outStride);
            w14.intoArray(out, at + 14 * outStride);
            w15.intoArray(out, at + 15 * outStride);
        }
        return p;
    }
}
