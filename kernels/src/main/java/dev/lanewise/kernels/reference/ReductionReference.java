package dev.lanewise.kernels.reference;

/**
 * The definitions of the reductions. Element i goes to accumulator {@code i mod 64}, each accumulator starts at
 * +0 and takes its elements in ascending order; a fixed binary tree then adds accumulator j + 32 to j for all
 * j < 32, j + 16 to j for all j < 16, and so on. Accumulators without an element take part as +0.
 */
public final class ReductionReference {
    /** Virtual accumulators: a multiple of every lane count, with independent chains at each. */
    public static final int ACCUMULATORS = 64;

    private ReductionReference() {
    }

    /** Sum of n elements. */
    public static float sum(int n, float[] x, int xOffset) {
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            acc[i % ACCUMULATORS] += x[xOffset + i];
        }
        return tree(acc);
    }

    /** Sum, divided by n. */
    public static float mean(int n, float[] x, int xOffset) {
        return sum(n, x, xOffset) / n;
    }

    /** Sum of squared deviations from the mean, {@code d = x[i] - mean; acc = fma(d, d, acc)}, divided by n. */
    public static float variance(int n, float[] x, int xOffset) {
        return squaredDeviations(n, x, xOffset) / n;
    }

    /** As {@link #variance}, divided by n - 1. */
    public static float sampleVariance(int n, float[] x, int xOffset) {
        return squaredDeviations(n, x, xOffset) / (n - 1);
    }

    private static float squaredDeviations(int n, float[] x, int xOffset) {
        float mean = mean(n, x, xOffset);
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            float d = x[xOffset + i] - mean;
            acc[i % ACCUMULATORS] = Fma.fma(d, d, acc[i % ACCUMULATORS]);
        }
        return tree(acc);
    }

    /** Sum of magnitudes. */
    public static float l1Norm(int n, float[] x, int xOffset) {
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            acc[i % ACCUMULATORS] += Math.abs(x[xOffset + i]);
        }
        return tree(acc);
    }

    /** Square root of the dot product with itself. */
    public static float l2Norm(int n, float[] x, int xOffset) {
        return (float) Math.sqrt(dot(n, x, xOffset, x, xOffset));
    }

    /**
     * Adds the squares of elements {@code first} to {@code first + n} of a longer vector to its accumulators;
     * {@link #norm} of all its elements is then its {@link #l2Norm}.
     */
    public static void addSquares(long first, int n, float[] x, int xOffset, float[] acc) {
        for (int i = 0; i < n; i++) {
            int j = (int) ((first + i) % ACCUMULATORS);
            acc[j] = Fma.fma(x[xOffset + i], x[xOffset + i], acc[j]);
        }
    }

    /** Square root of the accumulators' tree, which keeps them. */
    public static float norm(float[] acc) {
        return (float) Math.sqrt(tree(acc.clone()));
    }

    /** Dot product: {@code acc = fma(x[i], y[i], acc)}. */
    public static float dot(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            acc[i % ACCUMULATORS] = Fma.fma(x[xOffset + i], y[yOffset + i], acc[i % ACCUMULATORS]);
        }
        return tree(acc);
    }

    /** Squared Euclidean distance: {@code d = x[i] - y[i]; acc = fma(d, d, acc)}. */
    public static float squaredDistance(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            float d = x[xOffset + i] - y[yOffset + i];
            acc[i % ACCUMULATORS] = Fma.fma(d, d, acc[i % ACCUMULATORS]);
        }
        return tree(acc);
    }

    /** The fixed tree over 64 accumulators; destroys them. */
    public static float tree(float[] acc) {
        for (int half = ACCUMULATORS / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                acc[j] += acc[j + half];
            }
        }
        return acc[0];
    }

    /** The largest element, NaN if there is one; a largest zero is +0 whatever its sign was. */
    public static float max(int n, float[] x, int xOffset) {
        float max = x[xOffset];
        for (int i = 1; i < n; i++) {
            max = Math.max(max, x[xOffset + i]);
        }
        return max + 0f;
    }

    /** The index of the first NaN, or else of the first element that none is greater than. */
    public static int argmax(int n, float[] x, int xOffset) {
        int best = 0;
        for (int i = 0; i < n; i++) {
            if (Float.isNaN(x[xOffset + i])) {
                return i;
            }
            if (x[xOffset + i] > x[xOffset + best]) {
                best = i;
            }
        }
        return best;
    }

    /** {@code out[i]} is the {@link #sum} of row i. */
    public static void rowSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        for (int i = 0; i < rows; i++) {
            out[outOffset + i] = sum(columns, x, xOffset + i * ldx);
        }
    }

    /** {@code out[i]} is the {@link #argmax} of row i. */
    public static void rowArgmax(int rows, int columns, float[] x, int xOffset, int ldx, int[] out,
            int outOffset) {
        for (int i = 0; i < rows; i++) {
            out[outOffset + i] = argmax(columns, x, xOffset + i * ldx);
        }
    }

    /** {@code out[j] = x[0,j] + x[1,j] + ...}, from +0, rows ascending. */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        for (int j = 0; j < columns; j++) {
            out[outOffset + j] = 0f;
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[outOffset + j] += x[xOffset + i * ldx + j];
            }
        }
    }
}
