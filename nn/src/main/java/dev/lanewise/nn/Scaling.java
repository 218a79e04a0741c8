package dev.lanewise.nn;

import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How raw features become a network's inputs: {@code input[j] = (raw[j] - offset[j]) * factor[j]}. It belongs to the
 * network and travels with its model file, so that training and prediction cannot differ.
 */
public final class Scaling {
    /** Rows that are read at a time at most, and floats of them, unless a row has more. */
    private static final int CHUNK = 256;
    private static final int CHUNK_FLOATS = 1 << 16;

    private final float[] offset;
    private final float[] factor;

    private Scaling(float[] offset, float[] factor) {
        this.offset = offset;
        this.factor = factor;
    }

    /** Features as they are. */
    public static Scaling none() {
        return uniform(0f, 1f);
    }

    /** Bytes 0..255 to 0..1. */
    public static Scaling bytes() {
        return uniform(0f, 1f / 255f);
    }

    /** The same offset and factor for every feature. */
    public static Scaling uniform(float offset, float factor) {
        return of(new float[]{offset}, new float[]{factor});
    }

    /**
     * An offset and a factor per feature (or one of each for all).
     *
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Scaling of(float[] offset, float[] factor) {
        if (offset.length != factor.length || offset.length == 0) {
            throw new IllegalArgumentException(
                    "scaling: " + offset.length + " offsets and " + factor.length
                            + " factors (expected equal, >= 1)");
        }
        for (int j = 0; j < offset.length; j++) {
            if (!Float.isFinite(offset[j]) || !Float.isFinite(factor[j])) {
                throw new IllegalArgumentException("scaling: feature " + j + " has offset " + offset[j]
                        + " and factor " + factor[j] + " (expected finite numbers)");
            }
        }
        return new Scaling(offset.clone(), factor.clone());
    }

    /**
     * Mean 0 and standard deviation 1 for every feature over the given data, computed in double precision by rows in
     * ascending order. A constant feature is only centred.
     *
     * @throws IllegalArgumentException if the data set has no row
     */
    public static Scaling standardize(Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("data: 0 rows (expected >= 1 to standardize by)");
        }
        double[] mean = columnMeans(data, new double[data.features()], false);
        double[] variance = columnMeans(data, mean, true);
        float[] offset = new float[mean.length];
        float[] factor = new float[mean.length];
        for (int j = 0; j < mean.length; j++) {
            offset[j] = (float) mean[j];
            factor[j] = variance[j] > 0 ? (float) (1 / Math.sqrt(variance[j])) : 1f;
        }
        return of(offset, factor);
    }

    /** Means over rows of {@code x - center}, or of its square. */
    private static double[] columnMeans(Dataset data, double[] center, boolean squared) {
        int features = data.features();
        double[] sums = new double[features];
        int chunk = Math.clamp(CHUNK_FLOATS / features, 1, CHUNK);
        int[] order = new int[chunk];
        float[] rows = new float[chunk * features];
        for (int from = 0; from < data.size(); from += chunk) {
            int count = Math.min(chunk, data.size() - from);
            for (int i = 0; i < count; i++) {
                order[i] = from + i;
            }
            data.gather(order, 0, count, rows);
            for (int i = 0; i < count * features; i++) {
                double d = rows[i] - center[i % features];
                sums[i % features] += squared ? d * d : d;
            }
        }
        for (int j = 0; j < features; j++) {
            sums[j] /= data.size();
        }
        return sums;
    }

    /** Offsets: one for all features, or one each. */
    public float[] offset() {
        return offset.clone();
    }

    /** Factors: one for all features, or one each. */
    public float[] factor() {
        return factor.clone();
    }

    /**
     * The rows of data as a network with this scaling sees them: (rows, features), row-major.
     *
     * @throws IllegalArgumentException if the data have another number of features
     */
    public float[] scaled(Dataset data) {
        if (!fits(data.features())) {
            throw new IllegalArgumentException(
                    "data: " + data.features() + " features (expected " + offset.length + ")");
        }
        float[] rows = new float[Math.multiplyExact(data.size(), data.features())];
        data.gather(IntStream.range(0, data.size()).toArray(), 0, data.size(), rows);
        apply(data.size(), data.features(), rows, 0);
        return rows;
    }

    /** Whether this scaling serves rows of that many features. */
    boolean fits(int features) {
        return offset.length == 1 || offset.length == features;
    }

    /** Scales {@code count} rows in place, the first of which begins at {@code at}. */
    void apply(int count, int features, float[] rows, int at) {
        if (offset.length == 1) {
            applyUniform(count * features, rows, at, offset[0], factor[0]);
            return;
        }
        for (int i = 0; i < count; i++) {
            applyRow(features, rows, at + i * features, offset, factor);
        }
    }

    private static void applyUniform(int n, float[] rows, int at, float offset, float factor) {
        for (int i = at; i < at + n; i++) {
            rows[i] = (rows[i] - offset) * factor;
        }
    }

    private static void applyRow(int n, float[] rows, int at, float[] offset, float[] factor) {
        for (int j = 0; j < n; j++) {
            rows[at + j] = (rows[at + j] - offset[j]) * factor[j];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaling that && Arrays.equals(offset, that.offset)
                && Arrays.equals(factor, that.factor);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offset) + Arrays.hashCode(factor);
    }

    /** Such as {@code (x - 0.0) * 0.003921569} or {@code per feature (4)}. */
    @Override
    public String toString() {
        return offset.length == 1
                ? "(x - " + offset[0] + ") * " + factor[0]
                : "per feature (" + offset.length + ")";
    }
}
