package dev.lanewise.nn.data;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.kernels.RandomStream;

/**
 * Examples in memory: {@code size()} rows of {@code features()} values, each with a class label, or with a target
 * value for regression. Feature values stay in the form in which they came (unsigned bytes or floats) until a batch
 * is gathered.
 *
 * <p>Subsets and splits are views: they share the values and hold only the numbers of their rows. A data set never
 * changes; the arrays given to a factory are kept, not copied, and must not be changed afterwards. Thread-safe.
 *
 * <p>All methods check their arguments before they write, and throw {@link IllegalArgumentException}.
 */
public final class Dataset {
    /** Keeps splits apart from the other uses of the same seed. */
    private static final long SPLIT_STREAM = 0x53504C4954L;

    private final String name;
    private final FeatureValues values;
    private final int[] shape;
    private final int[] labels;
    private final float[] targets;
    private final List<String> classNames;
    private final int[] rows;

    private Dataset(String name, FeatureValues values, int[] shape, int[] labels, float[] targets,
            List<String> classNames, int[] rows) {
        this.name = name;
        this.values = values;
        this.shape = shape;
        this.labels = labels;
        this.targets = targets;
        this.classNames = classNames;
        this.rows = rows;
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

    /**
     * A regression set: one target value per row and no classes. NaN and infinities are refused.
     *
     * @param name what reports call it
     * @param features values per row, at least 1
     * @param values (rows, features), row-major, finite
     * @param targets one value per row, finite
     */
    public static Dataset ofTargets(String name, int features, float[] values, float[] targets) {
        DatasetChecks.shape(targets.length, features, values.length);
        DatasetChecks.finiteFeatures(values, features);
        DatasetChecks.finiteTargets(targets);
        int[] shape = {features};
        return new Dataset(name, new FeatureValues.Floats(values), shape, new int[0], targets, List.of(),
                iota(targets.length));
    }

    private static Dataset classification(String name, int features, FeatureValues values, int[] labels,
            List<String> classNames) {
        DatasetChecks.shape(labels.length, features, values.length());
        DatasetChecks.labels(labels, classNames);
        int[] shape = {features};
        return new Dataset(name, values, shape, labels, new float[0], List.copyOf(classNames),
                iota(labels.length));
    }

    /** What reports call it. */
    public String name() {
        return name;
    }

    /** How many rows. */
    public int size() {
        return rows.length;
    }

    /** How many values a row has. */
    public int features() {
        int features = 1;
        for (int extent : shape) {
            features *= extent;
        }
        return features;
    }

    /** The extents of one row, such as {28, 28, 1} (height, width, channels); {features} if nothing else is known. */
    public int[] shape() {
        return shape.clone();
    }

    /** How many classes, 0 for regression. */
    public int classes() {
        return classNames.size();
    }

    /** The classes in the order of their labels, empty for regression. Unmodifiable. */
    public List<String> classNames() {
        return classNames;
    }

    /** The class of row {@code row}, in [0, classes()). Throws {@link IllegalStateException} for regression. */
    public int label(int row) {
        requireClasses();
        DatasetChecks.row(row, size());
        return labels[rows[row]];
    }

    /** The target value of row {@code row}. Throws {@link IllegalStateException} for classification. */
    public float target(int row) {
        requireTargets();
        DatasetChecks.row(row, size());
        return targets[rows[row]];
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
        int features = features();
        DatasetChecks.batch(order, from, count, size());
        DatasetChecks.destination(destination.length, (long) count * features);
        for (int i = 0; i < count; i++) {
            values.copy(rows[order[from + i]] * features, features, destination, i * features);
        }
    }

    /** Copies the labels of rows {@code order[from..from+count)}; arguments as in {@link #gather}. Not for regression. */
    public void gatherLabels(int[] order, int from, int count, int[] destination) {
        requireClasses();
        DatasetChecks.batch(order, from, count, size());
        DatasetChecks.destination(destination.length, count);
        for (int i = 0; i < count; i++) {
            destination[i] = labels[rows[order[from + i]]];
        }
    }

    /** Copies the targets of rows {@code order[from..from+count)}; arguments as in {@link #gather}. Only for regression. */
    public void gatherTargets(int[] order, int from, int count, float[] destination) {
        requireTargets();
        DatasetChecks.batch(order, from, count, size());
        DatasetChecks.destination(destination.length, count);
        for (int i = 0; i < count; i++) {
            destination[i] = targets[rows[order[from + i]]];
        }
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
        return new Dataset(name, values, extents.clone(), labels, targets, classNames, rows);
    }

    /** The first {@code n} rows, as a view. */
    public Dataset take(int n) {
        if (n < 0 || n > size()) {
            throw new IllegalArgumentException("n: " + n + " (expected 0.." + size() + ")");
        }
        return view(Arrays.copyOf(rows, n));
    }

    /** The given rows in the given order, as a view; repeats are allowed. */
    public Dataset subset(int... chosen) {
        DatasetChecks.batch(chosen, 0, chosen.length, size());
        int[] viewRows = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            viewRows[i] = rows[chosen[i]];
        }
        return view(viewRows);
    }

    /**
     * Divides the rows at random, by seed: {@code round(size * testFraction)} rows go to the test part, the others to
     * the training part. Both are views and neither may be empty.
     *
     * @param testFraction in (0, 1)
     * @param seed the same seed gives the same parts on every machine
     */
    public Split split(double testFraction, long seed) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction: " + testFraction + " (expected > 0 and < 1)");
        }
        int tests = (int) Math.round(size() * testFraction);
        if (tests == 0 || tests == size()) {
            throw new IllegalArgumentException(
                    "testFraction: " + testFraction + " of " + size() + " rows leaves "
                            + (tests == 0 ? "no test rows" : "no training rows")
                            + " (expected at least one of each)");
        }
        int[] shuffled = rows.clone();
        new RandomStream(seed, SPLIT_STREAM).shuffle(shuffled);
        return new Split(view(Arrays.copyOfRange(shuffled, tests, shuffled.length)),
                view(Arrays.copyOf(shuffled, tests)));
    }

    /** Such as {@code iris: 150 rows x 4 features, 3 classes}. */
    @Override
    public String toString() {
        return name + ": " + size() + " rows x " + features() + " features, "
                + (classes() == 0 ? "regression" : classes() + " classes");
    }

    private Dataset view(int[] viewRows) {
        return new Dataset(name, values, shape, labels, targets, classNames, viewRows);
    }

    private void requireClasses() {
        if (classNames.isEmpty()) {
            throw new IllegalStateException(name + " has targets (regression), no class labels");
        }
    }

    private void requireTargets() {
        if (!classNames.isEmpty()) {
            throw new IllegalStateException(name + " has class labels, no targets (not regression)");
        }
    }

    private static int[] iota(int n) {
        int[] numbers = new int[n];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
