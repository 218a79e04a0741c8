package dev.lanewise.reports.experiments;

/** A dense layer in double precision: {@code z = a W + b} with W (inputs, units). */
final class ThinLayer {
    /** The unit roundoff of float. */
    private static final double ROUNDOFF = 0x1p-24;

    private final int inputs;
    private final int units;
    private final double[] weights;
    private final double[] bias;

    /** The layer whose weights, and behind them whose biases, lie in the parameters from {@code offset} on. */
    ThinLayer(int inputs, int units, float[] parameters, int offset) {
        this.inputs = inputs;
        this.units = units;
        weights = doubles(parameters, offset, inputs * units);
        bias = doubles(parameters, offset + inputs * units, units);
    }

    private static double[] doubles(float[] values, int from, int count) {
        double[] wide = new double[count];
        for (int i = 0; i < count; i++) {
            wide[i] = values[from + i];
        }
        return wide;
    }

    int inputs() {
        return inputs;
    }

    int units() {
        return units;
    }

    double weight(int input, int unit) {
        return weights[input * units + unit];
    }

    double bias(int unit) {
        return bias[unit];
    }

    /** The pre-activations. */
    double[] forward(double[] a) {
        double[] z = bias.clone();
        for (int p = 0; p < inputs; p++) {
            for (int j = 0; j < units; j++) {
                z[j] += a[p] * weights[p * units + j];
            }
        }
        return z;
    }

    /**
     * The most by which float pre-activations may differ from {@link #forward}: of {@code n = inputs + 1} rounded operations in a
     * chain, {@code n u / (1 - n u)} times the sum of magnitudes (Higham, "Accuracy and stability of numerical algorithms",
     * 2002, section 3.1), and what the inputs' own errors become.
     *
     * @param a exact inputs
     * @param errors the most by which the float inputs differ from them
     */
    double[] errors(double[] a, double[] errors) {
        double operations = (inputs + 1) * ROUNDOFF;
        double gamma = operations / (1 - operations);
        double[] most = new double[units];
        for (int j = 0; j < units; j++) {
            most[j] = gamma * Math.abs(bias[j]);
        }
        for (int p = 0; p < inputs; p++) {
            double factor = gamma * (Math.abs(a[p]) + errors[p]) + errors[p];
            for (int j = 0; j < units; j++) {
                most[j] += factor * Math.abs(weights[p * units + j]);
            }
        }
        return most;
    }
}
