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
