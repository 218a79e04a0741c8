package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.PhiloxReference.M0;
import static dev.lanewise.kernels.reference.PhiloxReference.M1;
import static dev.lanewise.kernels.reference.PhiloxReference.ROUNDS;
import static dev.lanewise.kernels.reference.PhiloxReference.W0;
import static dev.lanewise.kernels.reference.PhiloxReference.W1;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.lanewise.kernels.reference.PhiloxReference;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;

/**
 * {@code PhiloxReference.block} in vectors, for 64 neighbouring blocks: lanes run along blocks. The 32 x 32 bit products of a
 * vector are 64-bit products of its even and of its odd lanes, whose halves are then merged.
 *
 * <p>C2 takes the short multiplication (vpmuludq, a third of the long one's cost) only where it sees the upper halves of both
 * factors cleared, a constant's too: hence the masks over multipliers that have nothing there.
 */
final class PhiloxBlocks {
    private static final int BLOCKS = PhiloxReference.BLOCKS_PER_GROUP;
    private static final long LOW = 0xFFFFFFFFL;

    private PhiloxBlocks() {
    }

    /**
     * The 256 words of one group of blocks: word w of block j goes to {@code out[offset + 64 w + j]}. Four vectors
     * of blocks are in flight; a helper would be left a call here, and its vectors boxed.
     */
    static void group(long key, long stream, long group, int[] out, int offset) {
        LongVector m0 = LongVector.broadcast(Lanes.L, M0 & LOW).and(LOW);
        LongVector m1 = LongVector.broadcast(Lanes.L, M1 & LOW).and(LOW);
        // 64 divides the group's first block, so adding the lane number never carries into the high word.
        long block = group * BLOCKS;
        IntVector start0 = Lanes.ints((int) block).addIndex(1);
        IntVector start1 = Lanes.ints((int) (block >>> 32));
        IntVector start2 = Lanes.ints((int) stream);
        IntVector start3 = Lanes.ints((int) (stream >>> 32));
        for (int j = 0; j < BLOCKS; j += 4 * Lanes.COUNT) {
            IntVector a0 = start0.add(j);
            IntVector a1 = start1;
            IntVector a2 = start2;
            IntVector a3 = start3;
            IntVector b0 = start0.add(j + Lanes.COUNT);
            IntVector b1 = start1;
            IntVector b2 = start2;
            IntVector b3 = start3;
            IntVector c0 = start0.add(j + 2 * Lanes.COUNT);
            IntVector c1 = start1;
            IntVector c2 = start2;
            IntVector c3 = start3;
            IntVector d0 = start0.add(j + 3 * Lanes.COUNT);
            IntVector d1 = start1;
            IntVector d2 = start2;
            IntVector d3 = start3;
            int k0 = (int) key;
            int k1 = (int) (key >>> 32);
            for (int round = 0; round < ROUNDS; round++) {
                LongVector even0 = a0.reinterpretAsLongs().and(LOW).mul(m0);
                LongVector odd0 = a0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0);
                LongVector even2 = a2.reinterpretAsLongs().and(LOW).mul(m1);
                LongVector odd2 = a2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1);
                a0 = even2.lanewise(LSHR, 32)
                        .or(odd2.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, a1)
                        .lanewise(XOR, k0);
                a1 = even2.and(LOW).or(odd2.lanewise(LSHL, 32)).reinterpretAsInts();
                a2 = even0.lanewise(LSHR, 32)
                        .or(odd0.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, a3)
                        .lanewise(XOR, k1);
                a3 = even0.and(LOW).or(odd0.lanewise(LSHL, 32)).reinterpretAsInts();
                even0 = b0.reinterpretAsLongs().and(LOW).mul(m0);
                odd0 = b0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0);
                even2 = b2.reinterpretAsLongs().and(LOW).mul(m1);
                odd2 = b2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1);
                b0 = even2.lanewise(LSHR, 32)
                        .or(odd2.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, b1)
                        .lanewise(XOR, k0);
                b1 = even2.and(LOW).or(odd2.lanewise(LSHL, 32)).reinterpretAsInts();
                b2 = even0.lanewise(LSHR, 32)
                        .or(odd0.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, b3)
                        .lanewise(XOR, k1);
                b3 = even0.and(LOW).or(odd0.lanewise(LSHL, 32)).reinterpretAsInts();
                even0 = c0.reinterpretAsLongs().and(LOW).mul(m0);
                odd0 = c0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0);
                even2 = c2.reinterpretAsLongs().and(LOW).mul(m1);
                odd2 = c2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1);
                c0 = even2.lanewise(LSHR, 32)
                        .or(odd2.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, c1)
                        .lanewise(XOR, k0);
                c1 = even2.and(LOW).or(odd2.lanewise(LSHL, 32)).reinterpretAsInts();
                c2 = even0.lanewise(LSHR, 32)
                        .or(odd0.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, c3)
                        .lanewise(XOR, k1);
                c3 = even0.and(LOW).or(odd0.lanewise(LSHL, 32)).reinterpretAsInts();
                even0 = d0.reinterpretAsLongs().and(LOW).mul(m0);
                odd0 = d0.reinterpretAsLongs().lanewise(LSHR, 32).mul(m0);
                even2 = d2.reinterpretAsLongs().and(LOW).mul(m1);
                odd2 = d2.reinterpretAsLongs().lanewise(LSHR, 32).mul(m1);
                d0 = even2.lanewise(LSHR, 32)
                        .or(odd2.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, d1)
                        .lanewise(XOR, k0);
                d1 = even2.and(LOW).or(odd2.lanewise(LSHL, 32)).reinterpretAsInts();
                d2 = even0.lanewise(LSHR, 32)
                        .or(odd0.and(~LOW))
                        .reinterpretAsInts()
                        .lanewise(XOR, d3)
                        .lanewise(XOR, k1);
                d3 = even0.and(LOW).or(odd0.lanewise(LSHL, 32)).reinterpretAsInts();
                k0 += W0;
                k1 += W1;
            }
            a0.intoArray(out, offset + j);
            a1.intoArray(out, offset + j + BLOCKS);
            a2.intoArray(out, offset + j + 2 * BLOCKS);
            a3.intoArray(out, offset + j + 3 * BLOCKS);
            b0.intoArray(out, offset + j + Lanes.COUNT);
            b1.intoArray(out, offset + j + Lanes.COUNT + BLOCKS);
            b2.intoArray(out, offset + j + Lanes.COUNT + 2 * BLOCKS);
            b3.intoArray(out, offset + j + Lanes.COUNT + 3 * BLOCKS);
            c0.intoArray(out, offset + j + 2 * Lanes.COUNT);
            c1.intoArray(out, offset + j + 2 * Lanes.COUNT + BLOCKS);
            c2.intoArray(out, offset + j + 2 * Lanes.COUNT + 2 * BLOCKS);
            c3.intoArray(out, offset + j + 2 * Lanes.COUNT + 3 * BLOCKS);
            d0.intoArray(out, offset + j + 3 * Lanes.COUNT);
            d1.intoArray(out, offset + j + 3 * Lanes.COUNT + BLOCKS);
            d2.intoArray(out, offset + j + 3 * Lanes.COUNT + 2 * BLOCKS);
            d3.intoArray(out, offset + j + 3 * Lanes.COUNT + 3 * BLOCKS);
        }
    }
}
