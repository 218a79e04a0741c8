package dev.lanewise.nn.data;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examples in memory: {@code size()} rows of {@code features()} values, each with a class label, or with target
 * values for regression, and with a weight if rows are not to count alike. Feature values stay in the form in which
 * they came (unsigned bytes or floats) until a batch is gathered.
 *
 * <p>Subsets and splits are views: they share the values and hold only the numbers of their rows. A data set never
 * changes; the arrays given to a factory are kept, not copied, and must not be changed afterwards. Thread-safe.
 *
 * <p>All methods check their arguments before they write, and throw {@link IllegalArgumentException}.
 */
public final class Dataset {
    private final Table table;
    private final int[] rows;
    /** One for each of {@code rows}, or null if they count alike. */
    private final float @Nullable [] weights;
    /** 0 until it is wanted; threads that find 0 compute the same number. */
    private int fingerprint;

    private Dataset(Table table, int[] rows, float @Nullable [] weights) {
        this.table = table;
        this.rows = rows;
        this.weights = weights;
    }

    /**
     * A classification set of unsigned bytes, such as the pixels of grey images.
     *
     * @param name what reports call it
     * @param features values per row, at least 1
     * @param values (rows, features), row-major, each byte read as 0..255
     * @param labels one class per row, in [0, classNames.size())
     * @param classNames the classes in the order of their labels, distinct
     */
    public static Dataset ofBytes(String name, int features, byte[] values, int[] labels,
            List<String> classNames) {
        return classification(name, features, new FeatureValues.Bytes(values), labels, classNames);
    }

    /**
     * A classification set of floats. NaN and infinities are refused.
     *
     * @param name what reports call it
     * @param features values per row, at least 1
     * @param values (rows, features), row-major, finite
     * @param labels one class per row, in [0, classNames.size())
     * @param classNames the classes in the order of their labels, distinct
     */
    public static Dataset ofFloats(String name, int features, float[] values, int[] labels,
            List<String> classNames) {
        Dataset dataset = classification(name, features, new FeatureValues.Floats(values), labels,
                classNames);
        DatasetChecks.finiteFeatures(values, features);
        return dataset;
    }

    /** A regression set with one target per row; see {@link #ofTargets(String, int, float[], int, float[])}. */
    public static Dataset ofTargets(String name, int features, float[] values, float[] targets) {
        return ofTargets(name, features, values, 1, targets);
    }

    /**
     * A regression set: target values and no classes. NaN and infinities are refused.
     *
     * @param name what reports call it
     * @param features values per row, at least 1
     * @param values (rows, features), row-major, finite
     * @param outputs targets per row, at least 1
     * @param targets (rows, outputs), row-major, finite
     */
    public static Dataset ofTargets(String name, int features, float[] values, int outputs, float[] targets) {
        DatasetChecks.targets(targets, outputs);
        int size = targets.length / outputs;
        DatasetChecks.shape(size, features, values.length);
        DatasetChecks.finiteFeatures(values, features);
        return new Dataset(
                Table.ofTargets(name, new FeatureValues.Floats(values), features, outputs, targets),
                iota(size), null);
    }

    private static Dataset classification(String name, int features, FeatureValues values, int[] labels,
            List<String> classNames) {
        DatasetChecks.shape(labels.length, features, values.length());
        DatasetChecks.labels(labels, classNames);
        return new Dataset(Table.ofClasses(name, values, features, labels, classNames), iota(labels.length),
                null);
    }

    /** What reports call it. */
    public String name() {
        return table.name;
    }

    /** How many rows. */
    public int size() {
        return rows.length;
    }

    /** How many values a row has. */
    public int features() {
        return table.features;
    }

