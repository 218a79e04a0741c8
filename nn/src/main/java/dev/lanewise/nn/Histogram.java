package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Counts of values by size. Buckets are eighths of an octave: [1, 1.125), [1.125, 1.25), ... [1.875, 2), [2, 2.25), ... and
 * the same mirrored below zero; one bucket holds all magnitudes below 2^-40.
 *
 * @param count of finite values
 * @param notFinite count of the others, which nothing else here regards
 * @param min smallest value; NaN if there is none
 * @param max largest value; NaN if there is none
 * @param sum of the values, in double
 * @param sumOfSquares in double
 * @param buckets those that are not empty, ascending
 */
public record Histogram(long count, long notFinite, double min, double max, double sum, double sumOfSquares,
        List<Bucket> buckets) {
    /** Sign, exponent and three bits of the fraction: what a float shares with its bucket. */
    private static final int SHIFT = 20;
    private static final int CLASSES = 1 << 11;
    private static final int INFINITE = 255 << 3;
    private static final int SMALLEST = (127 - 40) << 3;

    /**
     * A range of values.
     *
     * @param from lower edge
     * @param to upper edge; a value that equals an edge is counted away from zero
     * @param count of values
     */
    public record Bucket(double from, double to, long count) {
    }

    /** Copies the list. */
    public Histogram {
        buckets = List.copyOf(buckets);
    }

    /** Of {@code x[offset..offset+n)}. */
    static Histogram of(int n, float[] x, int offset) {
        Objects.checkFromIndexSize(offset, n, x.length);
        int[] counts = new int[2 * CLASSES];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (int i = offset; i < offset + n; i++) {
            counts[Float.floatToRawIntBits(x[i]) >>> SHIFT]++;
            if (Float.isFinite(x[i])) {
                double value = x[i];
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
                squares += value * value;
            }
        }
        long notFinite = sum(counts, INFINITE, CLASSES) + sum(counts, CLASSES + INFINITE, 2 * CLASSES);
        return new Histogram(n - notFinite, notFinite, n > notFinite ? min : Double.NaN,
                n > notFinite ? max : Double.NaN, sum, squares, buckets(counts));
    }

    private static List<Bucket> buckets(int[] counts) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = INFINITE - 1; i >= SMALLEST; i--) {
            add(buckets, -edge(i + 1), -edge(i), counts[CLASSES + i]);
        }
        add(buckets, -edge(SMALLEST), edge(SMALLEST),
                sum(counts, 0, SMALLEST) + sum(counts, CLASSES, CLASSES + SMALLEST));
        for (int i = SMALLEST; i < INFINITE; i++) {
            add(buckets, edge(i), edge(i + 1), counts[i]);
        }
        return buckets;
    }

    private static void add(List<Bucket> buckets, double from, double to, long count) {
        if (count > 0) {
            buckets.add(new Bucket(from, to, count));
        }
    }

    /** The smallest magnitude of a class. */
    private static double edge(int i) {
        return i == INFINITE ? 0x1p128 : Float.intBitsToFloat(i << SHIFT);
    }

    private static long sum(int[] counts, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
