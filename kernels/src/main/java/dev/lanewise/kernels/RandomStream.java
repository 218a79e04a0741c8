package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.Fma;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.Arrays;

/**
 * A sequence of random numbers, one after the other, for scalar work such as shuffling: the words of
 * Philox4x32-10 blocks 0, 1, 2, ... of one (seed, stream). The same numbers on every machine. Not thread-safe;
 * independent streams cost nothing.
 */
public final class RandomStream {
    private long seed;
    private long stream;
    private final int[] words = new int[4];
    private long block;
    private int next = 4;

    /**
     * A stream at its start.
     *
     * @param seed the generator's key
     * @param stream which of the seed's 2^64 streams
     */
    public RandomStream(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
    }

    /** Goes to the start of a stream, as if constructed anew. */
    public void restart(long newSeed, long newStream) {
        seed = newSeed;
        stream = newStream;
        block = 0;
        next = 4;
    }

    /** 32 random bits. */
    public int nextInt() {
        if (next == 4) {
            PhiloxReference.block(seed, stream, block++, words);
            next = 0;
        }
        return words[next++];
    }

    /**
     * A uniform integer in [0, bound), without bias (Lemire's multiply-and-reject).
     *
     * @throws IllegalArgumentException if {@code bound < 1}
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound: " + bound + " (expected >= 1)");
        }
        long product = (nextInt() & 0xFFFFFFFFL) * bound;
        long threshold = 0x1_0000_0000L % bound;
        while ((product & 0xFFFFFFFFL) < threshold) {
            product = (nextInt() & 0xFFFFFFFFL) * bound;
        }
        return (int) (product >>> 32);
    }

    /** A uniform float in [0, 1), a multiple of 2^-24. */
    public float nextFloat() {
        return PhiloxReference.toUniform(nextInt());
    }

    /** {@code low + (high - low) u} with u uniform in [0, 1), rounded: high itself may come, seldom. */
    public float nextFloat(float low, float high) {
        return Fma.fma(high - low, nextFloat(), low);
    }

    /**
     * The next n normal draws to {@code out[outOffset..outOffset + n)}: those of {@link Philox#normal} from the next whole
     * block on. What follows begins with a block of its own again.
     */
    public void normal(float mean, float deviation, int n, float[] out, int outOffset) {
        Philox.normal(seed, stream, 4 * block, mean, deviation, n, out, outOffset);
        block += (n + 3L) / 4;
        next = 4;
    }

    /** Shuffles {@code values} in place (Fisher-Yates): every order is equally likely. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    /**
     * The numbers 0 to {@code n - 1} in random order, each order equally likely.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public int[] permutation(int n) {
        Check.size("n", n);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        shuffle(order);
        return order;
    }
}
