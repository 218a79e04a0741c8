package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.PhiloxReference;
import dev.lanewise.kernels.simd.PhiloxSimd;

/**
 * Random draws by element index from the counter-based generator Philox4x32-10: element i of stream s under a
 * seed has one value, whoever computes it, in whatever pieces, with whatever width. The exact assignment of
 * words to elements is in {@link PhiloxReference}. All methods write elements {@code first} to {@code first + n
 * - 1} of the stream to {@code out[outOffset..outOffset + n)}, and throw NullPointerException or
 * IllegalArgumentException for illegal arguments before anything is written.
 */
public final class Philox {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Philox() {
    }

    /** Random 32-bit words. */
    public static void words(long seed, long stream, long first, int n, int[] out, int outOffset) {
        checkCount(first, n);
        Check.span("out", out, outOffset, n);
        if (SIMD) {
            PhiloxSimd.words(seed, stream, first, n, out, outOffset);
        } else {
            PhiloxReference.words(seed, stream, first, n, out, outOffset);
        }
    }

    /**
     * Uniform draws: {@code fma(high - low, u, low)} with u a multiple of 2^-24 in [0, 1).
     *
     * @throws IllegalArgumentException also if low or high is not finite
     */
    public static void uniform(long seed, long stream, long first, float low, float high, int n, float[] out,
            int outOffset) {
        checkCount(first, n);
        Check.finite("low", low);
        Check.finite("high", high);
        Check.span("out", out, outOffset, n);
        if (SIMD) {
            PhiloxSimd.uniform(seed, stream, first, low, high, n, out, outOffset);
        } else {
            PhiloxReference.uniform(seed, stream, first, low, high, n, out, outOffset);
        }
    }

    /**
     * Normal draws by Box-Muller: {@code fma(deviation, z, mean)}, |z| at most 5.77. Words 0 and 1 of a block
     * give a pair, words 2 and 3 another: {@code r = sqrt(-2 log((u0 + 1) 2^-24))}, the even word's element is
     * {@code r cos(2 pi u1)}, the odd word's {@code r sin(2 pi u1)}.
     *
     * @throws IllegalArgumentException also if mean or deviation is not finite
     */
    public static void normal(long seed, long stream, long first, float mean, float deviation, int n,
            float[] out,
            int outOffset) {
        checkCount(first, n);
        Check.finite("mean", mean);
        Check.finite("deviation", deviation);
        Check.span("out", out, outOffset, n);
        if (SIMD) {
            PhiloxSimd.normal(seed, stream, first, mean, deviation, n, out, outOffset);
        } else {
            PhiloxReference.normal(seed, stream, first, mean, deviation, n, out, outOffset);
        }
    }

    /**
     * Bernoulli draws: 1 with the given probability, 0 otherwise. An element is 1 iff its word, as an unsigned number, is
     * below {@code round(probability * 2^32)}.
     *
     * @param probability of a 1, in [0, 1]
     */
    public static void bernoulli(long seed, long stream, long first, float probability, int n, float[] out,
            int outOffset) {
        checkCount(first, n);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability: " + probability + " (expected 0 <= probability <= 1)");
        }
        Check.span("out", out, outOffset, n);
        if (SIMD) {
            PhiloxSimd.bernoulli(seed, stream, first, probability, n, out, outOffset);
        } else {
            PhiloxReference.bernoulli(seed, stream, first, probability, n, out, outOffset);
        }
    }

    /**
     * Normal draws cut at two deviations: {@code fma(deviation, z, mean)} with |z| at most 2. The z of element i is the first
     * within the cut of the standard {@link #normal} draws of elements {@code i, i + 2^48, i + 2 2^48} and so on. Its own
     * deviation is 0.8796 of the given one.
     *
     * @throws IllegalArgumentException also if mean or deviation is not finite, or if {@code first + n} is above 2^48
     */
    public static void truncatedNormal(long seed, long stream, long first, float mean, float deviation, int n,
            float[] out, int outOffset) {
        checkCount(first, n);
        if (first > PhiloxReference.ATTEMPT - n) {
            throw new IllegalArgumentException(
                    "first: " + first + " (expected first + n <= 2^48, n = " + n + ")");
        }
        Check.finite("mean", mean);
        Check.finite("deviation", deviation);
        Check.span("out", out, outOffset, n);
        if (SIMD) {
            PhiloxSimd.truncatedNormal(seed, stream, first, mean, deviation, n, out, outOffset);
        } else {
            PhiloxReference.truncatedNormal(seed, stream, first, mean, deviation, n, out, outOffset);
        }
    }

    static void checkCount(long first, int n) {
        Check.size("n", n);
        if (first < 0) {
            throw new IllegalArgumentException("first: " + first + " (expected >= 0)");
        }
        if (first - 1 > Long.MAX_VALUE - n) {
            throw new IllegalArgumentException(
                    "first: " + first + " (expected first + n - 1 <= 2^63 - 1, n = " + n + ")");
        }
    }
}
