package dev.lanewise.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A line chart over epochs as an SVG element of 480 x 320 units. Text takes the colour of its surroundings; lines take
 * the classes {@code s0}, {@code s1}, ... of {@link #STYLE}, in colours that colour-blind readers can tell apart, and
 * differ in dash and marker besides. Values that are not finite leave a gap.
 *
 * @param title above the chart
 * @param unit of the values, written at the axis
 * @param floorAtZero whether the axis begins at 0
 * @param series lines, two at most
 */
record LineChart(String title, String unit, boolean floorAtZero, List<Series> series) {
    /**
     * A line.
     *
     * @param name in the legend
     * @param values one for each epoch
     */
    record Series(String name, List<Double> values) {
        boolean isEmpty() {
            return values.stream().noneMatch(Double::isFinite);
        }
    }

    static final int WIDTH = 480;
    static final int HEIGHT = 320;

    /** Okabe and Ito's blue and vermillion; their lighter sky blue and orange on dark ground. */
    static final String STYLE = """
            .chart{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            .chart text{fill:currentColor}
            .chart .title{font-size:15px;font-weight:600}
            .chart .grid{stroke:currentColor;stroke-opacity:.15}
            .chart .axis{stroke:currentColor;stroke-opacity:.6}
            .chart path{fill:none;stroke-width:2;stroke-linejoin:round}
            .chart .s0{stroke:#0072b2}.chart .s1{stroke:#d55e00;stroke-dasharray:6 3}
            .chart .m0{fill:#0072b2}.chart .m1{fill:#d55e00}
            @media (prefers-color-scheme:dark){
            .chart .s0{stroke:#56b4e9}.chart .s1{stroke:#e69f00}
            .chart .m0{fill:#56b4e9}.chart .m1{fill:#e69f00}}
            """;

    private static final int LEFT = 58;
    private static final int RIGHT = 64;
    private static final int TOP = 62;
    private static final int BOTTOM = 46;
    /** Beyond so many epochs markers would hide the line. */
    private static final int MARKER_LIMIT = 30;
    private static final int LINE_HEIGHT = 15;

    /** Drops lines without a value, such as validation where there is none. */
    LineChart {
        series = series.stream().filter(line -> !line.isEmpty()).toList();
    }

    /** The chart at a place in another drawing. */
    String svg(int x, int y) {
        StringBuilder svg = new StringBuilder();
        svg.append(text(
                "<svg class=\"chart\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        + "role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>%s over epochs</title>\n",
                x, y,
                WIDTH, HEIGHT, WIDTH, HEIGHT, Html.escape(title)));
        svg.append(text("<text class=\"title\" x=\"%d\" y=\"20\">%s</text>\n", LEFT, Html.escape(title)));
        if (series.isEmpty()) {
            svg.append(text("<text x=\"%d\" y=\"%d\">no finite values</text>\n", LEFT, HEIGHT / 2));
        } else {
            plot(svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private void plot(StringBuilder svg) {
        int epochs = series.getFirst().values.size();
        Axis across = Axis.ofIntegers(1, epochs, 8);
        Axis up = valueAxis();
        drawGrid(svg, across, up, epochs);
        drawLegend(svg);
        for (int i = 0; i < series.size(); i++) {
            drawLine(svg, i, across, up);
        }
        drawEndLabels(svg, across, up);
    }

    private Axis valueAxis() {
        double[] finite = series.stream()
                .flatMap(line -> line.values.stream())
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double min = Arrays.stream(finite).min().orElseThrow();
        double max = Arrays.stream(finite).max().orElseThrow();
        return Axis.of(floorAtZero ? Math.min(0, min) : min, max, 5);
    }

    private void drawGrid(StringBuilder svg, Axis across, Axis up, int epochs) {
        for (double tick : up.ticks()) {
            double y = y(up, tick);
            svg.append(text("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT,
                    WIDTH - RIGHT,
                    y, y));
            svg.append(text("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", LEFT - 8, y + 4.5,
                    up.label(tick)));
        }
        int bottom = HEIGHT - BOTTOM;
        svg.append(text("<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>\n", LEFT,
                WIDTH - RIGHT, bottom,
                bottom));
        for (double tick : across.ticks()) {
            if (tick <= epochs) {
                svg.append(
                        text("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x(across, tick),
                                bottom + 18, across.label(tick)));
            }
        }
        svg.append(text("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">epoch</text>\n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8));
        svg.append(
                text("<text x=\"%d\" y=\"%d\" transform=\"rotate(-90)\" text-anchor=\"middle\">%s</text>\n",
                        -(TOP + bottom) / 2, 14, Html.escape(unit)));
    }

    private void drawLegend(StringBuilder svg) {
        int x = LEFT;
        for (int i = 0; i < series.size(); i++) {
            svg.append(text("<path class=\"s%d\" d=\"M%d 38h28\"/>", i, x));
            marker(svg, i, x + 14, 38);
            svg.append(text("<text x=\"%d\" y=\"42\">%s</text>\n", x + 34, Html.escape(series.get(i).name)));
            x += 54 + 8 * series.get(i).name.length();
        }
    }

    private void drawLine(StringBuilder svg, int i, Axis across, Axis up) {
        List<Double> values = series.get(i).values;
        StringBuilder path = new StringBuilder();
        StringBuilder markers = new StringBuilder();
        for (int epoch = 1; epoch <= values.size(); epoch++) {
            double value = values.get(epoch - 1);
            if (Double.isFinite(value)) {
                boolean begins = epoch == 1 || !Double.isFinite(values.get(epoch - 2));
                path.append(text("%s%.1f %.1f", begins ? "M" : "L", x(across, epoch), y(up, value)));
                marker(markers, i, x(across, epoch), y(up, value));
            }
        }
        svg.append("<path class=\"s").append(i).append("\" d=\"").append(path).append("\"/>\n");
        if (values.size() <= MARKER_LIMIT) {
            svg.append(markers).append('\n');
        }
    }

    private static void marker(StringBuilder svg, int i, double x, double y) {
        svg.append(i == 0
                ? text("<circle class=\"m0\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", x, y)
                : text("<rect class=\"m1\" x=\"%.1f\" y=\"%.1f\" width=\"6\" height=\"6\"/>", x - 3, y - 3));
    }

    /** The last value of each line beside its end, moved apart where they would overlap. */
    private void drawEndLabels(StringBuilder svg, Axis across, Axis up) {
        List<Series> fromTop = series.stream()
                .filter(line -> Double.isFinite(last(line)))
                .sorted((p, q) -> Double.compare(last(q), last(p)))
                .toList();
        double[] at = apart(fromTop.stream().mapToDouble(line -> y(up, last(line))).toArray());
        for (int i = 0; i < at.length; i++) {
            Series line = fromTop.get(i);
            String label = floorAtZero
                    ? Figures.loss(last(line))
                    : String.format(Locale.ROOT, "%.2f", last(line));
            svg.append(text("<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", x(across, line.values.size()) + 8,
                    at[i] + 4.5,
                    label));
        }
    }

    /** Moves labels, given from top to bottom, apart, and all of them up if the last would stand on the axis. */
    private static double[] apart(double[] y) {
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.max(y[i], y[i - 1] + LINE_HEIGHT);
        }
        double over = y.length == 0 ? 0 : Math.max(0, y[y.length - 1] - (HEIGHT - BOTTOM - 8));
        return Arrays.stream(y).map(value -> value - over).toArray();
    }

    private static double last(Series line) {
        return line.values.getLast();
    }

    private static double x(Axis across, double epoch) {
        return LEFT + 6 + across.position(epoch) * (WIDTH - RIGHT - LEFT - 12);
    }

    private static double y(Axis up, double value) {
        return HEIGHT - BOTTOM - up.position(value) * (HEIGHT - BOTTOM - TOP);
    }

    @SuppressWarnings("AnnotateFormatMethod") // all its formats are literals of this class
    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
