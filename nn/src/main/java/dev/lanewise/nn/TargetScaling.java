package dev.lanewise.nn;

import dev.lanewise.kernels.reference.Fma;
import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;

/**
 * The units in which a regression network computes: output j stands for the target {@code y[j] * deviation[j] + mean[j]}.
 * It is trained on {@code (target[j] - mean[j]) / deviation[j]} and predicts targets in their own units. It belongs to
 * the network and travels with its model file.
 */
public final class TargetScaling {
    private static final TargetScaling NONE = new TargetScaling(new float[0], new float[0]);

    private final float[] mean;
    private final float[] deviation;

    private TargetScaling(float[] mean, float[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Targets as they are. */
    public static TargetScaling none() {
        return NONE;
    }

    /**
     * A mean and a deviation for each output.
     *
     * @throws IllegalArgumentException if lengths differ, a number is not finite or a deviation is not above 0
     */
    public static TargetScaling of(float[] mean, float[] deviation) {
        if (mean.length != deviation.length || mean.length == 0) {
            throw new IllegalArgumentException(
                    "target scaling: " + mean.length + " means and " + deviation.length
                            + " deviations (expected equal, >= 1)");
        }
        for (int j = 0; j < mean.length; j++) {
            if (!Float.isFinite(mean[j]) || !(deviation[j] > 0 && deviation[j] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("target scaling: output " + j + " has mean " + mean[j]
                        + " and deviation " + deviation[j]
                        + " (expected finite numbers, the deviation above 0)");
            }
        }
        return new TargetScaling(mean.clone(), deviation.clone());
    }

    /**
     * Mean 0 and standard deviation 1 for every target over the given data, computed in double precision by rows in
     * ascending order. A constant target is only centred.
     *
     * @throws IllegalArgumentException if the data set has no row or no targets
     */
    public static TargetScaling standardize(Dataset data) {
        int outputs = data.targets();
        if (data.size() == 0 || outputs == 0) {
            throw new IllegalArgumentException(
                    "data: " + data + " (expected rows with targets to standardize by)");
        }
        float[] mean = new float[outputs];
        float[] deviation = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            double centre = meanPower(data, j, 0, 1);
            double variance = meanPower(data, j, centre, 2);
            mean[j] = (float) centre;
            deviation[j] = variance > 0 ? (float) Math.sqrt(variance) : 1f;
        }
        return of(mean, deviation);
    }

    /** Mean over rows of {@code (target - centre)^power}. */
    private static double meanPower(Dataset data, int output, double centre, int power) {
        double sum = 0;
        for (int row = 0; row < data.size(); row++) {
            double d = data.target(row, output) - centre;
            sum += power == 1 ? d : d * d;
        }
        return sum / data.size();
    }

    /** Means by output; none if targets stay as they are. */
    public float[] mean() {
        return mean.clone();
    }

    /** Deviations by output; none if targets stay as they are. */
    public float[] deviation() {
        return deviation.clone();
    }

    /** Whether targets stay as they are. */
    public boolean isNone() {
        return mean.length == 0;
    }

    /** Whether this scaling serves that many outputs. */
    boolean fits(int outputs) {
        return isNone() || mean.length == outputs;
    }

    /** Targets of {@code count} rows to what the network is trained on, in place. */
    void apply(int count, float[] targets) {
        for (int i = 0; i < count * mean.length; i++) {
            int j = i % mean.length;
            targets[i] = (targets[i] - mean[j]) / deviation[j];
        }
    }

    /** Outputs of {@code count} rows to targets in their own units, in place. */
    void restore(int count, float[] outputs) {
        for (int i = 0; i < count * mean.length; i++) {
            int j = i % mean.length;
            outputs[i] = Fma.fma(outputs[i], deviation[j], mean[j]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetScaling that && Arrays.equals(mean, that.mean)
                && Arrays.equals(deviation, that.deviation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(deviation);
    }

    /** Such as {@code mean [14.4], deviation [4.9]} or {@code none}. */
    @Override
    public String toString() {
        return isNone()
                ? "none"
                : "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation);
    }
}
