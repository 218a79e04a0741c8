package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import java.util.Arrays;

/**
 * How much an experiment trains.
 *
 * @param samples to train on; all if the data have fewer
 * @param testSamples to test on; all if the data have fewer
 * @param epochs of a training
 */
record TrainingSize(int samples, int testSamples, int epochs) {
    /** Streams of a setting's seed that choose rows; trainings and initial weights use others. */
    private static final long CHOICE = 1L << 50;

    /** What a quick run and a thorough one train. */
    record Pair(TrainingSize quick, TrainingSize full) {
        TrainingSize of(Setting setting) {
            return setting.quick() ? quick : full;
        }
    }

    /** So many rows of the setting's data, chosen at random by its seed, in their order. */
    Split of(Setting setting) {
        return new Split(some(setting.data().train(), samples, setting.seed(), CHOICE),
                some(setting.data().test(), testSamples, setting.seed(), CHOICE + 1));
    }

    private static Dataset some(Dataset data, int n, long seed, long stream) {
        if (n >= data.size()) {
            return data;
        }
        int[] rows = Arrays.copyOf(new RandomStream(seed, stream).permutation(data.size()), n);
        Arrays.sort(rows);
        return data.subset(rows);
    }
}
