package dev.lanewise.properties;

/** The error function in double, accurate to about 1e-15. */
final class ErrorFunctionOracle {
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;
    /** From here on the complement is below 2^-54; a NaN is not below it. */
    private static final double SATURATED = 6;

    private ErrorFunctionOracle() {
    }

    /**
     * {@code 2/sqrt(pi) e^(-x^2) sum of 2^k x^(2k+1) / (1 * 3 * ... * (2k+1))}, whose terms all have x's sign, so that
     * nothing cancels. The square of a float is exact in double.
     */
    static double erf(double x) {
        if (!(Math.abs(x) < SATURATED)) {
            return Math.signum(x);
        }
        double square = x * x;
        double term = x;
        double sum = x;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            term *= 2 * square / odd;
            before = sum;
            sum += term;
        }
        return TWO_OVER_SQRT_PI * StrictMath.exp(-square) * sum;
    }
}
