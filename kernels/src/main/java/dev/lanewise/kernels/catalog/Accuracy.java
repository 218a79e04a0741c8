package dev.lanewise.kernels.catalog;

import java.util.Locale;

/**
 * The published error of a kernel beside real arithmetic: {@code ulps} units in the last place of the exact value plus
 * {@code absolute} times what the text names, such as |dy|. Both are NaN where the error is published in words.
 *
 * @param text as in the contract table
 * @param ulps the part that is relative to the exact value
 * @param absolute the part that is not, where terms cancel or underflow
 */
public record Accuracy(String text, double ulps, double absolute) {
    /** No rounding at all. */
    public static final Accuracy EXACT = new Accuracy("exact", 0, 0);
    /** Every operation of the formula is rounded once, to nearest. */
    public static final Accuracy ROUNDED = of("each operation rounded once");

    /** At most so many units in the last place. */
    public static Accuracy ulp(double ulps) {
        return new Accuracy(number(ulps) + " ULP", ulps, 0);
    }

    /** At most {@code ulps} units in the last place and {@code absolute times}, with the reason of the latter. */
    public static Accuracy ulp(double ulps, double absolute, String times, String reason) {
        return new Accuracy(String.format(Locale.ROOT, "%s ULP + %s%s: %s", number(ulps), power(absolute),
                times.isEmpty() ? "" : " " + times, reason), ulps, absolute);
    }

    /** An error in words. */
    public static Accuracy of(String text) {
        return new Accuracy(text, Double.NaN, Double.NaN);
    }

    /** Whether the error is published as a number. */
    public boolean isNumber() {
        return !Double.isNaN(ulps);
    }

    private static String number(double ulps) {
        return ulps == Math.rint(ulps) ? Long.toString((long) ulps) : Double.toString(ulps);
    }

    private static String power(double absolute) {
        int exponent = Math.getExponent(absolute);
        return absolute == Math.scalb(1.0, exponent)
                ? "2^" + exponent
                : String.format(Locale.ROOT, "%.1e", absolute);
    }
}
