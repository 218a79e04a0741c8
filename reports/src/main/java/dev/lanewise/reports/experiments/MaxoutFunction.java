package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Schedule;
import dev.lanewise.nn.optim.ScheduleParser;
import java.util.Arrays;
import java.util.stream.IntStream;

/** One maxout unit of one input that has learned a function over -1 to 1. */
final class MaxoutFunction {
    private static final int POINTS = 512;
    private static final float RATE = 0.01f;
    private static final int BATCH = 128;

    /** How curved the parabola is whose tangents the lines are at first. */
    private static final float CURVATURE = 0.125f;

    private final MaxoutTarget target;
    private final MaxoutLines lines;
    private final float[] outputs;

    private MaxoutFunction(MaxoutTarget target, MaxoutLines lines, float[] outputs) {
        this.target = target;
        this.lines = lines;
        this.outputs = outputs;
    }

    /** Trains a unit of so many pieces from the usual initial weights: lines through 0, of which only the steepest two win. */
    static MaxoutFunction learnUsually(MaxoutTarget target, int pieces, int epochs, Setting setting) {
        return learn(Network.input(1).maxout(1, pieces).build(setting.seed()), target, pieces, epochs,
                setting);
    }

    /**
     * The same from tangents of the shallow parabola {@code x^2 / 8}, so that at first each piece wins somewhere: one that wins
     * nowhere gets no gradient.
     */
    static MaxoutFunction learn(MaxoutTarget target, int pieces, int epochs, Setting setting) {
        Network network = Network.input(1).maxout(1, pieces).build(setting.seed());
        for (int q = 0; q < pieces; q++) {
            float at = (2f * q + 1) / pieces - 1;
            network.parameters()[q] = 2 * CURVATURE * at;
            network.parameters()[pieces + q] = -CURVATURE * at * at;
        }
        return learn(network, target, pieces, epochs, setting);
    }

    private static MaxoutFunction learn(Network network, MaxoutTarget target, int pieces, int epochs,
            Setting setting) {
        float[] x = points();
        Schedule schedule = ScheduleParser.parse("cosine");
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(RATE))
                .schedule(schedule)
                .batchSize(BATCH)
                .epochs(epochs)
                .seed(setting.seed())
                .workers(setting.workers())
                .fit(Dataset.ofTargets(target.name(), 1, x, target.values(x)));
        float[] outputs = new float[POINTS];
        new Predictor(network, POINTS, setting.workers()).outputs(POINTS, x, outputs);
        return new MaxoutFunction(target, new MaxoutLines(network, pieces), outputs);
    }

    /** The inputs, evenly from -1 to 1. */
    static float[] points() {
        float[] x = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = (2f * i + 1) / POINTS - 1;
        }
        return x;
    }

    static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    MaxoutTarget target() {
        return target;
    }

    MaxoutLines lines() {
        return lines;
    }

    double[] outputs() {
        return doubles(outputs);
    }

    int segments() {
        return lines.segments(points());
    }

    /** Whether it has at most as many segments as pieces, ever steeper, and the outputs are their bits. */
    boolean isPiecewiseConvex() {
        float[] x = points();
        float[] greatest = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            greatest[i] = lines.value(lines.winner(x[i]), x[i]);
        }
        return Arrays.equals(greatest, outputs) && lines.convex(x) && segments() <= lines.pieces();
    }

    /** Mean squared error. */
    double error() {
        float[] wanted = target.values(points());
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double difference = (double) outputs[i] - wanted[i];
            sum += difference * difference;
        }
        return sum / POINTS;
    }

    /** Such as {@code x^2, 3 pieces}. */
    String label() {
        return target.name() + ", " + lines.pieces() + " pieces";
    }
}
