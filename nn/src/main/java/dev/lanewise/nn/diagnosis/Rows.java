package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.util.stream.IntStream;

/** Some rows of a data set for measurements. */
final class Rows {
    private Rows() {
    }

    /** Rows for so many of the trainer's steps, up to all. */
    static Dataset ofSteps(Dataset data, int steps, long seed, Trainer trainer) {
        return counting(data, (int) Math.min(data.size(), (long) steps * trainer.batchSize()), seed, trainer);
    }

    /**
     * The same, unless none of them counts in the trainer's loss: then up to {@code n} rows that do. There is one, because
     * a trainer refuses other data.
     */
    static Dataset counting(Dataset data, int n, long seed, Trainer trainer) {
        Dataset rows = of(data, n, seed);
        if (trainer.weight(rows) > 0) {
            return rows;
        }
        return data.subset(IntStream.range(0, data.size())
                .filter(row -> trainer.weight(data.subset(row)) > 0)
                .limit(n)
                .toArray());
    }

    /** Up to {@code n} rows at random, always the same for a seed. */
    static Dataset of(Dataset data, int n, long seed) {
        return data.size() <= n ? data : data.split((double) n / data.size(), seed).test();
    }
}
