package dev.lanewise.nn;

/** Adds up how far predictions are from targets, in double precision, row after row; every row counts alike. */
final class RegressionScore {
    private final int outputs;
    private final double[] squaredErrors;
    /** Mean of each output's targets so far, and the sum of their squared distances from it (Welford's update). */
    private final double[] means;
    private final double[] squaredDistances;
    private double absoluteErrors;
    private int rows;

    RegressionScore(int outputs) {
        this.outputs = outputs;
        squaredErrors = new double[outputs];
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
        absoluteErrors += Math.abs(error);
        double distance = target - means[output];
        means[output] += distance / rows;
        squaredDistances[output] += distance * (target - means[output]);
    }

    double rmse() {
        double sum = 0;
        for (double squared : squaredErrors) {
            sum += squared;
        }
        return Math.sqrt(sum / outputs / rows);
    }

    double mae() {
        return absoluteErrors / outputs / rows;
    }

    double r2() {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            sum += squaredDistances[j] > 0 ? 1 - squaredErrors[j] / squaredDistances[j] : Double.NaN;
        }
        return sum / outputs;
    }
}
