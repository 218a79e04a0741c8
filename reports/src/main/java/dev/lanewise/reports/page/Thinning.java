package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Plot.Series;
import java.util.stream.IntStream;

/** Chooses among the points of a series that have a place, so that a plot of many points stays small. */
final class Thinning {
    /** So many points at most remain; a plot is about 600 units wide. */
    static final int LIMIT = 1000;

    private Thinning() {
    }

    /** For a line: of each of many parts the first, the lowest, the highest and the last point. */
    static int[] line(Series series, Frame frame) {
        int n = series.x().length;
        if (n <= LIMIT) {
            return shown(series, frame, 0, n);
        }
        int parts = LIMIT / 4;
        return IntStream.range(0, parts)
                .mapToObj(part -> shown(series, frame, from(part, parts, n), from(part + 1, parts, n)))
                .flatMapToInt(points -> outline(series, points))
                .toArray();
    }

    /** For dots: each one, or each k-th. */
    static int[] dots(Series series, Frame frame) {
        int[] shown = shown(series, frame, 0, series.x().length);
        int stride = Math.max(1, Math.ceilDiv(shown.length, LIMIT));
        return IntStream.range(0, shown.length).filter(i -> i % stride == 0).map(i -> shown[i]).toArray();
    }

    private static int from(int part, int parts, int n) {
        return (int) ((long) part * n / parts);
    }

    private static int[] shown(Series series, Frame frame, int from, int to) {
        return IntStream.range(from, to).filter(i -> frame.shows(series.x()[i], series.y()[i])).toArray();
    }

    private static IntStream outline(Series series, int... points) {
        if (points.length <= 4) {
            return IntStream.of(points);
        }
        int lowest = points[0];
        int highest = points[0];
        for (int point : points) {
            lowest = series.y()[point] < series.y()[lowest] ? point : lowest;
            highest = series.y()[point] > series.y()[highest] ? point : highest;
        }
        return IntStream.of(points[0], lowest, highest, points[points.length - 1]).sorted().distinct();
    }
}
