package dev.lanewise.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A plot in the making: {@code Plot.of("Loss").x("epoch").y("mean loss").logY().line("SGD", x, y).svg()}. Values that are
 * not finite leave a gap.
 */
public final class Plot {
    /** What is drawn through or at its points. */
    enum Kind {
        LINE, DOTS, BARS
    }

    /** Points under one name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Series(Kind kind, String name, double[] x, double[] y) {
    }

    /** A line across the plot, or a point if both are given. */
    record Mark(double x, double y, String label) {
    }

    /** A surface shown by lines of equal height. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Surface(DoubleBinaryOperator f, double[] levels) {
    }

    final String title;
    final List<Series> series = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    final List<String> categories = new ArrayList<>();
    String xLabel = "";
    String yLabel = "";
    boolean logX;
    boolean logY;
    double @Nullable [] xRange;
    double @Nullable [] yRange;
    @Nullable
    Surface surface;
    @Nullable
    DoubleFunction<String> ends;

    private Plot(String title) {
        this.title = title;
    }

    /** An empty plot. */
    public static Plot of(String title) {
        return new Plot(title);
    }

    /** What runs across, with its unit. */
    public Plot x(String label) {
        xLabel = label;
        return this;
    }

    /** What runs up, with its unit. */
    public Plot y(String label) {
        yLabel = label;
        return this;
    }

    /** Powers of ten across; values up to 0 are left out. */
    public Plot logX() {
        logX = true;
        return this;
    }

    /** Powers of ten up; values up to 0 are left out. */
    public Plot logY() {
        logY = true;
        return this;
    }

    /** Names for 0, 1, 2, ... across, in place of numbers. */
    public Plot categories(List<String> names) {
        categories.addAll(names);
        return this;
    }

    /** What must be visible across, at least. */
    public Plot xRange(double low, double high) {
        xRange = new double[]{low, high};
        return this;
    }

    /** What must be visible up, at least. */
    public Plot yRange(double low, double high) {
        yRange = new double[]{low, high};
        return this;
    }

    /** A line through points. */
    public Plot line(String name, double[] x, double[] y) {
        return add(Kind.LINE, name, x, y);
    }

    /** Points. */
    public Plot dots(String name, double[] x, double[] y) {
        return add(Kind.DOTS, name, x, y);
    }

    /** Bars from 0 at 0, 1, 2, ... (see {@link #categories}); several series stand side by side. */
    public Plot bars(String name, double[] heights) {
        double[] x = new double[heights.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return add(Kind.BARS, name, x, heights);
    }

    /** The last value of each line beside its end, as this text. */
    public Plot ends(DoubleFunction<String> text) {
        ends = text;
        return this;
    }

    /**
     * Lines of equal height of a surface over the visible ranges, beneath everything else; without levels, at levels that
     * divide what is visible into parts of equal area.
     */
    public Plot contours(DoubleBinaryOperator f, double... levels) {
        surface = new Surface(f, levels.clone());
        return this;
    }

    /** A labelled line up through the whole plot. */
    public Plot vertical(double x, String label) {
        marks.add(new Mark(x, Double.NaN, label));
        return this;
    }

    /** A labelled line across the whole plot. */
    public Plot horizontal(double y, String label) {
        marks.add(new Mark(Double.NaN, y, label));
        return this;
    }

    /** A labelled point. */
    public Plot mark(double x, double y, String label) {
        marks.add(new Mark(x, y, label));
        return this;
    }

    private Plot add(Kind kind, String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    name + ": " + x.length + " x and " + y.length + " y (expected as many)");
        }
        series.add(new Series(kind, name, x.clone(), y.clone()));
        return this;
    }

    /** The plot as an SVG element of 640 x 400 units, which takes its looks from {@link Page} or {@link Sheet}. */
    public String svg() {
        return PlotDrawing.svg(this);
    }
}
