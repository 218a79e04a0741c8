package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.jmh.Verify;
import dev.lanewise.kernels.Transpose;
import java.util.Arrays;

/** Checks a product in double precision, in the rows of {@link Verify#sampledRows}, before it is timed. */
final class Verification {
    static final String RULE = "within k * 2^-23 * sum |a||b| of a double-precision product";

    private final GemmShape s;
    private final float[] a;
    private final float[] b;

    Verification(GemmShape shape, float[] a, float[] b) {
        s = shape;
        this.a = a;
        this.b = b;
    }

    /**
     * Compares with a product in double precision; the bound is twice that of any order of summation in float.
     *
     * @throws IllegalStateException naming the first element beyond the bound
     */
    void close(float[] c) {
        double[] sum = new double[s.n()];
        double[] magnitude = new double[s.n()];
        Verify.sampledRows(s).forEach(i -> {
            product(i, sum, magnitude);
            for (int j = 0; j < s.n(); j++) {
                double bound = s.k() * 0x1p-23 * magnitude[j];
                if (!(Math.abs(c[i * s.n() + j] - sum[j]) <= bound)) {
                    throw wrong(i, j, c, sum[j] + " +- " + bound);
                }
            }
        });
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
