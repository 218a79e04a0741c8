package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.PhiloxReference.M0;
import static dev.lanewise.kernels.reference.PhiloxReference.M1;
import static dev.lanewise.kernels.reference.PhiloxReference.ROUNDS;
import static dev.lanewise.kernels.reference.PhiloxReference.W0;
import static dev.lanewise.kernels.reference.PhiloxReference.W1;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ULT;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.lanewise.kernels.reference.PhiloxReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;

/**
 * Dropout of a whole group of 256 elements at 512 bits: {@link PhiloxBlocks} with the words used where they are made, in
 * registers. All 64 blocks are in flight, four vectors of 16, and products are merged by one instruction that chooses
 * lanes of two vectors; both need AVX-512. Written out for the same reason as there.
 */
final class DropoutGroup {
    /** Whether vectors have the width that this class is for. */
    static final boolean USABLE = Lanes.COUNT == 16;

    private static final int BLOCKS = PhiloxReference.BLOCKS_PER_GROUP;
    private static final int LANES = 16;
    private static final long LOW = 0xFFFFFFFFL;
    /** Which ints of (even products, odd products) are their low halves, in the blocks' order. */
    private static final int[] LOW_HALVES = {0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30};
    private static final int[] HIGH_HALVES = {1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31};

    private DropoutGroup() {
    }

