package dev.lanewise.kernels;

/** Argument checks of the public kernels; each names what was given and what was expected. */
final class Check {
    private Check() {
    }

    static void size(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected >= 0)");
        }
    }

    static void atLeast(String name, int value, int fewest) {
        if (value < fewest) {
            throw new IllegalArgumentException(name + ": " + value + " (expected >= " + fewest + ")");
        }
    }

    static void finite(String name, float value) {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected a finite number)");
        }
    }

    static void rate(String name, float value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected 0 <= " + name + " < 1)");
        }
    }

    static void notNull(String name, Object value) {
        if (value == null) {
            throw new NullPointerException(name + ": null");
        }
    }

    /** A leading dimension spans at least the row's length (and one, as in BLAS). */
    static void leading(String name, int value, String columnsName, int columns) {
        if (value < Math.max(1, columns)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected >= max(1, " + columnsName + " = " + columns + "))");
        }
    }

    /** Elements from the first to the last of a matrix: (rows - 1) * leading + columns; 0 if it is empty. */
    static long span(int rows, int columns, int leading) {
        return rows == 0 || columns == 0 ? 0 : (rows - 1L) * leading + columns;
    }

    /** Elements of a matrix without gaps; refuses negative sizes. */
    static long dense(int rows, int columns) {
        size("rows", rows);
        size("columns", columns);
        return (long) rows * columns;
    }

    /** {@code span} elements from {@code offset} lie inside the array. */
    static void span(String name, float[] array, int offset, long span) {
        notNull(name, array);
        inside(name, array.length, offset, span);
    }

    /** {@code span} elements from {@code offset} lie inside the array. */
    static void span(String name, int[] array, int offset, long span) {
        notNull(name, array);
        inside(name, array.length, offset, span);
    }

    private static void inside(String name, int length, int offset, long span) {
        if (offset < 0) {
            throw new IllegalArgumentException(name + "Offset: " + offset + " (expected >= 0)");
        }
        if (offset + span > length) {
            throw new IllegalArgumentException(name + ": length " + length + " (expected >= " + name
                    + "Offset + elements spanned = " + offset + " + " + span + ")");
        }
    }

    /** Refuses any overlap of an output with an input. */
    static void disjoint(String output, Object y, int yOffset, long ySpan, String input, Object x,
            int xOffset, long xSpan) {
        if (overlap(y, yOffset, ySpan, x, xOffset, xSpan)) {
            throw new IllegalArgumentException(
                    output + ": overlaps " + input + " (expected separate memory)");
        }
    }

    /** Allows an output to be exactly its input, refuses partial overlap. */
    static void sameOrDisjoint(String output, Object y, int yOffset, long ySpan, String input, Object x,
            int xOffset, long xSpan) {
        if ((xOffset != yOffset || xSpan != ySpan) && overlap(y, yOffset, ySpan, x, xOffset, xSpan)) {
            throw new IllegalArgumentException(
                    output + ": overlaps " + input + " in part (expected separate memory)");
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same memory is meant
    private static boolean overlap(Object y, int yOffset, long ySpan, Object x, int xOffset, long xSpan) {
        return y == x && ySpan > 0 && xSpan > 0 && xOffset < yOffset + ySpan && yOffset < xOffset + xSpan;
    }
}
