package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.data.Dataset;
import java.util.stream.IntStream;

/**
 * A trained ReLU network beside a maxout network with the pieces w x + b and 0.
 *
 * @param outputs how many were compared
 * @param different how many have other bits
 */
record MaxoutAsRelu(int outputs, int different) {
    private static final int UNITS = 64;
    private static final int EPOCHS = 2;

    /** Trains on the first data set, compares on the second. */
    static MaxoutAsRelu compare(Setting setting, Dataset train, Dataset test) {
        Network relu = Trainings.network(setting, "dense:" + UNITS + " relu");
        Trainings.trainer(setting, relu).epochs(EPOCHS).fit(train);
        float[] expected = outputs(setting, relu, test);
        float[] actual = outputs(setting, maxout(setting, relu), test);
        int different = (int) IntStream.range(0, expected.length)
                .filter(i -> Float.floatToRawIntBits(expected[i]) != Float.floatToRawIntBits(actual[i]))
                .count();
        return new MaxoutAsRelu(expected.length, different);
    }

    private static Network maxout(Setting setting, Network relu) {
        Network maxout = Trainings.network(setting, "maxout:" + UNITS + "x2");
        float[] zeros = new float[relu.inputs() + 1];
        for (int j = 0; j < UNITS; j++) {
            new MaxoutColumn(maxout, 0, 2 * UNITS, j).set(new MaxoutColumn(relu, 0, UNITS, j).values());
            new MaxoutColumn(maxout, 0, 2 * UNITS, UNITS + j).set(zeros);
        }
        // Behind the activation, which the maxout network does not need.
        System.arraycopy(relu.parameters(), relu.offset(2), maxout.parameters(), maxout.offset(1),
                relu.parameterCount(2));
        return maxout;
    }

    private static float[] outputs(Setting setting, Network network, Dataset data) {
        int n = data.size();
        float[] rows = new float[n * data.features()];
        data.gather(IntStream.range(0, n).toArray(), 0, n, rows);
        float[] outputs = new float[n * network.outputs()];
        new Predictor(network, n, setting.workers()).outputs(n, rows, outputs);
        return outputs;
    }
}
