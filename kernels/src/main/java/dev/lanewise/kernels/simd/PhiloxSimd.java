package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.Fma;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@code PhiloxReference} in vectors: lanes run along blocks. Draws are made a whole group of 256 elements at a
 * time; the ends of a range that cuts a group go through a buffer. Each function is called from one place, because C2 boxes
 * vectors where a second copy exceeds its node budget.
 */
public final class PhiloxSimd {
    private static final int GROUP = PhiloxReference.GROUP;
    private static final int BLOCKS = PhiloxReference.BLOCKS_PER_GROUP;
    private static final NormalPass[] NORMAL_PASSES = NormalPass.values();

    private PhiloxSimd() {
    }

    /** Random words. */
    public static void words(long key, long stream, long first, int n, int[] out, int offset) {
        int[] buffer = Scratch.get().words;
        for (int done = 0; done < n;) {
            int from = (int) ((first + done) % GROUP);
            int count = Math.min(GROUP - from, n - done);
            long group = (first + done) / GROUP;
            boolean whole = count == GROUP;
            PhiloxBlocks.group(key, stream, group, whole ? out : buffer, whole ? offset + done : 0);
            if (!whole) {
                System.arraycopy(buffer, from, out, offset + done, count);
            }
            done += count;
        }
    }

    /** Uniform draws. */
    public static void uniform(long key, long stream, long first, float low, float high, int n, float[] out,
            int offset) {
        Scratch scratch = Scratch.get();
        for (int done = 0; done < n;) {
            int from = (int) ((first + done) % GROUP);
            int count = Math.min(GROUP - from, n - done);
            PhiloxBlocks.group(key, stream, (first + done) / GROUP, scratch.words, 0);
            boolean whole = count == GROUP;
            uniformGroup(scratch.words, low, high, whole ? out : scratch.draws, whole ? offset + done : 0);
            if (!whole) {
                System.arraycopy(scratch.draws, from, out, offset + done, count);
            }
            done += count;
        }
    }

    /** Normal draws. */
    public static void normal(long key, long stream, long first, float mean, float deviation, int n,
            float[] out,
            int offset) {
        Scratch scratch = Scratch.get();
        for (int done = 0; done < n;) {
            int from = (int) ((first + done) % GROUP);
            int count = Math.min(GROUP - from, n - done);
            PhiloxBlocks.group(key, stream, (first + done) / GROUP, scratch.words, 0);
            boolean whole = count == GROUP;
            normalGroup(scratch.words, mean, deviation, whole ? out : scratch.draws,
                    whole ? offset + done : 0);
            if (!whole) {
                System.arraycopy(scratch.draws, from, out, offset + done, count);
            }
            done += count;
        }
    }

    /** Ones with that probability, zeros otherwise. */
    public static void bernoulli(long key, long stream, long first, float probability, int n, float[] out,
            int offset) {
        if (probability == 1f) {
            Arrays.fill(out, offset, offset + n, 1f); // The threshold 2^32 does not fit in a word.
            return;
        }
        int[] words = Scratch.get().words;
        int threshold = (int) PhiloxReference.threshold(probability);
        for (int done = 0, count; done < n; done += count) {
            int from = (int) ((first + done) % GROUP);
            count = Math.min(GROUP - from, n - done);
            PhiloxBlocks.group(key, stream, (first + done) / GROUP, words, 0);
            onesBelow(threshold, count, words, from, out, offset + done);
        }
    }