    /** The extents of one row, such as {28, 28, 1} (height, width, channels); {features} if nothing else is known. */
    public int[] shape() {
        return table.shape.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many classes, 0 for regression. */
    public int classes() {
        return table.classNames.size();
    }

    /** The classes in the order of their labels, empty for regression. Unmodifiable. */
    public List<String> classNames() {
        return table.classNames;
    }

    /** The class of row {@code row}, in [0, classes()). Throws {@link IllegalStateException} for regression. */
    public int label(int row) {
        requireClasses();
        DatasetChecks.row(row, size());
        return table.labels[rows[row]];
    }

    /** How many targets a row has, 0 for classification. */
    public int targets() {
        return table.outputs;
    }

    /** The names of the targets in their order; empty if they have none. Unmodifiable. */
    public List<String> targetNames() {
        return table.schema.targetNames();
    }

    /** The names of the features in their order; empty if they have none, as the pixels of images. Unmodifiable. */
    public List<String> featureNames() {
        return table.schema.featureNames();
    }

    /** The name of the label column; null for regression or if it has none. */
    public @Nullable String labelName() {
        return table.schema.labelName();
    }

    /** What the columns are called and where they stand in their file. */
    public Schema schema() {
        return table.schema;
    }

    /** The target of row {@code row}, the first if it has several. Throws {@link IllegalStateException} for classification. */
    public float target(int row) {
        return target(row, 0);
    }

    /** Target {@code output}, in [0, targets()), of row {@code row}. Throws {@link IllegalStateException} for classification. */
    public float target(int row, int output) {
        requireTargets();
        DatasetChecks.row(row, size());
        if (output < 0 || output >= targets()) {
            throw new IllegalArgumentException(
                    "output: " + output + " (expected 0.." + (targets() - 1) + ")");
        }
        return table.targets[rows[row] * targets() + output];
    }

    /** Whether rows have weights of their own. */
    public boolean weighted() {
        return weights != null;
    }

    /** How much row {@code row} counts in a loss; 1 if rows have no weights. */
    public float weight(int row) {
        DatasetChecks.row(row, size());
        return weights == null ? 1f : weights[row];
    }

    /**
     * Copies the features of rows {@code order[from..from+count)} to the start of {@code destination}, row-major, as
     * they are (bytes as 0..255, no scaling). Allocates nothing.
     *
     * @param order row numbers in [0, size()), in any order, repeats allowed
     * @param from the first entry of {@code order} to use
     * @param count how many entries
     * @param destination (count, features), at least that long; the rest is left alone
     */
    public void gather(int[] order, int from, int count, float[] destination) {
        gather(order, from, count, destination, 0);
    }

    /** The same to {@code destination[offset..]}. */
    public void gather(int[] order, int from, int count, float[] destination, int offset) {
        int features = features();
        DatasetChecks.batch(order, from, count, size());
        DatasetChecks.destination(destination.length, offset, (long) count * features);
        for (int i = 0; i < count; i++) {
            table.values
                    .copy(rows[order[from + i]] * features, features, destination, offset + i * features);
        }
    }

    /** Copies the labels of rows {@code order[from..from+count)}; arguments as in {@link #gather}. Not for regression. */
    public void gatherLabels(int[] order, int from, int count, int[] destination) {
        requireClasses();
        DatasetChecks.batch(order, from, count, size());
        DatasetChecks.destination(destination.length, 0, count);
        for (int i = 0; i < count; i++) {
            destination[i] = table.labels[rows[order[from + i]]];
        }
    }

    /**
     * Copies the targets of rows {@code order[from..from+count)} to the start of {@code destination}, (count, targets());
     * arguments as in {@link #gather}. Only for regression.
     */
    public void gatherTargets(int[] order, int from, int count, float[] destination) {
        requireTargets();
        DatasetChecks.batch(order, from, count, size());
        int outputs = targets();
        DatasetChecks.destination(destination.length, 0, (long) count * outputs);
        for (int i = 0; i < count; i++) {
            System.arraycopy(table.targets, rows[order[from + i]] * outputs, destination, i * outputs,
                    outputs);
        }
    }

    /** Copies the weights of rows {@code order[from..from+count)}, 1 where there are none; arguments as in {@link #gather}. */
    public void gatherWeights(int[] order, int from, int count, float[] destination) {
        DatasetChecks.batch(order, from, count, size());
        DatasetChecks.destination(destination.length, 0, count);
        for (int i = 0; i < count; i++) {
            destination[i] = weights == null ? 1f : weights[order[from + i]];
        }
    }

    /**
     * The same rows with weights: row i counts {@code values[i]} times as much in a loss as a row of weight 1. Subsets and
     * splits keep them.
     *
     * @param values one for each row, finite and not negative, not all 0
     */
    public Dataset withSampleWeights(float[] values) {
        DatasetChecks.weights(values, size());
        return new Dataset(table, rows, values);
    }

    /** The same rows with the extents of one row made known; their product must be {@code features()}. */
    public Dataset withShape(int... extents) {
        long product = 1;
        for (int extent : extents) {
            // Stays at 0 once it leaves the range, so it cannot overflow.
            product = extent < 1 || product > features() ? 0 : product * extent;
        }
        if (product != features()) {
            throw new IllegalArgumentException(
                    "shape: " + Arrays.toString(extents) + " (expected positive extents with product "
                            + features() + ")");
        }
        return new Dataset(table.withShape(Arrays.stream(extents).boxed().toList()), rows, weights);
    }

    /**
     * The same rows with names of their targets.
     *
     * @param names one for each target, distinct, or none
     */
    public Dataset withTargetNames(List<String> names) {
        return withSchema(table.schema.withTargetNames(names));
    }

    /**
     * The same rows with names of their features.
     *
     * @param names one for each feature, distinct, or none
     */
    public Dataset withFeatureNames(List<String> names) {
        return withSchema(table.schema.withFeatureNames(names));
    }

    /**
     * The same rows with names of features, label or targets.
     *
     * @param schema names for all features or none, for a label only with classes, and for all targets or none
     */
    public Dataset withSchema(Schema schema) {
        DatasetChecks.schema(schema, features(), targets());
        return new Dataset(table.withSchema(schema), rows, weights);
    }

    /** The first {@code n} rows, as a view. */
    public Dataset take(int n) {
        if (n < 0 || n > size()) {
            throw new IllegalArgumentException("n: " + n + " (expected 0.." + size() + ")");
        }
        return new Dataset(table, Arrays.copyOf(rows, n),
                weights == null ? null : Arrays.copyOf(weights, n));
    }

    /** The given rows in the given order, as a view; repeats are allowed. */
    public Dataset subset(int... chosen) {
        DatasetChecks.batch(chosen, 0, chosen.length, size());
        int[] viewRows = new int[chosen.length];
        float[] viewWeights = weights == null ? null : new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            viewRows[i] = rows[chosen[i]];
        }
        if (viewWeights != null) {
            gatherWeights(chosen, 0, chosen.length, viewWeights);
        }
        return new Dataset(table, viewRows, viewWeights);
    }

