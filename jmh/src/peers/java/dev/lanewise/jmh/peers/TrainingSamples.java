package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.TrainingShape;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;

/** Drawn digits, which every library gets: something that can be learnt, so that a training can be verified. */
final class TrainingSamples {
    private static final int SAMPLES = 60_000;

    private final Dataset data;
    private final int batches;

    TrainingSamples(TrainingShape shape) {
        data = Digits.generate(SAMPLES, 7);
        if (shape.inputs() != data.features() || shape.outputs() != data.classes()) {
            throw new IllegalArgumentException("network: " + shape.name() + " (expected " + data.features()
                    + " inputs and " + data.classes() + " outputs, because it is trained on digits)");
        }
        batches = SAMPLES / shape.batch();
    }

    Dataset data() {
        return data;
    }

    /** Whole batches of an epoch. */
    int batches() {
        return batches;
    }

    /** The features of one batch, (batch, features), scaled to [0, 1]. */
    float[] features(int batch, int size) {
        float[] values = new float[size * data.features()];
        data.gather(rows(batch, size), 0, size, values);
        for (int i = 0; i < values.length; i++) {
            values[i] /= 255;
        }
        return values;
    }

    /** The classes of one batch. */
    int[] labels(int batch, int size) {
        int[] labels = new int[size];
        data.gatherLabels(rows(batch, size), 0, size, labels);
        return labels;
    }

    private static int[] rows(int batch, int size) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = batch * size + i;
        }
        return rows;
    }
}
