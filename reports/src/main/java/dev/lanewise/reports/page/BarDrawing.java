package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Kind;
import dev.lanewise.reports.page.Plot.Series;
import java.util.List;

/** Draws bars; those of several series stand side by side. */
final class BarDrawing {
    /** The part of a slot that its bars take. */
    private static final double FILLED = 0.8;
    /** More slots than this would be too narrow: neighbours share one. */
    private static final int MAX_SLOTS = 400;

    private final Svg svg;
    private final Frame frame;
    private final LabelPlaces places;

    BarDrawing(Svg svg, Frame frame, LabelPlaces places) {
        this.svg = svg;
        this.frame = frame;
        this.places = places;
    }

    void draw(List<Series> all) {
        int[] bars = SeriesDrawing.indices(all, Kind.BARS);
        for (int place = 0; place < bars.length; place++) {
            draw(bars[place], all.get(bars[place]).y(), place, bars.length);
        }
    }

    private void draw(int look, double[] heights, int place, int bars) {
        int shared = Math.max(1, Math.ceilDiv(heights.length, MAX_SLOTS));
        double group = FILLED * shared;
        double width = frame.x(group / bars) - frame.x(0);
        for (int from = 0; from < heights.length; from += shared) {
            double height = farthestFromZero(heights, from, Math.min(heights.length, from + shared));
            if (frame.up().shows(height)) {
                double center = from + (shared - 1) / 2.0;
                double left = frame.x(center - group / 2) + place * width;
                drawBar(look, left, width, frame.y(height));
            }
        }
    }

    private double farthestFromZero(double[] heights, int from, int to) {
        double farthest = Double.NaN;
        for (int i = from; i < to; i++) {
            boolean farther = !(Math.abs(heights[i]) <= Math.abs(farthest));
            farthest = frame.up().shows(heights[i]) && farther ? heights[i] : farthest;
        }
        return farthest;
    }

    private void drawBar(int look, double left, double width, double end) {
        double base = frame.up().shows(0) ? frame.y(0) : frame.bottom();
        double gap = Math.min(1, width / 8);
        double top = Math.min(base, end);
        // A bar of 0 is still to be seen.
        svg.rect(Palette.bar(look), left + gap, top, width - 2 * gap, Math.max(1, Math.abs(base - end)));
        places.avoid(left, top, left + width, top);
        places.avoid(left + width / 2, top, left + width / 2, Math.max(base, end));
    }
}
