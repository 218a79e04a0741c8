package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;

/**
 * How large the inputs are behind the network's scaling, by their root mean squares.
 *
 * @param all of all inputs
 * @param largest of the feature with the largest
 * @param typical of the median feature, of those that are not all 0
 * @param feature with the largest
 */
record InputScale(double all, double largest, double typical, int feature) {
    static InputScale of(Dataset data, Scaling scaling) {
        float[] x = scaling.scaled(data);
        int features = data.features();
        double[] squares = new double[features];
        for (int i = 0; i < x.length; i++) {
            squares[i % features] += (double) x[i] * x[i] / data.size();
        }
        int most = 0;
        for (int j = 1; j < features; j++) {
            most = squares[j] > squares[most] ? j : most;
        }
        double[] positive = Arrays.stream(squares).filter(square -> square > 0).sorted().toArray();
        return new InputScale(Math.sqrt(Arrays.stream(squares).average().orElse(0)),
                Math.sqrt(squares[most]),
                positive.length == 0 ? 0 : Math.sqrt(positive[positive.length / 2]), most);
    }
}
