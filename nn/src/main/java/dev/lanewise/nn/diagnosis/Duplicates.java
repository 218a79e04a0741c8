package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Rows of the test data that are among the training data, too. */
final class Duplicates {
    private static final int STRIP = 1000;

    private Duplicates() {
    }

    static Preflight.Check check(Dataset train, Dataset test) {
        Set<Integer> hashes = new HashSet<>();
        each(train, row -> hashes.add(row.hashCode()));
        Set<FloatBuffer> suspects = new HashSet<>();
        each(test, row -> {
            if (hashes.contains(row.hashCode())) {
                suspects.add(row);
            }
        });
        Set<FloatBuffer> found = new HashSet<>();
        each(train, row -> {
            if (suspects.contains(row)) {
                found.add(row);
            }
        });
        int[] count = {0};
        each(test, row -> count[0] += found.contains(row) ? 1 : 0);
        double share = (double) count[0] / test.size();
        return new Preflight.Check("test rows new", share <= Thresholds.DUPLICATES,
                count[0] + " of " + test.size() + " test rows are training rows, too");
    }

    /** Visits rows as views that are equal where their values are; only views kept keep their strip. */
    private static void each(Dataset data, Consumer<FloatBuffer> visitor) {
        int features = data.features();
        for (int from = 0; from < data.size(); from += STRIP) {
            int count = Math.min(STRIP, data.size() - from);
            int[] rows = new int[count];
            for (int i = 0; i < count; i++) {
                rows[i] = from + i;
            }
            float[] x = Scaling.none().scaled(data.subset(rows));
            for (int i = 0; i < count; i++) {
                visitor.accept(FloatBuffer.wrap(x, i * features, features));
            }
        }
    }
}
