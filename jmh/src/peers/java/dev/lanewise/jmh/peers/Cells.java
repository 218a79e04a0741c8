package dev.lanewise.jmh.peers;

import java.util.Locale;

/** Figures as a table's cells; empty where nothing was measured. */
final class Cells {
    private Cells() {
    }

    /** {@code median (lowest-highest)}. */
    static String spread(String format, double... values) {
        return Statistics.isAny(values)
                ? median(format, values) + " (" + text(format, Statistics.lowest(values)) + "-"
                        + text(format, Statistics.highest(values)) + ")"
                : "";
    }

    static String median(String format, double... values) {
        return Statistics.isAny(values) ? text(format, Statistics.median(values)) : "";
    }

    static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
