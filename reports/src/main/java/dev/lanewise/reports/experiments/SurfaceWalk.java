package dev.lanewise.reports.experiments;

import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.StepValues;
import dev.lanewise.nn.optim.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The way of an optimizer of the library over a surface, in float as in a training. */
final class SurfaceWalk {
    /** More steps than any. */
    static final int NEVER = Integer.MAX_VALUE;

    private final Optimizer optimizer;
    private final SurfaceShape shape;
    private final double[] x;
    private final double[] y;
    private final double[] heights;

    private SurfaceWalk(Optimizer optimizer, SurfaceShape shape, double[] x, double[] y) {
        this.optimizer = optimizer;
        this.shape = shape;
        this.x = x;
        this.y = y;
        heights = IntStream.range(0, x.length)
                .mapToDouble(i -> shape.f().applyAsDouble(x[i], y[i]))
                .toArray();
    }

    /** So many steps from the start of the surface. */
    static SurfaceWalk of(Optimizer optimizer, SurfaceShape shape, int steps) {
        double[] x = new double[steps + 1];
        double[] y = new double[steps + 1];
        float[] place = {shape.start().get(0), shape.start().get(1)};
        float[] gradient = new float[2];
        StepValues values = new StepValues(0f, 0f, 0f, new double[optimizer.scalars()]);
        Update update = new Update(place, gradient, slots(optimizer), values, 0, 2, true);
        x[0] = place[0];
        y[0] = place[1];
        for (int i = 1; i <= steps; i++) {
            gradient[0] = (float) shape.dx().applyAsDouble(place[0], place[1]);
            gradient[1] = (float) shape.dy().applyAsDouble(place[0], place[1]);
            values.set(i, optimizer.learningRate(), optimizer.momentum(), 1f);
            optimizer.begin(i, optimizer.momentum(), values.scalars());
            optimizer.step(update);
            x[i] = place[0];
            y[i] = place[1];
        }
        return new SurfaceWalk(optimizer, shape, x, y);
    }

    private static List<float[]> slots(Optimizer optimizer) {
        List<float[]> slots = new ArrayList<>();
        for (int i = 0; i < optimizer.slots().size(); i++) {
            slots.add(new float[]{optimizer.initial(i), optimizer.initial(i)});
        }
        return slots;
    }

    /** After how many steps it has come to the goal for good; {@link #NEVER} if it has not. */
    int arrival() {
        int step = heights.length;
        while (step > 0 && heights[step - 1] <= shape.goal()) {
            step--;
        }
        return step == heights.length ? NEVER : step;
    }

    boolean arrives() {
        return arrival() != NEVER;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    /** The first parameter at the end. */
    double end() {
        return x[x.length - 1];
    }

    /** The first parameter at first and after each of so many steps. */
    double[] x(int steps) {
        return first(x, steps);
    }

    /** The second. */
    double[] y(int steps) {
        return first(y, steps);
    }

    /** Heights likewise. */
    double[] heights(int steps) {
        return first(heights, steps);
    }

    private static double[] first(double[] values, int steps) {
        return Arrays.copyOf(values, Math.min(values.length, steps + 1));
    }
}
