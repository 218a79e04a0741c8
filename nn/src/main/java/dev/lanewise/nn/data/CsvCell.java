package dev.lanewise.nn.data;

import java.util.Locale;
import java.util.Set;

/** What the text of one CSV cell means. */
final class CsvCell {
    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "null");
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    private CsvCell() {
    }

    /** Whether it stands for a value that is not there. */
    static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Whether it says NaN or infinity, with or without a sign. */
    static boolean isNotFinite(String cell) {
        String unsigned = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        return NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT));
    }

    /** Whether it is a decimal number; Java's own extras (hexadecimal, a trailing f or d) are text here. */
    static boolean isNumber(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /** One name for equal class labels: 1, 01 and 1.0 are all "1"; text stays as it is. */
    static String className(String cell) {
        if (!isNumber(cell)) {
            return cell;
        }
        double value = Double.parseDouble(cell);
        long whole = (long) value;
        // A double holds every whole number up to 2^53.
        return whole == value && Math.abs(whole) <= 1L << 53 ? Long.toString(whole) : Double.toString(value);
    }

    /** The order of class names: by value if both are numbers, numbers before text, text by code unit. */
    static int compareClassNames(String a, String b) {
        boolean numberA = isNumber(a);
        boolean numberB = isNumber(b);
        if (numberA && numberB) {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        }
        return numberA != numberB ? (numberA ? -1 : 1) : a.compareTo(b);
    }
}