    /** {@code y[i] = word(256 group + i) < threshold ? +0 : x[i] * factor} for i in [0, 256); threshold unsigned. */
    static void keep(long key, long stream, long group, int threshold, float factor, float[] x, int xOffset,
            float[] y, int yOffset) {
        LongVector m0 = LongVector.broadcast(Lanes.L, M0 & LOW).and(LOW);
        LongVector m1 = LongVector.broadcast(Lanes.L, M1 & LOW).and(LOW);
        IntVector low = IntVector.fromArray(Lanes.I, LOW_HALVES, 0);
        IntVector high = IntVector.fromArray(Lanes.I, HIGH_HALVES, 0);
        long block = group * BLOCKS;
        IntVector a0 = Lanes.ints((int) block).addIndex(1);
        IntVector b0 = Lanes.ints((int) block + LANES).addIndex(1);
        IntVector c0 = Lanes.ints((int) block + 2 * LANES).addIndex(1);
        IntVector d0 = Lanes.ints((int) block + 3 * LANES).addIndex(1);
        IntVector a1 = Lanes.ints((int) (block >>> 32));
        IntVector b1 = a1;
        IntVector c1 = a1;
        IntVector d1 = a1;
        IntVector a2 = Lanes.ints((int) stream);
        IntVector b2 = a2;
        IntVector c2 = a2;
        IntVector d2 = a2;
        IntVector a3 = Lanes.ints((int) (stream >>> 32));
        IntVector b3 = a3;
        IntVector c3 = a3;
        IntVector d3 = a3;
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            IntVector even0 = a0.reinterpretAsLongs().and(LOW).mul(m0).reinterpretAsInts();
            IntVector odd0 = a0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0).reinterpretAsInts();
            IntVector even2 = a2.reinterpretAsLongs().and(LOW).mul(m1).reinterpretAsInts();
            IntVector odd2 = a2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1).reinterpretAsInts();
            a0 = high.selectFrom(even2, odd2).lanewise(XOR, a1).lanewise(XOR, k0);
            a1 = low.selectFrom(even2, odd2);
            a2 = high.selectFrom(even0, odd0).lanewise(XOR, a3).lanewise(XOR, k1);
            a3 = low.selectFrom(even0, odd0);
            even0 = b0.reinterpretAsLongs().and(LOW).mul(m0).reinterpretAsInts();
            odd0 = b0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0).reinterpretAsInts();
            even2 = b2.reinterpretAsLongs().and(LOW).mul(m1).reinterpretAsInts();
            odd2 = b2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1).reinterpretAsInts();
            b0 = high.selectFrom(even2, odd2).lanewise(XOR, b1).lanewise(XOR, k0);
            b1 = low.selectFrom(even2, odd2);
            b2 = high.selectFrom(even0, odd0).lanewise(XOR, b3).lanewise(XOR, k1);
            b3 = low.selectFrom(even0, odd0);
            even0 = c0.reinterpretAsLongs().and(LOW).mul(m0).reinterpretAsInts();
            odd0 = c0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0).reinterpretAsInts();
            even2 = c2.reinterpretAsLongs().and(LOW).mul(m1).reinterpretAsInts();
            odd2 = c2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1).reinterpretAsInts();
            c0 = high.selectFrom(even2, odd2).lanewise(XOR, c1).lanewise(XOR, k0);
            c1 = low.selectFrom(even2, odd2);
            c2 = high.selectFrom(even0, odd0).lanewise(XOR, c3).lanewise(XOR, k1);
            c3 = low.selectFrom(even0, odd0);
            even0 = d0.reinterpretAsLongs().and(LOW).mul(m0).reinterpretAsInts();
            odd0 = d0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0).reinterpretAsInts();
            even2 = d2.reinterpretAsLongs().and(LOW).mul(m1).reinterpretAsInts();
            odd2 = d2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1).reinterpretAsInts();
            d0 = high.selectFrom(even2, odd2).lanewise(XOR, d1).lanewise(XOR, k0);
            d1 = low.selectFrom(even2, odd2);
            d2 = high.selectFrom(even0, odd0).lanewise(XOR, d3).lanewise(XOR, k1);
            d3 = low.selectFrom(even0, odd0);
            k0 += W0;
            k1 += W1;
        }
        FloatVector.fromArray(Lanes.F, x, xOffset)
                .mul(factor)
                .blend(0f, a0.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset);
        FloatVector.fromArray(Lanes.F, x, xOffset + LANES)
                .mul(factor)
                .blend(0f, b0.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 2 * LANES)
                .mul(factor)
                .blend(0f, c0.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 2 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 3 * LANES)
                .mul(factor)
                .blend(0f, d0.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 3 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + BLOCKS)
                .mul(factor)
                .blend(0f, a1.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + BLOCKS);
        FloatVector.fromArray(Lanes.F, x, xOffset + BLOCKS + LANES)
                .mul(factor)
                .blend(0f, b1.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + BLOCKS + LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + BLOCKS + 2 * LANES)
                .mul(factor)
                .blend(0f, c1.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + BLOCKS + 2 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + BLOCKS + 3 * LANES)
                .mul(factor)
                .blend(0f, d1.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + BLOCKS + 3 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 2 * BLOCKS)
                .mul(factor)
                .blend(0f, a2.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 2 * BLOCKS);
        FloatVector.fromArray(Lanes.F, x, xOffset + 2 * BLOCKS + LANES)
                .mul(factor)
                .blend(0f, b2.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 2 * BLOCKS + LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 2 * BLOCKS + 2 * LANES)
                .mul(factor)
                .blend(0f, c2.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 2 * BLOCKS + 2 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 2 * BLOCKS + 3 * LANES)
                .mul(factor)
                .blend(0f, d2.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 2 * BLOCKS + 3 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 3 * BLOCKS)
                .mul(factor)
                .blend(0f, a3.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 3 * BLOCKS);
        FloatVector.fromArray(Lanes.F, x, xOffset + 3 * BLOCKS + LANES)
                .mul(factor)
                .blend(0f, b3.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 3 * BLOCKS + LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 3 * BLOCKS + 2 * LANES)
                .mul(factor)
                .blend(0f, c3.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 3 * BLOCKS + 2 * LANES);
        FloatVector.fromArray(Lanes.F, x, xOffset + 3 * BLOCKS + 3 * LANES)
                .mul(factor)
                .blend(0f, d3.compare(ULT, threshold).cast(Lanes.F))
                .intoArray(y, yOffset + 3 * BLOCKS + 3 * LANES);
    }
}
