package dev.lanewise.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Lines of equal height by marching squares: where a level lies between the heights at two neighbouring corners of a grid,
 * its line crosses their edge, at the place that linear interpolation gives.
 */
final class ContourLines {
    /** A piece of a line, in units of the drawing. */
    record Piece(double x1, double y1, double x2, double y2) {
    }

    private static final int COLUMNS = 96;
    private static final int ROWS = 60;
    private static final int DEFAULT_LEVELS = 8;

    private final Frame frame;
    private final double[][] heights = new double[ROWS + 1][COLUMNS + 1];

    /** Takes the heights of a surface over a frame. */
    ContourLines(Frame frame, DoubleBinaryOperator surface) {
        this.frame = frame;
        for (int row = 0; row <= ROWS; row++) {
            for (int column = 0; column <= COLUMNS; column++) {
                heights[row][column] = surface.applyAsDouble(frame.across().value((double) column / COLUMNS),
                        frame.up().value((double) row / ROWS));
            }
        }
    }

    /** Levels that divide the frame into parts of equal area. */
    double[] defaultLevels() {
        double[] sorted = Arrays.stream(heights)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double[] levels = new double[sorted.length == 0 ? 0 : DEFAULT_LEVELS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = sorted[(2 * i + 1) * sorted.length / (2 * DEFAULT_LEVELS)];
        }
        return levels;
    }

    /** The line of a level in pieces. */
    List<Piece> at(double level) {
        List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                addCell(pieces, row, column, level);
            }
        }
        return pieces;
    }

    /** Joins the crossings of a cell's edges: two of them, or four at a saddle. */
    private void addCell(List<Piece> pieces, int row, int column, double level) {
        double[] corners = {heights[row][column], heights[row][column + 1], heights[row + 1][column + 1],
                heights[row + 1][column]};
        double mean = Arrays.stream(corners).average().orElseThrow();
        if (!Double.isFinite(mean)) {
            return;
        }
        List<double[]> crossings = new ArrayList<>();
        for (int edge = 0; edge < 4; edge++) {
            double from = corners[edge];
            double to = corners[(edge + 1) % 4];
            if (isAbove(from, level) != isAbove(to, level)) {
                crossings.add(crossing(row, column, edge, (level - from) / (to - from)));
            }
        }
        // At a saddle the middle tells which corners are joined: if it is as the first corner, the others are cut off.
        int shift = crossings.size() == 4 && isAbove(mean, level) != isAbove(corners[0], level) ? 3 : 0;
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            double[] from = crossings.get((i + shift) % crossings.size());
            double[] to = crossings.get((i + shift + 1) % crossings.size());
            pieces.add(new Piece(from[0], from[1], to[0], to[1]));
        }
    }

    private static boolean isAbove(double height, double level) {
        return height >= level;
    }

    /** Where a line crosses an edge of a cell, which are numbered around it from below. */
    private double[] crossing(int row, int column, int edge, double part) {
        double across = column + switch (edge) {
            case 0 -> part;
            case 1 -> 1;
            case 2 -> 1 - part;
            default -> 0;
        };
        double up = row + switch (edge) {
            case 0 -> 0;
            case 1 -> part;
            case 2 -> 1;
            default -> 1 - part;
        };
        return new double[]{frame.left() + across / COLUMNS * (frame.right() - frame.left()),
                frame.bottom() - up / ROWS * (frame.bottom() - frame.top())};
    }
}
