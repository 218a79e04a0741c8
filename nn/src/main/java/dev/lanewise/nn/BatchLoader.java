package dev.lanewise.nn;

import dev.lanewise.nn.data.Augmenter;
import dev.lanewise.nn.data.Dataset;

/** Gathers, augments and scales rows, some at a time, so that they are still in the first cache for the next pass. */
final class BatchLoader {
    /** Floats. */
    private static final int STRIP = 2048;

    private final Network network;
    private final Augmenter augmenter;

    /** The augmenter's part is played in {@link #load(Dataset, int[], int, int, long, int, float[])} alone. */
    BatchLoader(Network network, Augmenter augmenter) {
        this.network = network;
        this.augmenter = augmenter;
    }

    /** Rows {@code order[from..from+count)} to (count, inputs), as they are predicted. */
    void load(Dataset data, int[] order, int from, int count, float[] inputs) {
        int features = network.inputs();
        int strip = strip(features);
        for (int i = 0; i < count; i += strip) {
            int rows = Math.min(strip, count - i);
            data.gather(order, from + i, rows, inputs, i * features);
            network.scaling().apply(rows, features, inputs, i * features);
        }
    }

    /** The same in an epoch, from 1, of a training with that seed. */
    void load(Dataset data, int[] order, int from, int count, long seed, int epoch, float[] inputs) {
        if (augmenter.isEmpty()) {
            load(data, order, from, count, inputs);
            return;
        }
        int features = network.inputs();
        for (int i = 0; i < count; i++) {
            int at = i * features;
            data.gather(order, from + i, 1, inputs, at);
            augmenter.begin(inputs, at, seed, Streams.augmentation(epoch, order[from + i]));
            augmenter.beforeScaling();
            network.scaling().apply(1, features, inputs, at);
            augmenter.afterScaling();
        }
    }

    private static int strip(int features) {
        return Math.max(1, STRIP / features);
    }
}
