package dev.lanewise.reports.experiments;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as checks, tables and sentences write them. */
final class TrainingText {
    private TrainingText() {
    }

    /** Such as {@code 97.3 %}. */
    static String percent(double fraction) {
        return Double.isNaN(fraction) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    /** Such as {@code 23.1}: a difference of fractions in percentage points. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%.1f", 100 * difference);
    }

    /** Three digits of a number of any size, such as {@code 0.0312} and {@code 2.18e-07}. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 0.001 && size < 100_000);
        return String.format(Locale.ROOT, plain ? "%." + decimals(size) + "f" : "%.2e", value);
    }

    private static int decimals(double size) {
        return size == 0 || size >= 100
                ? 0
                : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
    }

    /** All digits of a setting and no more, such as {@code 0.0005} and {@code 10}. */
    static String plain(float value) {
        return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A whole number, such as {@code 12,345}. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
