package dev.lanewise.reports.page;

import dev.lanewise.reports.page.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Finds places for labels: inside the picture, not on another label, and, if possible, not on a line. */
final class LabelPlaces {
    /**
     * A place for a label.
     *
     * @param left edge
     * @param top edge
     * @param width of the text
     * @param height of the text
     * @param anchor where the text begins if it turns out narrower
     */
    record Place(double left, double top, double width, double height, Anchor anchor) {
        private boolean overlaps(Place other) {
            return left < other.left + other.width && other.left < left + width
                    && top < other.top + other.height
                    && other.top < top + height;
        }

        private boolean holds(double x, double y) {
            return x >= left && x <= left + width && y >= top && y <= top + height;
        }

        private Place within(Frame frame) {
            double x = Math.max(frame.left() + 2, Math.min(left, frame.right() - 2 - width));
            double y = Math.max(frame.top() + 1, Math.min(top, frame.bottom() - 1 - height));
            return new Place(x, y, width, height, anchor);
        }
    }

    /** Worse than any number of points beneath. */
    private static final int ON_A_LABEL = 1_000_000;
    /** Between the points that stand for a line. */
    private static final double STEP = 5;

    private final Frame frame;
    private final List<Place> taken = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();

    LabelPlaces(Frame frame) {
        this.frame = frame;
    }

    /** Labels should not hide this line. */
    void avoid(double x1, double y1, double x2, double y2) {
        int steps = (int) Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP);
        points.add(new double[]{x1, y1});
        for (int i = 1; i <= steps; i++) {
            points.add(new double[]{x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps});
        }
    }

    /** Writes a label at the best of some places, the first of several as good. */
    void write(Svg svg, String look, String text, List<Place> candidates) {
        Place best = candidates.getFirst().within(frame);
        for (Place candidate : candidates) {
            Place inside = candidate.within(frame);
            best = cost(inside) < cost(best) ? inside : best;
        }
        write(svg, look, text, best);
    }

    /** The same if there is a place that hides no other label; else the label is left out. */
    void writeIfFree(Svg svg, String look, String text, List<Place> candidates) {
        List<Place> free = candidates.stream()
                .filter(place -> place.equals(place.within(frame)) && cost(place) < ON_A_LABEL)
                .toList();
        if (!free.isEmpty()) {
            write(svg, look, text, free);
        }
    }

    private void write(Svg svg, String look, String text, Place place) {
        taken.add(place);
        double x = switch (place.anchor) {
            case START -> place.left;
            case MIDDLE -> place.left + place.width / 2;
            case END -> place.left + place.width;
        };
        svg.text(look, x, place.top + 0.78 * place.height, place.anchor, text);
    }

    private long cost(Place place) {
        long labels = taken.stream().filter(place::overlaps).count();
        return labels * ON_A_LABEL + points.stream().filter(point -> place.holds(point[0], point[1])).count();
    }
}
