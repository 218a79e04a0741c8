package dev.lanewise.nn;

import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small data sets for tests. */
final class Samples {
    private Samples() {
    }

    /** Uniform features in [-1, 1) and random classes. */
    static Dataset classes(int rows, int features, int classes, long seed) {
        Random random = new Random(seed);
        float[] values = uniform(rows * features, random);
        int[] labels = IntStream.range(0, rows).map(_ -> random.nextInt(classes)).toArray();
        return Dataset.ofFloats("random", features, values, labels, names(classes));
    }

    /** Uniform features and targets in [-1, 1). */
    static Dataset targets(int rows, int features, long seed) {
        Random random = new Random(seed);
        return Dataset.ofTargets("random", features, uniform(rows * features, random), uniform(rows, random));
    }

    /** Points of the plane in {@code classes} clouds on the unit circle, far from each other. */
    static Dataset clouds(int rows, int classes, long seed) {
        Random random = new Random(seed);
        float[] values = new float[2 * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i % classes;
            double angle = 2 * Math.PI * labels[i] / classes;
            values[2 * i] = (float) (Math.cos(angle) + 0.1 * random.nextGaussian());
            values[2 * i + 1] = (float) (Math.sin(angle) + 0.1 * random.nextGaussian());
        }
        return Dataset.ofFloats("clouds", 2, values, labels, names(classes));
    }

    static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    }

    /** A word for each kind of layer but dense, and for each of its forms. */
    static List<String> everyLayer() {
        return List.of("maxout:7x3", "dropout:0.3", "dropout:0.3:lecture", "sigmoid", "tanh", "relu", "leaky",
                "leaky:0.2", "prelu", "prelu:feature", "elu", "elu:0.5", "selu", "softplus", "gelu",
                "gelu_tanh", "silu", "identity");
    }

    /** Each kind of loss, and each of its forms. */
    static List<Loss> everyLoss() {
        return Stream.of("cross-entropy", "cross-entropy:0.1", "mse", "mae", "huber", "huber:0.25",
                "binary-cross-entropy").map(LossParser::parse).toList();
    }

    /** Whether the loss makes no sense of targets of any size. */
    static boolean isForClasses(Loss loss) {
        return loss instanceof Loss.SoftmaxCrossEntropy || loss instanceof Loss.BinaryCrossEntropy;
    }

    /** What a row's outputs are compared with: its targets, or 1 at its class and 0 elsewhere. */
    static double[] target(Dataset data, int row) {
        return data.classes() == 0
                ? IntStream.range(0, data.targets()).mapToDouble(j -> data.target(row, j)).toArray()
                : IntStream.range(0, data.classes()).mapToDouble(j -> j == data.label(row) ? 1 : 0).toArray();
    }

    /** The rows one by one. */
    static List<float[]> rows(Dataset data) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            float[] row = new float[data.features()];
            data.gather(new int[]{i}, 0, 1, row);
            rows.add(row);
        }
        return rows;
    }

    static float[] uniform(int n, Random random) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
