package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Where the parts of a plot go.
 *
 * @param frame for the values
 * @param title in lines
 * @param legend below the title
 * @param turned whether the names across are turned, for want of room
 */
record Layout(Frame frame, List<String> title, Legend legend, boolean turned) {
    static final int WIDTH = 640;
    static final int HEIGHT = 400;
    static final double TITLE_LINE = 22;
    static final double LEGEND_GAP = 8;
    /** Names across are turned by so much, in degrees. */
    static final int TURN = -40;
    /** The longest a turned name may be. */
    static final double TURNED_LENGTH = 165;

    private static final double MARGIN = 14;
    private static final double AXIS_LABEL = 24;
    private static final double TICK_LABEL = 27;
    private static final int TICKS_UP = 5;
    private static final int MAX_TICKS_ACROSS = 8;

    static Layout of(Plot plot, Extents extents) {
        Scale up = up(extents.up());
        double left = (plot.yLabel.isBlank() ? 0 : AXIS_LABEL) + MARGIN + widest(up, up.ticks());
        double right = WIDTH - Math.max(MARGIN + 4, EndLabels.width(plot) + 6);
        List<String> title = title(plot, left);
        Legend legend = Legend.of(plot, WIDTH - MARGIN - left);
        double top = title.size() * TITLE_LINE + LEGEND_GAP + legend.height() + 10;
        Scale across = extents.slots() > 0
                ? new CategoryAxis(plot.categories, extents.slots())
                : across(extents.across(), right - left);
        boolean turned = isTurned(across, right - left);
        double bottom = HEIGHT - 6 - (plot.xLabel.isBlank() ? 0 : AXIS_LABEL)
                - (turned ? turnedHeight(across) : TICK_LABEL);
        return new Layout(new Frame(across, up, left, right, top, bottom, padding(plot, extents)), title,
                legend,
                turned);
    }

    static List<String> title(Plot plot, double left) {
        return plot.title.isBlank()
                ? List.of()
                : TextWidth.wrap(plot.title, Palette.TITLE_SIZE * 1.06, WIDTH - MARGIN - left);
    }

    private static Scale up(Extent values) {
        return values.isLog()
                ? LogAxis.of(values.min(), values.max())
                : Axis.of(values.min(), values.max(), TICKS_UP);
    }

    /** The scale with the most ticks whose labels do not touch. */
    private static Scale across(Extent values, double width) {
        if (values.isLog()) {
            return LogAxis.of(values.min(), values.max());
        }
        int ticks = MAX_TICKS_ACROSS;
        Axis axis = linear(values, ticks);
        while (ticks > 1 && (widest(axis, axis.ticks()) + MARGIN) * axis.ticks().length > width) {
            ticks--;
            axis = linear(values, ticks);
        }
        return axis;
    }

    private static Axis linear(Extent values, int ticks) {
        return values.isWhole() && !values.isEmpty()
                ? Axis.ofIntegers(values.min(), values.max(), ticks)
                : Axis.exactly(values.min(), values.max(), ticks);
    }

    private static boolean isTurned(Scale across, double width) {
        return across instanceof CategoryAxis names
                && widest(across, names.ticks()) + 8 > width / names.count() * stride(names);
    }

    private static int stride(CategoryAxis names) {
        return Math.ceilDiv(names.count(), names.ticks().length);
    }

    private static double turnedHeight(Scale across) {
        double length = Math.min(TURNED_LENGTH, widest(across, across.ticks()));
        return 14 + length * Math.sin(Math.toRadians(-TURN)) + Palette.TEXT_SIZE / 2;
    }

    private static double widest(Scale scale, double... ticks) {
        return Arrays.stream(ticks)
                .map(tick -> TextWidth.of(scale.label(tick), Palette.TEXT_SIZE))
                .max()
                .orElse(0);
    }

    /** Room for the first and the last marker; none where a surface or bars fill the frame. */
    private static double padding(Plot plot, Extents extents) {
        boolean points = plot.series.stream().anyMatch(series -> series.kind() != Kind.BARS);
        return points && plot.surface == null && extents.slots() == 0 ? 7 : 0;
    }
}
