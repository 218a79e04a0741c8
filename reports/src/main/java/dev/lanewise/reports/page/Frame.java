package dev.lanewise.reports.page;

/**
 * The area of a plot in which values are drawn.
 *
 * @param across scale from left to right
 * @param up scale from bottom to top
 * @param left edge in units of the drawing, as the other three
 * @param right edge
 * @param top edge
 * @param bottom edge
 * @param padding between the edges and the first and the last value across
 */
record Frame(Scale across, Scale up, double left, double right, double top, double bottom, double padding) {
    double x(double value) {
        return left + padding + across.position(value) * (right - left - 2 * padding);
    }

    double y(double value) {
        return bottom - up.position(value) * (bottom - top);
    }

    /** Whether a point has a place. */
    boolean shows(double x, double y) {
        return across.shows(x) && up.shows(y);
    }
}
