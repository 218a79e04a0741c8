package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.data.Dataset;

/** Some rows of a data set for measurements. */
final class Rows {
    private Rows() {
    }

    /** Rows for so many steps of a training, up to all. */
    static Dataset ofSteps(Dataset data, int steps, int batchSize, long seed) {
        return of(data, (int) Math.min(data.size(), (long) steps * batchSize), seed);
    }

    /** Up to {@code n} rows at random, always the same for a seed. */
    static Dataset of(Dataset data, int n, long seed) {
        return data.size() <= n ? data : data.split((double) n / data.size(), seed).test();
    }
}
