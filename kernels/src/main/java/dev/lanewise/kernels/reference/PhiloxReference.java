package dev.lanewise.kernels.reference;

/**
 * Philox4x32-10, the counter-based generator of Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3"
 * (SC 2011): a block of four 32-bit words is a pure function of a 64-bit key and a 128-bit counter.
 *
 * <p>The key is a seed. The counter is (block index, stream): its low two words are the block's index, its high
 * two words name the stream. Blocks are dealt to array elements in groups of 256: with {@code group = i / 256},
 * {@code word = (i % 256) / 64} and {@code block = 64 * group + i % 64}, element i takes that word of that block.
 * So 64 neighbours come from 64 neighbouring blocks, any vector width works without shuffling words, and an
 * element's value depends on nothing but its index.
 */
public final class PhiloxReference {
    /** Neighbouring elements that take the same word of neighbouring blocks. */
    public static final int BLOCKS_PER_GROUP = 64;
    /** Elements dealt by one group of blocks. */
    public static final int GROUP = 4 * BLOCKS_PER_GROUP;
    /** Multiplier of words 0 and 1. */
    public static final int M0 = 0xD2511F53;
    /** Multiplier of words 2 and 3. */
    public static final int M1 = 0xCD9E8D57;
    /** Key increment a round, low word: the golden ratio. */
    public static final int W0 = 0x9E3779B9;
    /** Key increment a round, high word: sqrt(3) - 1. */
    public static final int W1 = 0xBB67AE85;
    /** Rounds. */
    public static final int ROUNDS = 10;

    /** Where a truncated normal distribution ends, in deviations. */
    public static final float CUT = 2f;
    /** From an element to the one that is drawn in its place if its draw is beyond the cut. */
    public static final long ATTEMPT = 1L << 48;

    private static final float TWO_TO_MINUS_24 = 0x1p-24f;

    private PhiloxReference() {
    }

    /**
     * Writes the four words of one block to {@code out[0..3]}.
     *
     * @param key the 64-bit key, low word first
     * @param stream counter words 2 and 3
     * @param block counter words 0 and 1
     * @param out at least four words
     */
    public static void block(long key, long stream, long block, int[] out) {
        int c0 = (int) block;
        int c1 = (int) (block >>> 32);
        int c2 = (int) stream;
        int c3 = (int) (stream >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = (M0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
            long p1 = (M1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }

    /** The word that element {@code i} of a stream takes; {@code scratch} holds at least four words. */
    public static int word(long key, long stream, long i, int[] scratch) {
        long block = i / GROUP * BLOCKS_PER_GROUP + i % BLOCKS_PER_GROUP;
        block(key, stream, block, scratch);
        return scratch[(int) (i % GROUP) / BLOCKS_PER_GROUP];
    }

    /** {@code out[offset + i] = word(first + i)} for i in [0, n). */
    public static void words(long key, long stream, long first, int n, int[] out, int offset) {
        int[] scratch = new int[4];
        for (int i = 0; i < n; i++) {
            out[offset + i] = word(key, stream, first + i, scratch);
        }
    }

    /** A word as a float in [0, 1): its upper 24 bits times 2^-24, exact. */
    public static float toUniform(int word) {
        return (word >>> 8) * TWO_TO_MINUS_24;
    }

    /** {@code out[offset + i] = fma(high - low, u, low)}, u uniform in [0, 1), for i in [0, n). */
    public static void uniform(long key, long stream, long first, float low, float high, int n, float[] out,
            int offset) {
        int[] scratch = new int[4];
        float span = high - low;
        for (int i = 0; i < n; i++) {
            out[offset + i] = Fma.fma(span, toUniform(word(key, stream, first + i, scratch)), low);
        }
    }

    /**
     * {@code round(probability * 2^32)}, halves up: a word below it, both unsigned, is a hit. Exact from a probability of 2^-9
     * on; 0 below 2^-33, and 2^32 at 1.
     */
    public static long threshold(float probability) {
        return Math.round(probability * 0x1p32);
    }

    /** Whether the word of element {@code i} is below the threshold, both unsigned. */
    static boolean hit(long threshold, long key, long stream, long i, int[] scratch) {
        return (word(key, stream, i, scratch) & 0xFFFFFFFFL) < threshold;
    }

    /** {@code out[offset + i] = hit(first + i) ? 1 : 0} for i in [0, n). */
    public static void bernoulli(long key, long stream, long first, float probability, int n, float[] out,
            int offset) {
        int[] scratch = new int[4];
        long threshold = threshold(probability);
        for (int i = 0; i < n; i++) {
            out[offset + i] = hit(threshold, key, stream, first + i, scratch) ? 1f : 0f;
        }
    }

    /** {@code out[offset + i] = fma(deviation, normal(first + i), mean)} for i in [0, n). */
    public static void normal(long key, long stream, long first, float mean, float deviation, int n,
            float[] out, int offset) {
        int[] scratch = new int[4];
        for (int i = 0; i < n; i++) {
            out[offset + i] = Fma.fma(deviation, normal(key, stream, first + i, scratch), mean);
        }
    }

    /**
     * The standard normal draw of element {@code i} by Box and Muller ("A note on the generation of random normal deviates",
     * 1958) from the words of its own block: words 0 and 1 make a pair, words 2 and 3 another.
     */
    private static float normal(long key, long stream, long i, int[] scratch) {
        word(key, stream, i, scratch);
        int word = (int) (i % GROUP) / BLOCKS_PER_GROUP;
        float r = radius(scratch[word & ~1]);
        float turn = toUniform(scratch[word | 1]);
        return r * ((word & 1) == 0 ? MathReference.cosTwoPi(turn) : MathReference.sinTwoPi(turn));
    }

    /** {@code out[offset + i] = fma(deviation, truncatedNormal(first + i), mean)} for i in [0, n). */
    public static void truncatedNormal(long key, long stream, long first, float mean, float deviation, int n,
            float[] out, int offset) {
        int[] scratch = new int[4];
        for (int i = 0; i < n; i++) {
            out[offset + i] = Fma.fma(deviation, truncatedNormal(key, stream, first + i, scratch), mean);
        }
    }

    /**
     * The first of the standard normal draws of elements {@code i, i + 2^48, i + 2 2^48, ...} that is at most {@link #CUT} in
     * magnitude.
     */
    public static float truncatedNormal(long key, long stream, long i, int[] scratch) {
        float z = normal(key, stream, i, scratch);
        for (long attempt = i; Math.abs(z) > CUT;) {
            attempt += ATTEMPT;
            z = normal(key, stream, attempt, scratch);
        }
        return z;
    }

    /** {@code sqrt(-2 log(u))} with u in (0, 1]: at most 5.77. */
    private static float radius(int word) {
        float u = ((word >>> 8) + 1) * TWO_TO_MINUS_24;
        return (float) Math.sqrt(-2f * MathReference.log(u));
    }
}
