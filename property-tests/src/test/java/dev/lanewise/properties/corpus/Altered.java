package dev.lanewise.properties.corpus;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.data.Dataset;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Data sets with other features or labels. */
final class Altered {
    private Altered() {
    }

    /** Every row changed in place by the function, as floats. */
    static Dataset features(Dataset data, Consumer<float[]> change) {
        int features = data.features();
        float[] values = new float[data.size() * features];
        float[] row = new float[features];
        for (int i = 0; i < data.size(); i++) {
            data.gather(new int[]{i}, 0, 1, row);
            change.accept(row);
            System.arraycopy(row, 0, values, i * features, features);
        }
        return Dataset.ofFloats(data.name(), features, values, labels(data), data.classNames())
                .withShape(data.shape());
    }

    /** Each label drawn anew with that probability, all classes alike: it may come out as it was. */
    static Dataset randomLabels(Dataset data, float probability, long seed) {
        RandomStream random = new RandomStream(seed, 0);
        int[] labels = labels(data);
        for (int i = 0; i < labels.length; i++) {
            if (random.nextFloat() < probability) {
                labels[i] = random.nextInt(data.classes());
            }
        }
        return withLabels(data, labels);
    }

    /** Every row has the label of the row behind it, the last that of the first. */
    static Dataset shiftedLabels(Dataset data) {
        int[] labels = labels(data);
        return withLabels(data,
                IntStream.range(0, labels.length).map(i -> labels[(i + 1) % labels.length]).toArray());
    }

    /** Class k is called k + 1, the last class 0. */
    static Dataset renamedClasses(Dataset data) {
        return withLabels(data,
                IntStream.of(labels(data)).map(label -> (label + 1) % data.classes()).toArray());
    }

    /** The image in each row moved right and down, black coming in. */
    static Dataset shiftedImages(Dataset data, int pixels) {
        int side = data.shape()[0];
        return features(data, row -> {
            float[] old = row.clone();
            for (int i = 0; i < row.length; i++) {
                int y = i / side - pixels;
                int x = i % side - pixels;
                row[i] = y >= 0 && x >= 0 ? old[y * side + x] : 0f;
            }
        });
    }

    /** {@code factor x + offset} of every feature. */
    static Dataset affine(Dataset data, float factor, float offset) {
        return features(data, row -> {
            for (int j = 0; j < row.length; j++) {
                row[j] = factor * row[j] + offset;
            }
        });
    }

    private static Dataset withLabels(Dataset data, int[] labels) {
        float[] values = new float[data.size() * data.features()];
        data.gather(IntStream.range(0, data.size()).toArray(), 0, data.size(), values);
        return Dataset.ofFloats(data.name(), data.features(), values, labels, data.classNames())
                .withShape(data.shape());
    }

    private static int[] labels(Dataset data) {
        return IntStream.range(0, data.size()).map(data::label).toArray();
    }
}
