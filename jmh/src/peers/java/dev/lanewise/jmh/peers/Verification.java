package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.reference.GemmReference;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Checks a product before it is timed: all of it up to 600 million multiply-adds, beyond that as many rows as they
 * allow, evenly spread.
 */
final class Verification {
    static final String RULE = "within k * 2^-23 * sum |a||b| of a double-precision product";
    private static final double MULTIPLY_ADDS = 600e6;

    private final GemmShape s;
    private final float[] a;
    private final float[] b;

    Verification(GemmShape shape, float[] a, float[] b) {
        s = shape;
        this.a = a;
        this.b = b;
    }

    /**
     * Compares with the definition, bit for bit.
     *
     * @throws IllegalStateException naming the first element that differs
     */
    void sameBits(float[] c) {
        float[] expected = new float[s.n()];
        boolean transA = s.transA() == Transpose.T;
        rows().forEach(i -> {
            GemmReference.sgemm(transA, s.transB() == Transpose.T, 1, s.n(), s.k(), 1f, a,
                    transA ? i : i * s.lda(), s.lda(), b, 0, s.ldb(), 0f, expected, 0, s.n());
            for (int j = 0; j < s.n(); j++) {
                if (Float.floatToIntBits(c[i * s.n() + j]) != Float.floatToIntBits(expected[j])) {
                    throw wrong(i, j, c, expected[j] + ", the definition's bits");
                }
            }
        });
    }

    /**
     * Compares with a product in double precision; the bound is twice that of any order of summation in float.
     *
     * @throws IllegalStateException naming the first element beyond the bound
     */
    void close(float[] c) {
        double[] sum = new double[s.n()];
        double[] magnitude = new double[s.n()];
        rows().forEach(i -> {
            product(i, sum, magnitude);
            for (int j = 0; j < s.n(); j++) {
                double bound = s.k() * 0x1p-23 * magnitude[j];
                if (!(Math.abs(c[i * s.n() + j] - sum[j]) <= bound)) {
                    throw wrong(i, j, c, sum[j] + " +- " + bound);
                }
            }
        });
    }

    private IntStream rows() {
        int count = (int) Math.clamp(Math.floor(MULTIPLY_ADDS / s.n() / s.k()), 2, Math.max(2, s.m()));
        return count >= s.m()
                ? IntStream.range(0, s.m())
                : IntStream.range(0, count).map(i -> (int) ((long) i * (s.m() - 1) / (count - 1)));
    }

    private void product(int i, double[] sum, double[] magnitude) {
        Arrays.fill(sum, 0);
        Arrays.fill(magnitude, 0);
        for (int p = 0; p < s.k(); p++) {
            double aip = s.transA() == Transpose.N ? a[i * s.k() + p] : a[p * s.m() + i];
            int first = s.transB() == Transpose.N ? p * s.n() : p;
            int step = s.transB() == Transpose.N ? 1 : s.k();
            for (int j = 0; j < s.n(); j++) {
                double term = aip * b[first + j * step];
                sum[j] += term;
                magnitude[j] += Math.abs(term);
            }
        }
    }

    private IllegalStateException wrong(int i, int j, float[] c, String expected) {
        return new IllegalStateException("wrong result: element (" + i + ", " + j + ") is " + c[i * s.n() + j]
                + " (expected " + expected + ")");
    }
}
