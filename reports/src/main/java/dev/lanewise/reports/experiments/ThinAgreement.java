package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import java.util.List;

/**
 * How far outputs that a network computed in float are from those of one map for each input.
 *
 * @param inputs how many
 * @param difference the largest
 * @param magnitude of the largest output
 * @param ratio the largest difference by what rounding may make of that output: at most 1 if nothing but rounding is left
 */
record ThinAgreement(int inputs, double difference, double magnitude, double ratio) {
    /** The part of the largest output that differences may be, whatever the worst case is: some 170 roundings. */
    static final double TOLERANCE = 1e-5;

    /** Of a ReLU network; one map for each row of raw features. */
    static ThinAgreement of(Network network, List<float[]> rows, List<ThinMap> maps, Workers workers) {
        ThinNetwork exact = new ThinNetwork(network);
        Predictor predictor = new Predictor(network, 1, workers);
        float[] outputs = new float[network.outputs()];
        double difference = 0;
        double magnitude = 0;
        double ratio = 0;
        for (int i = 0; i < rows.size(); i++) {
            predictor.outputs(1, rows.get(i), outputs);
            double[] x = exact.inputs(rows.get(i));
            double[] expected = maps.get(i).apply(x);
            double[] bound = exact.errors(x);
            for (int j = 0; j < outputs.length; j++) {
                double error = Math.abs(outputs[j] - expected[j]);
                difference = Math.max(difference, error);
                magnitude = Math.max(magnitude, Math.abs(expected[j]));
                ratio = Math.max(ratio, error / bound[j]);
            }
        }
        return new ThinAgreement(rows.size(), difference, magnitude, ratio);
    }

    /** Whether rounding explains every difference, and they are small, on at least one input. */
    boolean isRounding() {
        return inputs > 0 && ratio <= 1 && difference <= TOLERANCE * magnitude;
    }

    /** Such as {@code 300 images: largest difference 3.1e-06 of outputs up to 18.2, a part of 1.7e-07; ...}. */
    String text() {
        return inputs + " images: largest difference " + TrainingText.number(difference)
                + " of outputs up to "
                + TrainingText.number(magnitude) + ", a part of "
                + TrainingText.number(difference / magnitude)
                + "; at most " + TrainingText.number(ratio) + " of what rounding may make at worst";
    }
}
