package dev.lanewise.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plots of values that were drawn from the oddest that there are. */
class AnyPlotTest {
    private static final int PLOTS = 600;
    private static final double[] VALUES = {0, -0.0, 1, -1, 2, 3, 0.5, 10, 97.5, 1e-3, 1e-9, 1e9, 1e9 + 1,
            -1e15, 1e200,
            -1e200, 1e300, -1e300, 1e-300, 1e-310, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private static final List<String> TEXTS = List.of("", "loss", "a longer name of a series", "<&>\"'\u0007",
            "\u8bad\u7ec3\u96c6\u4e0a\u7684\u51c6\u786e\u7387\u4e0d\u9ad8\u800c\u4e14\u540d\u5b57\u5f88\u957f\u5f88\u957f",
            "wordwithoutanyblankthatgoesonandonuntilnobodycanreaditanymoreandthensome".repeat(2));

    private final RandomStream random = new RandomStream(11, 0);

    @Test
    void everyPlotIsWellFormedAndInsideItsPicture() throws Exception {
        for (int i = 0; i < PLOTS; i++) {
            String svg = plot().svg();
            Drawing drawing = Drawing.of(svg);
            assertThat(drawing.outside()).as(svg).isEmpty();
            assertThat(svg).doesNotContainPattern("=\"[^\"]*(NaN|Infinity|E-?\\d)");
            assertThat(drawing.strayPoints()).as(svg).isEmpty();
        }
    }

    private Plot plot() {
        Plot plot = Plot.of(text()).x(text()).y(text());
        if (chance()) {
            plot.logX();
        }
        if (chance()) {
            plot.logY();
        }
        if (chance()) {
            plot.xRange(value(), value());
        }
        if (chance()) {
            plot.yRange(value(), value());
        }
        if (chance()) {
            plot.ends(Numbers::brief);
        }
        if (chance()) {
            plot.categories(IntStream.range(0, below(30)).mapToObj(_ -> text()).toList());
        }
        if (chance()) {
            double slope = value();
            plot.contours((x, y) -> x + slope * y, values(below(4)));
        }
        addSeries(plot);
        addMarks(plot);
        return plot;
    }

    private void addSeries(Plot plot) {
        for (int i = below(10); i > 0; i--) {
            int n = below(40);
            switch (below(3)) {
                case 0 -> plot.line(text(), values(n), values(n));
                case 1 -> plot.dots(text(), values(n), values(n));
                default -> plot.bars(text(), values(n));
            }
        }
    }

    private void addMarks(Plot plot) {
        for (int i = below(5); i > 0; i--) {
            switch (below(3)) {
                case 0 -> plot.vertical(value(), text());
                case 1 -> plot.horizontal(value(), text());
                default -> plot.mark(value(), value(), text());
            }
        }
    }

    private int below(int bound) {
        return (int) random.nextFloat(0, bound);
    }

    private boolean chance() {
        return below(4) == 0;
    }

    private String text() {
        return TEXTS.get(below(TEXTS.size()));
    }

    private double value() {
        return VALUES[below(VALUES.length)];
    }

    private double[] values(int count) {
        // Few kinds of values in most plots, or all of them would span every power of ten.
        int kinds = 1 + below(VALUES.length);
        return IntStream.range(0, count).mapToDouble(_ -> VALUES[below(kinds)]).toArray();
    }
}
