package dev.lanewise.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PlotTest {
    private static final double[] SIX = {1, 2, 3, 4, 5, 6};

    private static Map<String, Plot> all() {
        Map<String, Plot> all = new HashMap<>(SamplePage.usual());
        all.putAll(SamplePage.odd());
        return all;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void everyPlotIsWellFormedAndInsideItsPicture() throws Exception {
        for (Map.Entry<String, Plot> entry : all().entrySet()) {
            String svg = entry.getValue().svg();
            Drawing drawing = Drawing.of(svg);
            assertThat(drawing.root().getAttribute("viewBox")).isEqualTo("0 0 640 400");
            assertThat(drawing.root().getAttribute("role")).isEqualTo("img");
            assertThat(drawing.all("title").getFirst().getTextContent()).isNotBlank();
            assertThat(drawing.outside()).as(entry.getKey()).isEmpty();
            assertThat(svg).as(entry.getKey()).doesNotContainPattern("=\"[^\"]*(NaN|Infinity|E-?\\d)");
            assertThat(svg.length()).as(entry.getKey()).isLessThan(100_000);
        }
    }

    @Test
    void gapsStandForValuesThatAreNotFinite() throws Exception {
        double[] values = {1, 0.5, Double.NaN, 0.4, Double.POSITIVE_INFINITY, 0.3};
        String svg = Plot.of("Loss")
                .ends(value -> Numbers.fixed(value, 4))
                .line("training", SIX, values)
                .svg();
        Drawing drawing = Drawing.of(svg);
        String path = drawing.paths("s0").getLast();
        assertThat(path.chars().filter(c -> c == 'M')).hasSize(3);
        assertThat(path.chars().filter(c -> c == 'L')).hasSize(1);
        assertThat(drawing.paths("m0").getLast().chars().filter(c -> c == 'M')).hasSize(4);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(drawing.texts()).contains("0.3000");
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatIsNotAboveZero() throws Exception {
        Drawing drawing = Drawing
                .of(Plot.of("").logY().line("loss", SIX, new double[]{100, 10, 0, -5, 1, 0.1}).svg());
        assertThat(drawing.paths("s0").getLast().chars().filter(c -> c == 'M')).hasSize(2);
        assertThat(drawing.texts()).contains("100", "10", "1", "0.1").doesNotContain("0", "-5");
    }

    @Test
    void nothingToDrawIsSaid() throws Exception {
        for (String name : List.of("none", "empty")) {
            assertThat(Drawing.of(SamplePage.plot(name).svg()).texts()).last().isEqualTo("no finite values");
        }
        Plot logarithmic = Plot.of("")
                .logX()
                .logY()
                .line("zero", new double[]{0}, new double[]{1})
                .xRange(1, 2);
        assertThat(logarithmic.svg()).contains("no finite values");
        assertThat(SamplePage.plot("onlymarks").svg()).doesNotContain("no finite values").contains("here");
    }

    @Test
    void eightSeriesDifferInColourDashAndMarker() {
        String[] schemes = Palette.css().split("@media", -1);
        assertThat(schemes).hasSize(2);
        for (String scheme : schemes) {
            assertThat(IntStream.range(0, 8).mapToObj(i -> rule(scheme, ".plot .s" + i + ",.plot .m" + i)))
                    .doesNotHaveDuplicates();
        }
        assertThat(IntStream.range(0, 8).mapToObj(i -> rule(schemes[0], ".plot .s" + i + "{")))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 8).mapToObj(i -> {
            StringBuilder path = new StringBuilder();
            Markers.add(path, i, 0, 0);
            return path.toString();
        })).doesNotHaveDuplicates();
    }

    private static String rule(String css, String selector) {
        int from = css.indexOf('{', css.indexOf(selector));
        assertThat(css).contains(selector);
        return css.substring(from, css.indexOf('}', from));
    }

    @Test
    void aSpikeAmongManyPointsStays() throws Exception {
        double[] x = IntStream.range(0, 100_000).mapToDouble(i -> i).toArray();
        double[] y = new double[x.length];
        y[54_321] = 1;
        String svg = Plot.of("").line("spike", x, y).dots("all", x, y).svg();
        String path = Drawing.of(svg).paths("s0").getLast();
        double top = Arrays.stream(path.split("[ML]", -1))
                .filter(point -> !point.isEmpty())
                .mapToDouble(point -> Double.parseDouble(point.substring(point.indexOf(' '))))
                .min()
                .orElseThrow();
        Element axis = Drawing.of(svg).all("line").getFirst();
        assertThat(top).isLessThan(number(axis, "y1") - 100);
        assertThat(svg.length()).isLessThan(60_000);
    }

    @Test
    void labelsOfMarksDoNotOverlap() throws Exception {
        List<Element> labels = Drawing.of(SamplePage.plot("marks").svg())
                .all("text")
                .stream()
                .filter(text -> text.getAttribute("class").equals("over"))
                .toList();
        assertThat(labels).hasSize(9);
        assertThat(overlaps(labels)).isEmpty();
    }

    @Test
    void theLegendWrapsWithoutOverlaps() throws Exception {
        List<Element> texts = Drawing.of(SamplePage.plot("eight").svg()).all("text");
        List<Element> names = texts.subList(1, 9);
        assertThat(names.getFirst().getTextContent()).isEqualTo("SGD");
        assertThat(names.stream().map(name -> name.getAttribute("y")).distinct().count()).isGreaterThan(1);
        assertThat(overlaps(names)).isEmpty();
    }

    private static List<String> overlaps(List<Element> texts) {
        return IntStream.range(0, texts.size())
                .boxed()
                .flatMap(i -> texts.subList(i + 1, texts.size())
                        .stream()
                        .filter(other -> overlap(texts.get(i), other))
                        .map(other -> texts.get(i).getTextContent() + " / " + other.getTextContent()))
                .toList();
    }

    private static boolean overlap(Element first, Element second) {
        return Math.abs(number(first, "y") - number(second, "y")) < 15 && left(first) < right(second)
                && left(second) < right(first);
    }

    private static double left(Element text) {
        double width = TextWidth.of(text.getTextContent(), Palette.TEXT_SIZE);
        return number(text, "x") - switch (text.getAttribute("text-anchor")) {
            case "middle" -> width / 2;
            case "end" -> width;
            default -> 0;
        };
    }

    private static double right(Element text) {
        return left(text) + TextWidth.of(text.getTextContent(), Palette.TEXT_SIZE);
    }

    @Test
    void labelsOfEndsMoveApartAndStayAboveTheAxis() throws Exception {
        Plot plot = Plot.of("Loss").yRange(0, 1).ends(value -> Numbers.fixed(value, 3));
        for (double end : new double[]{0.001, 0.002, 0.003}) {
            plot.line("to " + end, new double[]{1, 2}, new double[]{1, end});
        }
        Drawing drawing = Drawing.of(plot.svg());
        List<Element> ends = drawing.all("text")
                .stream()
                .filter(text -> List.of("0.001", "0.002", "0.003").contains(text.getTextContent()))
                .toList();
        assertThat(ends).extracting(Element::getTextContent).containsExactly("0.003", "0.002", "0.001");
        for (int i = 1; i < ends.size(); i++) {
            assertThat(number(ends.get(i), "y") - number(ends.get(i - 1), "y")).isGreaterThanOrEqualTo(18.9);
        }
        Element axis = drawing.all("line")
                .stream()
                .filter(line -> line.getAttribute("class").equals("axis"))
                .findFirst()
                .orElseThrow();
        assertThat(number(ends.getLast(), "y")).isLessThan(number(axis, "y1"));
    }

    @Test
    void barsBeginAtZeroAndStandSideBySide() throws Exception {
        Drawing drawing = Drawing.of(Plot.of("")
                .categories(List.of("a", "b"))
                .bars("first", new double[]{2, -1})
                .bars("second", new double[]{1, Double.NaN})
                .svg());
        List<Element> bars = drawing.all("rect")
                .stream()
                .filter(bar -> number(bar, "width") != number(bar, "height"))
                .toList();
        assertThat(bars).hasSize(3);
        Element up = bars.getFirst();
        Element down = bars.get(1);
        Element second = bars.get(2);
        double zero = number(up, "y") + number(up, "height");
        assertThat(number(down, "y")).isCloseTo(zero, within(0.15));
        assertThat(number(second, "y") + number(second, "height")).isCloseTo(zero, within(0.15));
        assertThat(number(up, "height")).isBetween(2 * number(second, "height") - 0.3,
                2 * number(second, "height") + 0.3);
        assertThat(number(second, "x")).isGreaterThanOrEqualTo(number(up, "x") + number(up, "width"));
        assertThat(number(second, "x") + number(second, "width")).isLessThan(number(down, "x"));
        assertThat(drawing.texts()).contains("a", "b", "first", "second");
    }

    @Test
    void theLowestBarOnALogarithmicAxisIsVisible() throws Exception {
        List<Element> bars = Drawing.of(SamplePage.plot("logbars").svg()).all("rect");
        // Two samples in the legend, 8 bars, and 7 above 0.
        assertThat(bars).hasSize(2 + 8 + 7)
                .allSatisfy(bar -> assertThat(number(bar, "height")).isGreaterThan(5));
    }

    @Test
    void namesAreTurnedOnlyIfTheyDoNotFit() {
        assertThat(SamplePage.plot("bars").svg()).doesNotContain("rotate(-40");
        assertThat(SamplePage.plot("turned").svg()).contains("rotate(-40").contains("DJL with PyTor");
    }

    @Test
    void aSingleEpochHasOneTick() throws Exception {
        assertThat(Drawing.of(SamplePage.plot("one").svg()).texts()).contains("1", "97.50")
                .doesNotContain("0", "2", "1.0");
    }

    @Test
    void rangesWidenButDoNotCut() throws Exception {
        Drawing drawing = Drawing.of(Plot.of("").yRange(0, 10).line("line", SIX, SIX).svg());
        assertThat(drawing.texts()).contains("0", "10");
        assertThat(Drawing.of(Plot.of("").yRange(2, 3).line("line", SIX, SIX).svg()).texts()).contains("1",
                "6");
        Plot odd = Plot.of("").yRange(Double.NaN, 5).xRange(9, -9).line("line", SIX, SIX);
        assertThat(Drawing.of(odd.svg()).paths("s0")).hasSize(2);
    }

    @Test
    void coordinatesMustPair() {
        assertThatThrownBy(() -> Plot.of("").line("loss", SIX, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss: 6 x and 5 y (expected as many)");
    }
}
