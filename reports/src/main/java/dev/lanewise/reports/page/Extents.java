package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Kind;
import dev.lanewise.reports.page.Plot.Mark;
import dev.lanewise.reports.page.Plot.Series;
import org.jspecify.annotations.Nullable;

/**
 * What a plot must show.
 *
 * @param across from left to right
 * @param up from bottom to top
 * @param slots how many categories lie across, 0 if numbers do
 * @param hasContent whether there is anything to draw
 */
record Extents(Extent across, Extent up, int slots, boolean hasContent) {
    static Extents of(Plot plot) {
        int slots = slots(plot);
        Extent across = new Extent(plot.logX && slots == 0);
        Extent up = new Extent(plot.logY);
        plot.series.forEach(series -> addPoints(series, across, up));
        for (Mark mark : plot.marks) {
            across.add(mark.x());
            up.add(mark.y());
        }
        if (plot.logY && plot.series.stream().anyMatch(series -> series.kind() == Kind.BARS)
                && !up.isEmpty()) {
            up.add(up.min() / 3); // or the lowest bar would have no length
        }
        boolean isEmpty = across.isEmpty() && up.isEmpty();
        addRange(across, plot.xRange);
        addRange(up, plot.yRange);
        boolean surface = plot.surface != null && !across.isEmpty() && !up.isEmpty();
        return new Extents(across, up, slots, !isEmpty || surface);
    }

    private static int slots(Plot plot) {
        int bars = plot.series.stream()
                .filter(series -> series.kind() == Kind.BARS)
                .mapToInt(series -> series.x().length)
                .max()
                .orElse(0);
        return Math.max(plot.categories.size(), bars);
    }

    private static void addPoints(Series series, Extent across, Extent up) {
        for (int i = 0; i < series.x().length; i++) {
            if (across.accepts(series.x()[i]) && up.accepts(series.y()[i])) {
                across.add(series.x()[i]);
                up.add(series.y()[i]);
            }
        }
        if (series.kind() == Kind.BARS && !up.isEmpty()) {
            up.add(0);
        }
    }

    private static void addRange(Extent extent, double @Nullable [] range) {
        if (range != null) {
            extent.add(range[0]);
            extent.add(range[1]);
        }
    }
}
