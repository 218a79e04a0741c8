package dev.lanewise.reports.page;

import java.util.List;

/** A shape for each look of the palette, as a subpath around a point. */
final class Markers {
    /** Where each subpath begins, from the point. */
    private static final double[][] STARTS = {{0, 0}, {-3, -3}, {0, -4}, {0, -4.5}, {0, 4}, {-3.5, -3.5},
            {-4.5, 0},
            {-3.5, -3.5}};
    /** How it goes on: dot, square, triangle, diamond, triangle upside down, cross, plus, hollow square. */
    private static final List<String> SHAPES = List.of("h0", "h6v6h-6z", "l4 7h-8z",
            "l4.5 4.5-4.5 4.5-4.5-4.5z",
            "l-4-7h8z", "l7 7m0-7l-7 7", "h9m-4.5-4.5v9", "h7v7h-7z");

    private Markers() {
    }

    /** Appends the marker of a series. */
    static void add(StringBuilder path, int series, double x, double y) {
        int shape = series % SHAPES.size();
        Svg.point(path, 'M', x + STARTS[shape][0], y + STARTS[shape][1]);
        path.append(SHAPES.get(shape));
    }

    /** Whether a look's shape has an inside. */
    static boolean isFilled(int look) {
        return look >= 1 && look <= 4;
    }

    /** How they are painted, but for the colours: a line of no length with round ends is a dot. */
    static String css() {
        return ".plot .m0{stroke-width:7.5;stroke-linecap:round}\n";
    }
}
