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

    /** Dot product: {@code acc = fma(x[i], y[i], acc)}. */
    public static float dot(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            acc[i % ACCUMULATORS] = Math.fma(x[xOffset + i], y[yOffset + i], acc[i % ACCUMULATORS]);
        }
        return tree(acc);
    }

    /** Squared Euclidean distance: {@code d = x[i] - y[i]; acc = fma(d, d, acc)}. */
    public static float squaredDistance(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float[] acc = new float[ACCUMULATORS];
        for (int i = 0; i < n; i++) {
            float d = x[xOffset + i] - y[yOffset + i];
            acc[i % ACCUMULATORS] = Math.fma(d, d, acc[i % ACCUMULATORS]);
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
