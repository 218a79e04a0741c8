package dev.lanewise.reports.experiments;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A loss of two parameters.
 *
 * @param name what it looks like
 * @param f its height
 * @param dx its derivative by the first parameter
 * @param dy its derivative by the second
 * @param start where optimizers begin
 * @param goal the height to reach
 */
record SurfaceShape(String name, DoubleBinaryOperator f, DoubleBinaryOperator dx, DoubleBinaryOperator dy,
        List<Float> start, double goal) {
    private static final double STEEP = 200;
    /** Cosine and sine of 30 degrees. */
    private static final double COS = 0.8660254037844386;
    private static final double SIN = 0.5;

    /** {@code x^2 / 2 + 100 y^2}: 200 times as curved across as along. */
    static SurfaceShape ravine() {
        return new SurfaceShape("ravine", (x, y) -> (x * x + STEEP * y * y) / 2, (x, _) -> x,
                (_, y) -> STEEP * y,
                List.of(-4f, 1f), 0.05);
    }

    /** The same, turned by 30 degrees, so that no parameter runs along it. */
    static SurfaceShape turnedRavine() {
        DoubleBinaryOperator along = (x, y) -> COS * x + SIN * y;
        DoubleBinaryOperator across = (x, y) -> COS * y - SIN * x;
        return new SurfaceShape("turned ravine",
                (x, y) -> ravine().f().applyAsDouble(along.applyAsDouble(x, y), across.applyAsDouble(x, y)),
                (x, y) -> COS * along.applyAsDouble(x, y) - SIN * STEEP * across.applyAsDouble(x, y),
                (x, y) -> SIN * along.applyAsDouble(x, y) + COS * STEEP * across.applyAsDouble(x, y),
                List.of((float) (-4 * COS - SIN), (float) (-4 * SIN + COS)), 0.05);
    }

    /** {@code 5 x^2 - y^2 / 2 + y^4 / 4}: a saddle at 0 between two minima of -1/4 at y = -1 and y = 1. */
    static SurfaceShape saddle() {
        return new SurfaceShape("saddle", (x, y) -> 5 * x * x - y * y / 2 + y * y * y * y / 4,
                (x, _) -> 10 * x,
                (_, y) -> y * y * y - y, List.of(1f, 1e-6f), -0.2);
    }

    /** {@code -exp(-(x^2 + y^2) / 2)}: a hole in a plain, seen from four radii away. */
    static SurfaceShape plateau() {
        DoubleBinaryOperator hole = (x, y) -> StrictMath.exp(-(x * x + y * y) / 2);
        return new SurfaceShape("plateau", (x, y) -> -hole.applyAsDouble(x, y),
                (x, y) -> x * hole.applyAsDouble(x, y),
                (x, y) -> y * hole.applyAsDouble(x, y), List.of(-4f, 1f), -0.99);
    }

    /**
     * {@code x^4 / 4 - 0.7 x^3 / 3 - 2.3 x^2 / 2 - 0.6 x + y^2 / 2}, with the slope {@code (x + 1) (x + 0.3) (x - 2)}: a local
     * minimum at x = -1, a pass at x = -0.3 and the lowest point at x = 2.
     */
    static SurfaceShape twoValleys() {
        return new SurfaceShape("two valleys",
                (x, y) -> x * x * x * x / 4 - 0.7 * x * x * x / 3 - 2.3 * x * x / 2 - 0.6 * x + y * y / 2,
                (x, _) -> (x + 1) * (x + 0.3) * (x - 2), (_, y) -> y, List.of(-2f, 1f), -3.6);
    }
}
