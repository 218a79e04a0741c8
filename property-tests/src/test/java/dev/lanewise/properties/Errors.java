package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Error bounds of the textbook (Higham, "Accuracy and Stability of Numerical Algorithms"): gamma(k) = k u / (1 - k u) for
 * k roundings, u = 2^-24.
 */
final class Errors {
    /** Half a unit in the last place of 1. */
    static final double U = 0x1p-24;
    /** The oracle's own error: it computes in double. */
    private static final double ORACLE = 1 + 1e-6;

    private Errors() {
    }

    /** The relative error of k roundings. */
    static double gamma(int k) {
        return k * U / (1 - k * U);
    }

    /** The relative error of a sum of n terms of one sign by 64 accumulators, each of its terms having {@code more}. */
    static double ofSum(int n, int more) {
        return gamma(Math.ceilDiv(n, 64) + 5 + more);
    }

    static void assertWithin(float actual, double exact, double bound) {
        if (Double.isInfinite(exact)) {
            assertThat((double) actual).isEqualTo(exact);
        } else {
            assertThat(Math.abs(actual - exact)).as("error of %s against %s", actual, exact)
                    .isLessThanOrEqualTo(bound * ORACLE);
        }
    }
}
