package dev.lanewise.kernels.catalog;

/**
 * The published error of a kernel beside real arithmetic.
 *
 * @param text as in the contract table
 * @param function the elementary function whose measured error stands in {@code reports/accuracy.md}; empty if none
 */
public record Accuracy(String text, String function) {
    /** No rounding at all. */
    public static final Accuracy EXACT = new Accuracy("exact", "");
    /** Every operation of the formula is rounded once, to nearest. */
    public static final Accuracy ROUNDED = new Accuracy("each operation rounded once", "");

    /** At most so many units in the last place; {@code function} as in {@code reports/accuracy.md}. */
    public static Accuracy ulp(int maximum, String function) {
        return new Accuracy(maximum + " ULP", function);
    }

    /** At most {@code 2^relative |exact| + 2^absolute}, with the reason of the absolute part. */
    public static Accuracy within(int relative, int absolute, String reason) {
        return of("2^" + relative + " relative + 2^" + absolute + " absolute: " + reason);
    }

    /** An error in words. */
    public static Accuracy of(String text) {
        return new Accuracy(text, "");
    }
}
