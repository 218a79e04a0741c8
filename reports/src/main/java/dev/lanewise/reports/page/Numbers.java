package dev.lanewise.reports.page;

import java.util.Locale;

/** Numbers as plots write them. */
final class Numbers {
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final int MAX_DECIMALS = 15;

    private Numbers() {
    }

    /** Such as {@code 12,000.5}. */
    static String fixed(double value, int decimals) {
        // 0.0 instead of -0.0, also of what rounds to it.
        double rounded = Math.abs(value) < 0.5 * Math.pow(10, -decimals) ? 0.0 : value;
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** A power of ten with a raised exponent. */
    static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            text.append(digit == '-' ? '\u207b' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** A number times a power of ten, exact to so many decimals of the whole (negative: places before the point). */
    static String scientific(double value, int decimals) {
        if (Math.abs(value) < 0.5 * Math.pow(10, -decimals)) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
        int digits = Math.clamp(exponent + (long) decimals, 0, MAX_DECIMALS);
        return fixed(value / Math.pow(10, exponent), digits) + "\u00b7" + powerOfTen(exponent);
    }

    /** Up to three digits that count, such as {@code 0.25} and {@code 1,200}. */
    static String brief(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
        return exponent < -3 || exponent > 5
                ? scientific(value, 2 - exponent).replaceFirst("\\.?0+\u00b7", "\u00b7")
                : withoutZeros(fixed(value, Math.max(0, 2 - exponent)));
    }

    private static String withoutZeros(String number) {
        return number.contains(".") ? number.replaceFirst("\\.?0+$", "") : number;
    }
}