    /**
     * Divides the rows at random, by seed: {@code round(size * testFraction)} rows go to the test part, the others to
     * the training part. Both are views and neither may be empty.
     *
     * @param testFraction in (0, 1)
     * @param seed the same seed gives the same parts on every machine
     */
    public Split split(double testFraction, long seed) {
        return Splits.split(this, testFraction, seed);
    }

    /**
     * The same with every class's share kept: of the n rows of a class, {@code n * testFraction} go to the test part,
     * rounded up or down. Throws {@link IllegalStateException} for regression.
     */
    public Split stratifiedSplit(double testFraction, long seed) {
        requireClasses();
        return Splits.stratified(this, testFraction, seed);
    }

    /**
     * Divides the rows at random, by seed, into {@code k} parts whose sizes differ by 1 at most, for cross-validation: each
     * split has another part to test on and the other parts to train on. All are views.
     *
     * @param k from 2 to size()
     * @param seed the same seed gives the same parts on every machine
     */
    public List<Split> folds(int k, long seed) {
        return Splits.folds(this, k, seed);
    }

    /**
     * The same with every class's share kept: the rows of a class that two parts hold differ by 1 at most. Throws
     * {@link IllegalStateException} for regression.
     */
    public List<Split> stratifiedFolds(int k, long seed) {
        requireClasses();
        return Splits.stratifiedFolds(this, k, seed);
    }

    /**
     * Eight hexadecimal digits, a CRC-32C of the rows in their order: of features, labels or targets, and weights; not of
     * names. Data sets with different fingerprints differ.
     */
    public String fingerprint() {
        int known = fingerprint;
        if (known == 0) {
            known = Fingerprint.of(this);
            fingerprint = known;
        }
        return HexFormat.of().toHexDigits(known);
    }

    /** Such as {@code iris: 150 rows x 4 features, 3 classes}. */
    @Override
    public String toString() {
        return name() + ": " + size() + " rows x " + features() + " features, "
                + (classes() > 0
                        ? classes() + " classes"
                        : targets() == 1 ? "regression" : "regression, " + targets() + " targets");
    }

    private void requireClasses() {
        if (classes() == 0) {
            throw new IllegalStateException(name() + " has targets (regression), no class labels");
        }
    }

    private void requireTargets() {
        if (classes() > 0) {
            throw new IllegalStateException(name() + " has class labels, no targets (not regression)");
        }
    }

    private static int[] iota(int n) {
        int[] numbers = new int[n];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
