package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Svg.Anchor;

/** Draws the grid, the axes, and what is written beside them. */
final class AxesDrawing {
    private final Svg svg;
    private final Layout layout;
    private final Frame frame;

    AxesDrawing(Svg svg, Layout layout) {
        this.svg = svg;
        this.layout = layout;
        frame = layout.frame();
    }

    void draw(String xLabel, String yLabel) {
        drawUp();
        drawAcross();
        svg.line("axis", frame.left(), frame.bottom(), frame.right(), frame.bottom());
        drawAxisLabels(xLabel, yLabel);
    }

    private void drawUp() {
        for (double tick : frame.up().ticks()) {
            double y = frame.y(tick);
            svg.line("grid", frame.left(), y, frame.right(), y);
            svg.text("", frame.left() - 8, y + 5.5, Anchor.END, frame.up().label(tick));
        }
    }

    private void drawAcross() {
        for (double tick : frame.across().ticks()) {
            double x = frame.x(tick);
            String label = frame.across().label(tick);
            if (!(frame.across() instanceof CategoryAxis)) {
                svg.line("grid", x, frame.top(), x, frame.bottom());
            }
            if (layout.turned()) {
                drawTurned(x, label);
            } else {
                drawTick(x, label);
            }
        }
    }

    /** Moves a label at the right edge to the left if it would run out of the picture. */
    private void drawTick(double x, String label) {
        double half = TextWidth.of(label, Palette.TEXT_SIZE) / 2;
        double inside = Math.max(half + 1, Math.min(x, Layout.WIDTH - half - 1));
        svg.text("", inside, frame.bottom() + 22, Anchor.MIDDLE, label);
    }

    /** Cuts a turned name that would run out of the picture on the left. */
    private void drawTurned(double x, String label) {
        double length = Math.min(Layout.TURNED_LENGTH, x / Math.cos(Math.toRadians(-Layout.TURN)) - 2);
        svg.turnedText("", x + 5, frame.bottom() + 15, Layout.TURN, Anchor.END,
                TextWidth.fit(label, Palette.TEXT_SIZE, length));
    }

    private void drawAxisLabels(String xLabel, String yLabel) {
        double middle = (frame.left() + frame.right()) / 2;
        double halfWidth = Math.min(middle, Layout.WIDTH - middle);
        if (!xLabel.isBlank()) {
            svg.text("", middle, Layout.HEIGHT - 8, Anchor.MIDDLE,
                    TextWidth.fit(xLabel, Palette.TEXT_SIZE, 2 * halfWidth));
        }
        if (!yLabel.isBlank()) {
            double width = TextWidth.of(yLabel, Palette.TEXT_SIZE);
            double half = Math.min(width, Layout.HEIGHT - 4.0) / 2;
            double center = (frame.top() + frame.bottom()) / 2;
            double y = Math.max(half + 2, Math.min(center, Layout.HEIGHT - 2 - half));
            svg.turnedText("", 17, y, -90, Anchor.MIDDLE,
                    TextWidth.fit(yLabel, Palette.TEXT_SIZE, Layout.HEIGHT - 4.0));
        }
    }
}
