package dev.lanewise.nn.data;

/** How much the samples of each class count in a loss. */
public final class ClassWeights {
    private ClassWeights() {
    }

    /**
     * Weights by which all classes count alike, however many rows each has: {@code n / (K n_k)} for the n_k of n rows that
     * belong to class k of K. Their mean over the rows is 1.
     *
     * @throws IllegalArgumentException if a class has no rows
     * @throws IllegalStateException for regression
     */
    public static float[] balanced(Dataset data) {
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
        return weights;
    }

    /**
     * Checks weights of that many classes.
     *
     * @throws IllegalArgumentException if there is not one for each, one is negative or not finite, or all are 0
     */
    public static void check(float[] weights, int classes) {
        if (weights.length != classes) {
            throw new IllegalArgumentException(
                    "class weights: " + weights.length + " (expected one for each of " + classes
                            + " classes)");
        }
        boolean any = false;
        for (int k = 0; k < classes; k++) {
            if (!(weights[k] >= 0 && weights[k] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "class weights: " + weights[k] + " for class " + k
                                + " (expected a finite number >= 0)");
            }
            any |= weights[k] > 0;
        }
        if (!any) {
            throw new IllegalArgumentException("class weights: all 0 (expected one above 0 at least)");
        }
    }
}
