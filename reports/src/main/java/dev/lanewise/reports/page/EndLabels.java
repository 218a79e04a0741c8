package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Kind;
import dev.lanewise.reports.page.Plot.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/** The last value of each line beside its end. */
final class EndLabels {
    /** A label at the height of its line's end, and where its text begins. */
    private record Label(String text, double x, double y) {
    }

    private static final double LINE_HEIGHT = 19;
    private static final double GAP = 9;

    private EndLabels() {
    }

    /** The room they need to the right of the plot. */
    static double width(Plot plot) {
        DoubleFunction<String> ends = plot.ends;
        return ends == null
                ? 0
                : GAP + plot.series.stream()
                        .filter(EndLabels::hasEnd)
                        .mapToDouble(series -> TextWidth.of(ends.apply(last(series)), Palette.TEXT_SIZE))
                        .max()
                        .orElse(0);
    }

    private static boolean hasEnd(Series series) {
        return series.kind() == Kind.LINE && series.y().length > 0 && Extent.isUsable(last(series));
    }

    private static double last(Series series) {
        return series.y()[series.y().length - 1];
    }

    /** Draws them, from top to bottom, moved apart where they would overlap. */
    static void draw(Svg svg, Plot plot, Frame frame) {
        List<Label> labels = labels(plot, frame);
        double[] at = apart(labels, frame);
        for (int i = 0; i < at.length; i++) {
            svg.text("", labels.get(i).x, at[i] + 5.5, Svg.Anchor.START, labels.get(i).text);
        }
    }

    private static List<Label> labels(Plot plot, Frame frame) {
        List<Label> labels = new ArrayList<>();
        DoubleFunction<String> ends = plot.ends;
        if (ends != null) {
            for (Series series : plot.series) {
                double x = series.x().length == 0 ? Double.NaN : series.x()[series.x().length - 1];
                if (hasEnd(series) && frame.shows(x, last(series))) {
                    labels.add(new Label(ends.apply(last(series)), frame.x(x) + GAP, frame.y(last(series))));
                }
            }
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        return labels;
    }

    /** Moves each label below the one above it, and those up again that would stand below the plot. */
    private static double[] apart(List<Label> labels, Frame frame) {
        double[] y = labels.stream().mapToDouble(Label::y).toArray();
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.max(y[i], y[i - 1] + LINE_HEIGHT);
        }
        double lowest = frame.bottom() - LINE_HEIGHT / 2;
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], lowest);
            lowest = y[i] - LINE_HEIGHT;
        }
        return y;
    }
}
