package dev.lanewise.jmh.peers;

import java.util.Arrays;

/** Of values with gaps: NaN stands for a turn that was not measured and is left out. */
final class Statistics {
    private Statistics() {
    }

    /** Whether there is a value at all. */
    static boolean isAny(double... values) {
        return sorted(values).length > 0;
    }

    /** The middle value, or the mean of the two in the middle; NaN if there is none. */
    static double median(double... values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    static double lowest(double... values) {
        return Arrays.stream(sorted(values)).findFirst().orElse(Double.NaN);
    }

    static double highest(double... values) {
        return Arrays.stream(sorted(values)).max().orElse(Double.NaN);
    }

    static double geometricMean(double... values) {
        return Math.exp(Arrays.stream(sorted(values)).map(Math::log).average().orElse(Double.NaN));
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }
}
