package dev.lanewise.nn.data;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the numbers of a column keep their differences as floats. Mean and deviation are computed in double precision, in
 * row order.
 */
final class ColumnPrecision {
    /** The largest error by rounding to float, in deviations of the column. */
    private static final double LARGEST_ERROR = 1e-3;
    /** Deviations whose reciprocals, and multiples, floats can hold. */
    private static final double SMALLEST_DEVIATION = 1e-36;
    private static final double LARGEST_DEVIATION = 1e36;
    /** Of doubles that differ only by their own rounding. */
    private static final int NOISE = 4;

    private String text = "";
    private double first;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private boolean whole = true;
    private boolean lost;
    private long count;
    private double mean;
    private double squares;
    private double squaredErrors;

    /** Adds a number in a text with a decimal point, and the float that stands for it. */
    void add(String number, float rounded) {
        double exact = Double.parseDouble(number);
        if (count == 0) {
            text = number;
            first = exact;
        }
        whole &= exact == Math.rint(exact);
        lost |= exact == first && !number.equals(text) && (whole || exact == 0) && differ(number, text);
        least = Math.min(least, exact);
        greatest = Math.max(greatest, exact);
        count++;
        double distance = exact - mean;
        mean += distance / count;
        squares += distance * (exact - mean);
        double error = exact - rounded;
        squaredErrors += error * error;
    }

    private static boolean differ(String a, String b) {
        BigDecimal valueA = CsvNumber.exact(a);
        BigDecimal valueB = CsvNumber.exact(b);
        return valueA == null || valueB == null || valueA.compareTo(valueB) != 0;
    }

    /** What is wrong and what to do, or null. A constant column is right. */
    @Nullable
    String problem() {
        double largest = Math.max(Math.abs(least), Math.abs(greatest));
        if (least == greatest && lost) {
            return "values that differ are all " + least
                    + " in double precision (expected differences that a float holds: "
                    + remedy() + ")";
        }
        if (least == greatest || (!whole && greatest - least <= NOISE * Math.ulp(largest))) {
            return null;
        }
        double deviation = Math.sqrt(squares / count);
        double error = Math.sqrt(squaredErrors / count);
        String values = String.format(Locale.ROOT, "values from %s to %s with a standard deviation of %.3g",
                least,
                greatest, deviation);
        if (error > LARGEST_ERROR * deviation) {
            return String.format(Locale.ROOT,
                    "%s, which floats hold with an error of %.3g (expected less than a "
                            + "thousandth of the deviation: %s)",
                    values, error, remedy());
        }
        return deviation >= SMALLEST_DEVIATION && deviation <= LARGEST_DEVIATION
                ? null
                : String.format(Locale.ROOT, "%s (expected %.0e to %.0e: take another unit)", values,
                        SMALLEST_DEVIATION, LARGEST_DEVIATION);
    }

    private String remedy() {
        return Math.abs(mean) > 1
                ? "subtract a number such as " + text + " from the column, or take another unit"
                : "take another unit";
    }
}
