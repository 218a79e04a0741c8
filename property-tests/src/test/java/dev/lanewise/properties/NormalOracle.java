package dev.lanewise.properties;

/** The normal distribution function in double, with a relative error of about 1e-13 or less, also far below 0. */
final class NormalOracle {
    private static final double SQRT_2_PI = 2.5066282746310002;
    /** Below minus that the series, subtracted from 1/2, would lose digits; the fraction converges from there on. */
    private static final double TAIL = 2.5;
    /** Beyond, the function is 0 or 1 in double. */
    private static final double SATURATED = 39;
    private static final int TERMS = 120;

    private NormalOracle() {
    }

    /** The integral of the density from -infinity to x. */
    static double distribution(double x) {
        if (!(Math.abs(x) <= SATURATED)) {
            return Double.isNaN(x) ? x : x > 0 ? 1 : 0;
        }
        if (x < -TAIL) {
            return density(x) / fraction(-x);
        }
        return x > TAIL ? 1 - density(x) / fraction(x) : 0.5 + density(x) * series(x);
    }

    /** {@code e^(-x^2 / 2) / sqrt(2 pi)}; the square of a float is exact in double. */
    static double density(double x) {
        return StrictMath.exp(-0.5 * x * x) / SQRT_2_PI;
    }

    /** {@code sum of x^(2k+1) / (1 * 3 * ... * (2k+1))}: all terms have x's sign. */
    private static double series(double x) {
        double square = x * x;
        double term = x;
        double sum = x;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            term *= square / odd;
            before = sum;
            sum += term;
        }
        return sum;
    }

    /** Density over tail, {@code x + 1 / (x + 2 / (x + 3 / (x + ...)))}. */
    private static double fraction(double x) {
        double value = x;
        for (int k = TERMS; k > 0; k--) {
            value = x + k / value;
        }
        return value;
    }
}
