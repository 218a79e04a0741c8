package dev.lanewise.reports.page;

import dev.lanewise.reports.page.ContourLines.Piece;
import dev.lanewise.reports.page.LabelPlaces.Place;
import dev.lanewise.reports.page.Plot.Surface;
import dev.lanewise.reports.page.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Draws contour lines, each with its level where there is room. */
final class ContourDrawing {
    private static final double HEIGHT = 17;
    /** One of so many pieces may bear the label. */
    private static final int STRIDE = 4;
    private static final String LOOK = "small over";

    private final LabelPlaces places;
    private final ContourLines lines;
    private final double[] levels;

    ContourDrawing(Frame frame, LabelPlaces places, Surface surface) {
        this.places = places;
        lines = new ContourLines(frame, surface.f());
        levels = surface.levels().length == 0 ? lines.defaultLevels() : surface.levels();
    }

    void drawLines(Svg svg) {
        StringBuilder path = new StringBuilder();
        for (double level : levels) {
            for (Piece piece : lines.at(level)) {
                Svg.point(path, 'M', piece.x1(), piece.y1());
                Svg.point(path, 'L', piece.x2(), piece.y2());
            }
        }
        svg.path("contour", path);
    }

    void drawLabels(Svg svg) {
        for (double level : levels) {
            String text = Numbers.brief(level);
            double width = TextWidth.of(text, Palette.SMALL_SIZE);
            List<Piece> pieces = lines.at(level);
            List<Place> candidates = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i += STRIDE) {
                Piece piece = pieces.get(i);
                candidates.add(new Place((piece.x1() + piece.x2() - width) / 2,
                        (piece.y1() + piece.y2() - HEIGHT) / 2, width, HEIGHT, Anchor.MIDDLE));
            }
            places.writeIfFree(svg, LOOK, text, candidates);
        }
    }
}
