package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Svg.Anchor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a plot from back to front. */
final class PlotDrawing {
    private static final double LEFT_OF_EMPTY = 20;

    private PlotDrawing() {
    }

    static String svg(Plot plot) {
        Svg svg = new Svg();
        svg.raw("<svg class=\"plot\" width=\"" + Layout.WIDTH + "\" height=\"" + Layout.HEIGHT
                + "\" viewBox=\"0 0 "
                + Layout.WIDTH + " " + Layout.HEIGHT
                + "\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>" + Html.escape(name(plot))
                + "</title>\n");
        Extents extents = Extents.of(plot);
        if (extents.hasContent()) {
            draw(svg, plot, Layout.of(plot, extents));
        } else {
            drawTitle(svg, Layout.title(plot, LEFT_OF_EMPTY), LEFT_OF_EMPTY);
            svg.text("", Layout.WIDTH / 2.0, Layout.HEIGHT / 2.0, Anchor.MIDDLE, "no finite values");
        }
        svg.raw("</svg>\n");
        return svg.toString();
    }

    /** What a screen reader says, such as {@code Loss: mean loss over epoch}. */
    private static String name(Plot plot) {
        String title = plot.title.isBlank() ? "Plot" : plot.title;
        return plot.xLabel.isBlank() || plot.yLabel.isBlank()
                ? title
                : title + ": " + plot.yLabel + " over " + plot.xLabel;
    }

    private static void draw(Svg svg, Plot plot, Layout layout) {
        Frame frame = layout.frame();
        LabelPlaces places = new LabelPlaces(frame);
        drawTitle(svg, layout.title(), frame.left());
        layout.legend()
                .draw(svg, frame.left(), layout.title().size() * Layout.TITLE_LINE + Layout.LEGEND_GAP);
        new AxesDrawing(svg, layout).draw(plot.xLabel, plot.yLabel);
        Plot.@Nullable Surface surface = plot.surface;
        ContourDrawing contours = surface == null ? null : new ContourDrawing(frame, places, surface);
        if (contours != null) {
            contours.drawLines(svg);
        }
        new SeriesDrawing(svg, frame, places).draw(plot.series);
        new MarkDrawing(svg, frame, places).draw(plot.marks);
        if (contours != null) {
            contours.drawLabels(svg);
        }
        EndLabels.draw(svg, plot, frame);
    }

    private static void drawTitle(Svg svg, List<String> lines, double left) {
        for (int i = 0; i < lines.size(); i++) {
            svg.text("title", left, 20 + i * Layout.TITLE_LINE, Anchor.START, lines.get(i));
        }
    }
}
