package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.util.Arrays;

/**
 * How much the samples of each class count in a loss. Sample i with weight w_i, the product of its class's and its own,
 * counts so:
 * <ul>
 * <li>a step follows the gradient of {@code sum(w_i loss_i) / n} over the n samples of its batch (as Keras has it, not divided
 * by the sum of the weights), so that a weight means the same in batches of every size;
 * <li>losses that are reported, of an epoch or an evaluation, are {@code sum(w_i loss_i) / sum(w_i)} over all samples.
 * </ul>
 * Immutable.
 */
public final class ClassWeights {
    /** All classes count 1. */
    public static final ClassWeights NONE = new ClassWeights();

    private final float[] weights;

    private ClassWeights(float... weights) {
        this.weights = weights;
    }

    /**
     * One weight for each class.
     *
     * @throws IllegalArgumentException if there is none, one is negative or not finite, or all are 0
     */
    public static ClassWeights of(float... weights) {
        boolean any = false;
        for (int k = 0; k < weights.length; k++) {
            if (!(weights[k] >= 0 && weights[k] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("class weights: " + weights[k] + " for class " + k
                        + " (expected a finite number >= 0)");
            }
            any |= weights[k] > 0;
        }
        if (!any) {
            throw new IllegalArgumentException("class weights: " + Arrays.toString(weights)
                    + " (expected one for each class, and one above 0 at least)");
        }
        return new ClassWeights(weights.clone());
    }

    /**
     * Weights by which all classes count alike, however many rows each has: {@code n / (K n_k)} for the n_k of n rows that
     * belong to class k of K. Their mean over the rows is 1.
     *
     * @throws IllegalArgumentException if a class has no rows
     * @throws IllegalStateException for regression
     */
    public static ClassWeights balanced(Dataset data) {
        int[] counts = Splits.classCounts(data);
        float[] weights = new float[counts.length];
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] == 0) {
                throw new IllegalArgumentException(
                        "class weights: no rows of class " + data.classNames().get(k)
                                + " in " + data.name() + " (expected >= 1 of each to balance)");
            }
            weights[k] = (float) ((double) data.size() / ((double) counts.length * counts[k]));
        }
        return of(weights);
    }

    /**
     * Reads {@code balanced}, or numbers such as {@code 1,2.5,1} in the order of the classes.
     *
     * @param data the training data, for balanced weights
     * @throws IllegalArgumentException as {@link #of} and {@link #balanced}, and if the text is neither
     */
    public static ClassWeights parse(String text, Dataset data) {
        if (text.equals("balanced")) {
            return balanced(data);
        }
        String[] cells = text.split(",", -1);
        float[] weights = new float[cells.length];
        for (int k = 0; k < cells.length; k++) {
            if (!CsvNumber.isNumber(cells[k], '.')) {
                throw new IllegalArgumentException("class weights: \"" + Excerpt.of(text)
                        + "\" (expected balanced, or numbers such as 1,2.5,1 in the order of the classes)");
            }
            weights[k] = Float.parseFloat(cells[k]);
        }
        return of(weights);
    }

    /** Whether all classes count 1. */
    public boolean isNone() {
        return weights.length == 0;
    }

    /** How many classes have weights; 0 if {@link #isNone}. */
    public int classes() {
        return weights.length;
    }

    /** How much a class, from 0, counts. */
    public float weight(int label) {
        return isNone() ? 1f : weights[label];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassWeights that && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    /** Such as {@code [1.0, 2.5]}, or {@code none}. */
    @Override
    public String toString() {
        return isNone() ? "none" : Arrays.toString(weights);
    }
}
