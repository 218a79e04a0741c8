package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Kind;
import dev.lanewise.reports.page.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the series, each beside a sample of its look, in as many rows as they need.
 *
 * @param entries in the order of the series
 * @param rows that they take
 */
record Legend(List<Entry> entries, int rows) {
    /** A name at a place: x from the legend's left edge, row from its top. */
    record Entry(int series, Kind kind, String name, double x, int row) {
    }

    static final double ROW_HEIGHT = 24;
    private static final double SAMPLE = 30;
    private static final double NAME_AT = 38;
    private static final double GAP = 20;
    private static final int MAX_ENTRIES = 12;

    /** The legend of a plot in a width. */
    static Legend of(Plot plot, double width) {
        List<Integer> named = named(plot);
        double widest = (named.size() > 3 ? width / 2 - GAP : width) - NAME_AT;
        List<Entry> entries = new ArrayList<>();
        double x = 0;
        int row = 0;
        for (int i : named) {
            String name = TextWidth.fit(plot.series.get(i).name(), Palette.TEXT_SIZE, widest);
            double entry = NAME_AT + TextWidth.of(name, Palette.TEXT_SIZE);
            if (x > 0 && x + entry > width) {
                x = 0;
                row++;
            }
            entries.add(new Entry(i, plot.series.get(i).kind(), name, x, row));
            x += entry + GAP;
        }
        return new Legend(entries, entries.isEmpty() ? 0 : row + 1);
    }

    private static List<Integer> named(Plot plot) {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < plot.series.size() && named.size() < MAX_ENTRIES; i++) {
            if (!plot.series.get(i).name().isBlank() && plot.series.get(i).x().length > 0) {
                named.add(i);
            }
        }
        return named;
    }

    double height() {
        return rows * ROW_HEIGHT;
    }

    void draw(Svg svg, double left, double top) {
        for (Entry entry : entries) {
            double x = left + entry.x;
            double y = top + entry.row * ROW_HEIGHT + ROW_HEIGHT / 2;
            drawSample(svg, entry, x, y);
            svg.text("", x + NAME_AT, y + 5.5, Anchor.START, entry.name);
        }
    }

    private static void drawSample(Svg svg, Entry entry, double x, double y) {
        StringBuilder path = new StringBuilder();
        switch (entry.kind) {
            case LINE -> {
                Svg.point(path, 'M', x, y);
                Svg.point(path, 'L', x + SAMPLE, y);
                svg.path(Palette.line(entry.series), path);
                path.setLength(0);
                Markers.add(path, entry.series, x + SAMPLE / 2, y);
                svg.path(Palette.marker(entry.series), path);
            }
            case DOTS -> {
                Markers.add(path, entry.series, x + SAMPLE / 2, y);
                svg.path(Palette.marker(entry.series), path);
            }
            case BARS -> svg.rect(Palette.bar(entry.series), x + SAMPLE / 2 - 7, y - 7, 14, 14);
        }
    }
}
