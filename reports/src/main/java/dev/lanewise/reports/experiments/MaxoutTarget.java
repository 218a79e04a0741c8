package dev.lanewise.reports.experiments;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number to learn.
 *
 * @param name such as {@code x^2}
 * @param f the function
 */
record MaxoutTarget(String name, DoubleUnaryOperator f) {
    static final MaxoutTarget SQUARE = new MaxoutTarget("x^2", x -> x * x);
    static final MaxoutTarget MAGNITUDE = new MaxoutTarget("|x|", Math::abs);
    static final MaxoutTarget RELU = new MaxoutTarget("max(x, 0)", x -> Math.max(x, 0));
    /** Not convex: no maximum of lines comes nearer than the constant -1/2 does. */
    static final MaxoutTarget ROOF = new MaxoutTarget("-|x|", x -> -Math.abs(x));
    /** The mean squared error of that constant over -1 to 1. */
    static final double ROOF_ERROR = 1.0 / 12;

    /**
     * The least mean squared error over -1 to 1 of x^2 by the greatest of that many lines: each is the best line of a part of
     * width {@code h = 2 / pieces} and leaves {@code h^4 / 180}; neighbours meet where the parts do.
     */
    static double leastSquareError(int pieces) {
        double h = 2.0 / pieces;
        return h * h * h * h / 180;
    }

    /** The values at these inputs. */
    float[] values(float... x) {
        float[] values = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = (float) f.applyAsDouble(x[i]);
        }
        return values;
    }
}
