package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Kind;
import dev.lanewise.reports.page.Plot.Series;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the series: bars below, then lines, then dots. */
final class SeriesDrawing {
    /** Beyond so many points a line gets markers at some of them only. */
    private static final int MARKER_LIMIT = 30;
    private static final int MARKERS = 12;

    private final Svg svg;
    private final Frame frame;
    private final LabelPlaces places;

    SeriesDrawing(Svg svg, Frame frame, LabelPlaces places) {
        this.svg = svg;
        this.frame = frame;
        this.places = places;
    }

    void draw(List<Series> all) {
        new BarDrawing(svg, frame, places).draw(all);
        for (int i : indices(all, Kind.LINE)) {
            drawLine(i, all.get(i));
        }
        for (int i : indices(all, Kind.DOTS)) {
            drawDots(i, all.get(i));
        }
    }

    static int[] indices(List<Series> all, Kind kind) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).kind() == kind).toArray();
    }

    private void drawLine(int look, Series series) {
        int[] points = Thinning.line(series, frame);
        int[] hidden = hiddenBefore(series);
        StringBuilder path = new StringBuilder();
        for (int k = 0; k < points.length; k++) {
            boolean begins = k == 0 || isGap(hidden, points[k - 1], points[k]);
            boolean ends = k + 1 == points.length || isGap(hidden, points[k], points[k + 1]);
            addPoint(path, series, points[k], begins);
            if (begins && ends) {
                path.append("h0"); // a point between two gaps, visible by its round ends
            }
            if (!begins) {
                places.avoid(x(series, points[k - 1]), y(series, points[k - 1]), x(series, points[k]),
                        y(series, points[k]));
            }
        }
        svg.path(Palette.line(look), path);
        svg.path(Palette.marker(look), markers(look, series, points));
    }

    private void addPoint(StringBuilder path, Series series, int i, boolean begins) {
        Svg.point(path, begins ? 'M' : 'L', x(series, i), y(series, i));
    }

    private StringBuilder markers(int look, Series series, int... points) {
        int stride = points.length <= MARKER_LIMIT ? 1 : Math.ceilDiv(points.length, MARKERS);
        StringBuilder path = new StringBuilder();
        // Lines that share their places across begin at different ones, or their markers would hide each other.
        for (int k = look * stride / Palette.SIZE % stride; k < points.length; k += stride) {
            Markers.add(path, look, x(series, points[k]), y(series, points[k]));
        }
        return path;
    }

    private void drawDots(int look, Series series) {
        StringBuilder path = new StringBuilder();
        for (int i : Thinning.dots(series, frame)) {
            Markers.add(path, look, x(series, i), y(series, i));
            places.avoid(x(series, i), y(series, i), x(series, i), y(series, i));
        }
        svg.path(Palette.marker(look), path);
    }

    /** How many points without a place lie before each. */
    private int[] hiddenBefore(Series series) {
        int[] hidden = new int[series.x().length];
        for (int i = 1; i < hidden.length; i++) {
            hidden[i] = hidden[i - 1] + (frame.shows(series.x()[i - 1], series.y()[i - 1]) ? 0 : 1);
        }
        return hidden;
    }

    private static boolean isGap(int[] hidden, int from, int to) {
        return hidden[to] > hidden[from];
    }

    private double x(Series series, int i) {
        return frame.x(series.x()[i]);
    }

    private double y(Series series, int i) {
        return frame.y(series.y()[i]);
    }
}
