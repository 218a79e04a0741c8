package dev.lanewise.nn.optim;

/**
 * Functions of schedules. {@link StrictMath} gives the same bits everywhere, but its pow, sin and cos allocate arrays; these
 * need only its exp and log, which do not, and double arithmetic.
 */
final class Curves {
    private static final double QUARTER_TURN = StrictMath.PI / 2;
    /** The last power in the series of the sine: the next term is below 1e-19 for x up to pi / 4. */
    private static final int LAST_POWER = 17;

    private Curves() {
    }

    /**
     * {@code (1 + cos(pi p)) / 2} with {@code p = done / total} in [0, 1]: exactly 1 at 0 and 0 at 1. It is
     * {@code 1 - sin^2(pi p / 2)} and {@code sin^2(pi (1 - p) / 2)}; the latter keeps its digits near 0.
     */
    static double cosine(double done, double total) {
        double left = total - done;
        double s = sine(QUARTER_TURN * (Math.min(done, left) / total));
        return done <= left ? 1 - s * s : s * s;
    }

    /** {@code x - x^3 / 3! + x^5 / 5! - ...} in Horner's form, for x in [0, pi / 4]. */
    private static double sine(double x) {
        double sum = 1;
        for (int k = LAST_POWER; k > 1; k -= 2) {
            sum = 1 - x * x / (k * (k - 1)) * sum;
        }
        return x * sum;
    }

    /** {@code base^exponent} for a base in [0, 1] and an exponent of at least 0, not both 0. */
    static double power(double base, double exponent) {
        return exponent == 1 ? base : StrictMath.exp(exponent * StrictMath.log(base));
    }
}
