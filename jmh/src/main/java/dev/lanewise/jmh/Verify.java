package dev.lanewise.jmh;

import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.reference.GemmReference;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A benchmark measures nothing before its kernel has given the definition's bits. */
public final class Verify {
    /** About a second of the definition. */
    private static final double MULTIPLY_ADDS = 600e6;

    private Verify() {
    }

    /**
     * Compares C = op(A) op(B) with the definition: all rows up to 600 million multiply-adds, beyond that as many as they
     * allow, evenly spread.
     *
     * @throws IllegalStateException naming the first element that differs
     */
    public static void product(String what, GemmShape s, float[] a, float[] b, float[] c) {
        float[] expected = new float[s.n()];
        float[] actual = new float[s.n()];
        boolean transA = s.transA() == Transpose.T;
        sampledRows(s).forEach(i -> {
            GemmReference.sgemm(transA, s.transB() == Transpose.T, 1, s.n(), s.k(), 1f, a,
                    transA ? i : i * s.lda(), s.lda(), b, 0, s.ldb(), 0f, expected, 0, s.n());
            System.arraycopy(c, i * s.n(), actual, 0, s.n());
            sameBits(what + ", row " + i, actual, expected);
        });
    }

    /** The rows of C that are worth checking: all of a small product, some of a large one, evenly spread. */
    public static IntStream sampledRows(GemmShape s) {
        int count = (int) Math.clamp(Math.floor(MULTIPLY_ADDS / s.n() / s.k()), 2, Math.max(2, s.m()));
        return count >= s.m()
                ? IntStream.range(0, s.m())
                : IntStream.range(0, count).map(i -> (int) ((long) i * (s.m() - 1) / (count - 1)));
    }

    static void sameBits(String what, float[] actual, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                throw new IllegalStateException(
                        what + ": element " + i + " is " + actual[i] + " (expected " + expected[i] + ")");
            }
        }
    }

    static void same(String what, int[] actual, int[] expected) {
        int i = Arrays.mismatch(actual, expected);
        if (i >= 0) {
            throw new IllegalStateException(
                    what + ": element " + i + " is " + actual[i] + " (expected " + expected[i] + ")");
        }
    }
}
