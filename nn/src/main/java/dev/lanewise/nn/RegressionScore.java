package dev.lanewise.nn;

import java.util.List;
import java.util.stream.IntStream;

/** Adds up how far predictions are from targets, in double precision, row after row; every row counts alike. */
final class RegressionScore {
    private final int outputs;
    private final double[] squaredErrors;
    private final double[] absoluteErrors;
    /** Mean of each output's targets so far, and the sum of their squared distances from it (Welford's update). */
    private final double[] means;
    private final double[] squaredDistances;
    private int rows;

    RegressionScore(int outputs) {
        this.outputs = outputs;
        squaredErrors = new double[outputs];
        absoluteErrors = new double[outputs];
        means = new double[outputs];
        squaredDistances = new double[outputs];
    }

    /** Adds {@code count} rows, both (count, outputs) and in the units of the targets. */
    void add(int count, float[] predictions, float[] targets) {
        for (int i = 0; i < count; i++) {
            rows++;
            for (int j = 0; j < outputs; j++) {
                add(j, predictions[i * outputs + j], targets[i * outputs + j]);
            }
        }
    }

    private void add(int output, double prediction, double target) {
        double error = prediction - target;
        squaredErrors[output] += error * error;
        absoluteErrors[output] += Math.abs(error);
        double distance = target - means[output];
        means[output] += distance / rows;
        squaredDistances[output] += distance * (target - means[output]);
    }

    /** Each output by itself. */
    List<TargetScore> scores() {
        return IntStream.range(0, outputs).mapToObj(this::score).toList();
    }

    private TargetScore score(int output) {
        double r2 = squaredDistances[output] > 0
                ? 1 - squaredErrors[output] / squaredDistances[output]
                : Double.NaN;
        return new TargetScore(Math.sqrt(squaredErrors[output] / rows), absoluteErrors[output] / rows, r2);
    }
}
