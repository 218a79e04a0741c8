package dev.lanewise.reports.page;

/** Maps values to places along an axis: 0 at its beginning, 1 at its end. */
sealed interface Scale permits Axis, LogAxis, CategoryAxis {
    /** Whether a value has a place on it. */
    boolean shows(double value);

    /** Where a value lies, from 0 to 1. */
    double position(double value);

    /** What lies at a place: the inverse of {@link #position}. */
    double value(double position);

    /** The values that get a label, ascending. */
    double[] ticks();

    /** A tick's label. */
    String label(double tick);
}
