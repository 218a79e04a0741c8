package dev.lanewise.reports.page;

/** The smallest and the largest of the values that an axis must show. */
final class Extent {
    /** Beyond it sums and differences of values may not be finite. */
    private static final double LARGEST = 1e300;
    /** Below it quotients may not be finite. */
    private static final double SMALLEST = 1e-300;

    /** Beyond it whole numbers are as far apart as others. */
    private static final double LARGEST_WHOLE = 1e9;

    private final boolean log;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean whole = true;

    /** Nothing yet, for an axis that shows only values above 0 if it is logarithmic. */
    Extent(boolean log) {
        this.log = log;
    }

    static boolean isUsable(double value) {
        return Math.abs(value) <= LARGEST;
    }

    static boolean isUsableInLog(double value) {
        return value >= SMALLEST && value <= LARGEST;
    }

    /** Whether the axis could show a value. */
    boolean accepts(double value) {
        return log ? isUsableInLog(value) : isUsable(value);
    }

    /** Holds a value, if an axis can show it. */
    void add(double value) {
        if (accepts(value)) {
            double used = Math.abs(value) < SMALLEST ? 0 : value;
            min = Math.min(min, used);
            max = Math.max(max, used);
            whole &= used == Math.rint(used) && Math.abs(used) <= LARGEST_WHOLE;
        }
    }

    boolean isEmpty() {
        return min > max;
    }

    boolean isLog() {
        return log;
    }

    /** Whether all values are whole numbers that are not too large to count. */
    boolean isWhole() {
        return whole;
    }

    /** The smallest, or a default. */
    double min() {
        return isEmpty() ? log ? 1 : 0 : min;
    }

    /** The largest, or a default. */
    double max() {
        return isEmpty() ? log ? 10 : 1 : max;
    }
}
