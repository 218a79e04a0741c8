package dev.lanewise.reports.page;

import dev.lanewise.reports.page.LabelPlaces.Place;
import dev.lanewise.reports.page.Plot.Mark;
import dev.lanewise.reports.page.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Draws marked lines and points with their labels. */
final class MarkDrawing {
    private static final double HEIGHT = 20;
    private static final double GAP = 6;
    private static final double RADIUS = 6;
    /** How many labels of vertical lines may stand below one another. */
    private static final int ROWS = 8;
    private static final String LOOK = "over";

    private final Svg svg;
    private final Frame frame;
    private final LabelPlaces places;

    MarkDrawing(Svg svg, Frame frame, LabelPlaces places) {
        this.svg = svg;
        this.frame = frame;
        this.places = places;
    }

    void draw(List<Mark> marks) {
        List<Mark> shown = marks.stream().filter(this::isShown).toList();
        shown.forEach(this::drawMark);
        shown.stream().filter(mark -> !mark.label().isBlank()).forEach(this::drawLabel);
    }

    private static boolean isVertical(Mark mark) {
        return Double.isNaN(mark.y());
    }

    private static boolean isHorizontal(Mark mark) {
        return Double.isNaN(mark.x());
    }

    private boolean isShown(Mark mark) {
        return isVertical(mark)
                ? frame.across().shows(mark.x())
                : isHorizontal(mark) ? frame.up().shows(mark.y()) : frame.shows(mark.x(), mark.y());
    }

    private void drawMark(Mark mark) {
        if (isVertical(mark)) {
            drawLine(frame.x(mark.x()), frame.bottom(), frame.x(mark.x()), frame.top());
        } else if (isHorizontal(mark)) {
            drawLine(frame.left(), frame.y(mark.y()), frame.right(), frame.y(mark.y()));
        } else {
            drawRing(frame.x(mark.x()), frame.y(mark.y()));
        }
    }

    private void drawLine(double x1, double y1, double x2, double y2) {
        svg.line("mark", x1, y1, x2, y2);
        places.avoid(x1, y1, x2, y2);
    }

    private void drawRing(double x, double y) {
        svg.circle("ring", x, y, RADIUS);
        places.avoid(x - RADIUS, y, x + RADIUS, y);
        places.avoid(x, y - RADIUS, x, y + RADIUS);
    }

    private void drawLabel(Mark mark) {
        String text = TextWidth.fit(mark.label(), Palette.TEXT_SIZE, frame.right() - frame.left() - 4);
        double width = TextWidth.of(text, Palette.TEXT_SIZE);
        List<Place> candidates = isVertical(mark)
                ? besideVertical(frame.x(mark.x()), width)
                : isHorizontal(mark)
                        ? alongHorizontal(frame.y(mark.y()), width)
                        : aroundPoint(frame.x(mark.x()), frame.y(mark.y()), width);
        places.write(svg, LOOK, text, candidates);
    }

    /** From the top down, right and left of the line. */
    private List<Place> besideVertical(double x, double width) {
        List<Place> candidates = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double top = frame.top() + 2 + row * HEIGHT;
            candidates.add(new Place(x + GAP, top, width, HEIGHT, Anchor.START));
            candidates.add(new Place(x - GAP - width, top, width, HEIGHT, Anchor.END));
        }
        return candidates;
    }

    /** Above and below the line: at its end, its beginning and in its middle. */
    private List<Place> alongHorizontal(double y, double width) {
        List<Place> candidates = new ArrayList<>();
        for (double top : new double[]{y - HEIGHT - 2, y + 2}) {
            candidates.add(new Place(frame.right() - GAP - width, top, width, HEIGHT, Anchor.END));
            candidates.add(new Place(frame.left() + GAP, top, width, HEIGHT, Anchor.START));
            double middle = (frame.left() + frame.right() - width) / 2;
            candidates.add(new Place(middle, top, width, HEIGHT, Anchor.MIDDLE));
        }
        return candidates;
    }

    /** Right, left, above, below and at the corners. */
    private static List<Place> aroundPoint(double x, double y, double width) {
        double away = RADIUS + GAP;
        List<Place> candidates = new ArrayList<>();
        for (double top : new double[]{y - HEIGHT / 2, y - HEIGHT - away, y + away}) {
            candidates.add(new Place(x + away, top, width, HEIGHT, Anchor.START));
            candidates.add(new Place(x - away - width, top, width, HEIGHT, Anchor.END));
        }
        candidates.add(new Place(x - width / 2, y - HEIGHT - away, width, HEIGHT, Anchor.MIDDLE));
        candidates.add(new Place(x - width / 2, y + away, width, HEIGHT, Anchor.MIDDLE));
        return candidates;
    }
}
