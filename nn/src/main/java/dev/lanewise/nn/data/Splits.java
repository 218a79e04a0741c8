package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides data sets at random, by seed. A row is judged by its number in the data set, so that weights go along. */
final class Splits {
    /** Keeps splits apart from the other uses of the same seed. */
    private static final long STREAM = 0x53504C4954L;

    private Splits() {
    }

    static Split split(Dataset data, double testFraction, long seed) {
        int tests = tests(data, testFraction);
        int[] shuffled = shuffled(data, seed);
        return new Split(data.subset(Arrays.copyOfRange(shuffled, tests, shuffled.length)),
                data.subset(Arrays.copyOf(shuffled, tests)));
    }

    static Split stratified(Dataset data, double testFraction, long seed) {
        int tests = tests(data, testFraction);
        int[] left = quotas(classCounts(data), testFraction, tests);
        int[] test = new int[tests];
        int[] train = new int[data.size() - tests];
        int tested = 0;
        int trained = 0;
        for (int row : shuffled(data, seed)) {
            if (left[data.label(row)]-- > 0) {
                test[tested++] = row;
            } else {
                train[trained++] = row;
            }
        }
        return new Split(data.subset(train), data.subset(test));
    }

    static List<Split> folds(Dataset data, int k, long seed) {
        return deal(data, k, shuffled(data, seed));
    }

    static List<Split> stratifiedFolds(Dataset data, int k, long seed) {
        return deal(data, k, byClass(data, shuffled(data, seed)));
    }

    static int[] classCounts(Dataset data) {
        int[] counts = new int[data.classes()];
        for (int row = 0; row < data.size(); row++) {
            counts[data.label(row)]++;
        }
        return counts;
    }

    private static int tests(Dataset data, double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction: " + testFraction + " (expected > 0 and < 1)");
        }
        int tests = (int) Math.round(data.size() * testFraction);
        if (tests == 0 || tests == data.size()) {
            throw new IllegalArgumentException(
                    "testFraction: " + testFraction + " of " + data.size() + " rows leaves "
                            + (tests == 0 ? "no test rows" : "no training rows")
                            + " (expected at least one of each)");
        }
        return tests;
    }

    private static int[] shuffled(Dataset data, long seed) {
        return new RandomStream(seed, STREAM).permutation(data.size());
    }

    /** Test rows of each class, adding up to {@code tests}: rounded down, then up where the remainder is largest. */
    private static int[] quotas(int[] counts, double testFraction, int tests) {
        int[] quotas = new int[counts.length];
        double[] remainders = new double[counts.length];
        int missing = tests;
        for (int k = 0; k < counts.length; k++) {
            double exact = counts[k] * testFraction;
            quotas[k] = (int) exact;
            remainders[k] = exact - quotas[k];
            missing -= quotas[k];
        }
        for (; missing > 0; missing--) {
            int largest = largest(remainders);
            quotas[largest]++;
            remainders[largest] = -1;
        }
        return quotas;
    }

    /** The first of equals. */
    private static int largest(double[] values) {
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[largest]) {
                largest = k;
            }
        }
        return largest;
    }

    /** The same rows, class after class. */
    private static int[] byClass(Dataset data, int[] rows) {
        int[] counts = classCounts(data);
        int[] next = new int[counts.length];
        for (int k = 1; k < counts.length; k++) {
            next[k] = next[k - 1] + counts[k - 1];
        }
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[data.label(row)]++] = row;
        }
        return sorted;
    }

    /** Like cards: row i goes to part {@code i mod k}. */
    private static List<Split> deal(Dataset data, int k, int[] rows) {
        if (k < 2 || k > rows.length) {
            throw new IllegalArgumentException(
                    "k: " + k + " (expected 2 to " + rows.length + ", the number of rows)");
        }
        List<Split> folds = new ArrayList<>();
        for (int fold = 0; fold < k; fold++) {
            int[] test = new int[(rows.length - fold + k - 1) / k];
            int[] train = new int[rows.length - test.length];
            int trained = 0;
            for (int i = 0; i < rows.length; i++) {
                if (i % k == fold) {
                    test[i / k] = rows[i];
                } else {
                    train[trained++] = rows[i];
                }
            }
            folds.add(new Split(data.subset(train), data.subset(test)));
        }
        return List.copyOf(folds);
    }
}