    private static void onesBelow(int threshold, int n, int[] words, int from, float[] out, int offset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Integer> inside = Lanes.I.indexInRange(i, n);
            VectorMask<Integer> hit = IntVector.fromArray(Lanes.I, words, from + i, inside)
                    .compare(VectorOperators.ULT, threshold);
            Lanes.zero().blend(1f, hit.cast(Lanes.F)).intoArray(out, offset + i, inside.cast(Lanes.F));
        }
    }

    /** Normal draws, each drawn again while it is beyond the cut: about one in twenty, so one by one. */
    public static void truncatedNormal(long key, long stream, long first, float mean, float deviation, int n,
            float[] out, int offset) {
        normal(key, stream, first, -0f, 1f, n, out, offset); // Adding -0 changes no sign of a zero.
        int[] block = Scratch.get().words;
        for (int i = 0; i < n; i++) {
            float z = out[offset + i];
            if (Math.abs(z) > PhiloxReference.CUT) {
                z = PhiloxReference.truncatedNormal(key, stream, first + i, block);
            }
            out[offset + i] = Fma.fma(deviation, z, mean);
        }
    }

    private static void uniformGroup(int[] words, float low, float high, float[] out, int offset) {
        FloatVector vlow = FloatVector.broadcast(Lanes.F, low);
        FloatVector span = FloatVector.broadcast(Lanes.F, high - low);
        for (int i = 0; i < GROUP; i += Lanes.COUNT) {
            span.fma(toUniform(IntVector.fromArray(Lanes.I, words, i)), vlow).intoArray(out, offset + i);
        }
    }

    private static void normalGroup(int[] words, float mean, float deviation, float[] out, int offset) {
        for (int pair = 0; pair < GROUP; pair += 2 * BLOCKS) {
            for (NormalPass pass : NORMAL_PASSES) {
                pass.run(words, pair, mean, deviation, out, offset + pair);
            }
        }
    }

    /**
     * The steps from a pair's words to its 2 x 64 draws. Logarithm, sine and cosine in one compilation would exceed C2's
     * node budget and box vectors; a call with three targets is never inlined, so each step is compiled alone.
     */
    private enum NormalPass {
        /** Radii, from the even words, to the first draws' places. */
        RADII {
            @Override
            void run(int[] words, int pair, float mean, float deviation, float[] out, int offset) {
                for (int i = 0; i < BLOCKS; i += Lanes.COUNT) {
                    IntVector bits = IntVector.fromArray(Lanes.I, words, pair + i);
                    toFloat(bits.lanewise(VectorOperators.LSHR, 8).add(1)).mul(0x1p-24f)
                            .intoArray(out, offset + i);
                }
                ElementMathSimd.log(BLOCKS, out, offset, out, offset);
                for (int i = 0; i < BLOCKS; i += Lanes.COUNT) {
                    FloatVector log = FloatVector.fromArray(Lanes.F, out, offset + i);
                    log.mul(-2f).lanewise(VectorOperators.SQRT).intoArray(out, offset + i);
                }
            }
        },
        /** The second draws, from radii and the odd words' turns. */
        SINES {
            @Override
            void run(int[] words, int pair, float mean, float deviation, float[] out, int offset) {
                for (int i = 0; i < BLOCKS; i += Lanes.COUNT) {
                    FloatVector r = FloatVector.fromArray(Lanes.F, out, offset + i);
                    FloatVector z = r.mul(LaneMath.sinTwoPi(turn(words, pair + i)));
                    scaled(z, mean, deviation).intoArray(out, offset + BLOCKS + i);
                }
            }
        },
        /** The first draws, over the radii. */
        COSINES {
            @Override
            void run(int[] words, int pair, float mean, float deviation, float[] out, int offset) {
                for (int i = 0; i < BLOCKS; i += Lanes.COUNT) {
                    FloatVector r = FloatVector.fromArray(Lanes.F, out, offset + i);
                    FloatVector z = r.mul(LaneMath.cosTwoPi(turn(words, pair + i)));
                    scaled(z, mean, deviation).intoArray(out, offset + i);
                }
            }
        };

        abstract void run(int[] words, int pair, float mean, float deviation, float[] out, int offset);
    }

    private static FloatVector turn(int[] words, int even) {
        return toUniform(IntVector.fromArray(Lanes.I, words, even + BLOCKS));
    }

    private static FloatVector scaled(FloatVector z, float mean, float deviation) {
        return FloatVector.broadcast(Lanes.F, deviation).fma(z, FloatVector.broadcast(Lanes.F, mean));
    }

    private static FloatVector toUniform(IntVector words) {
        return toFloat(words.lanewise(VectorOperators.LSHR, 8)).mul(0x1p-24f);
    }

    private static FloatVector toFloat(IntVector integers) {
        return (FloatVector) integers.convert(VectorOperators.I2F, 0);
    }
}
