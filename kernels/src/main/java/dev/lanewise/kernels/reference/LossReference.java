package dev.lanewise.kernels.reference;

/** The definitions of softmax and of the losses. */
public final class LossReference {
    private LossReference() {
    }

    /**
     * Row-wise {@code y[i,j] = e[j] / s} with {@code e[j] = exp(x[i,j] - max)} and s the sum of e by
     * {@link ReductionReference}'s order; y may be x. Returns nothing; see {@link #softmaxCrossEntropy}.
     */
    public static void softmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy) {
        for (int i = 0; i < rows; i++) {
            int row = yOffset + i * ldy;
            float sum = exponentials(columns, x, xOffset + i * ldx, y, row);
            divide(columns, y, row, sum);
        }
    }

    /**
     * Softmax as above into y, and {@code losses[i] = log(s) - (x[i,label] - max)}.
     */
    public static void softmaxCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            int[] labels,
            int labelsOffset, float[] y, int yOffset, int ldy, float[] losses, int lossesOffset) {
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            int row = yOffset + i * ldy;
            float logit = x[from + labels[labelsOffset + i]] - max(columns, x, from);
            float sum = exponentials(columns, x, from, y, row);
            divide(columns, y, row, sum);
            losses[lossesOffset + i] = MathReference.log(sum) - logit;
        }
    }

    /** {@code dx[i,j] = (y[i,j] - (j == label ? 1 : 0)) * scale}; dx may be y. */
    public static void softmaxCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            int[] labels, int labelsOffset, float scale, float[] dx, int dxOffset, int lddx) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float target = j == labels[labelsOffset + i] ? 1f : 0f;
                dx[dxOffset + i * lddx + j] = (y[yOffset + i * ldy + j] - target) * scale;
            }
        }
    }

    /** {@code dx[i] = (x[i] - t[i]) * scale}; dx may be x. */
    public static void squaredErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale,
            float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = (x[xOffset + i] - t[tOffset + i]) * scale;
        }
    }

    /** The largest element, -infinity if there is none; NaN elements are passed over. */
    static float max(int n, float[] x, int xOffset) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = x[xOffset + i] > max ? x[xOffset + i] : max;
        }
        return max;
    }

    private static float exponentials(int n, float[] x, int xOffset, float[] y, int yOffset) {
        float max = max(n, x, xOffset);
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = MathReference.exp(x[xOffset + i] - max);
        }
        return ReductionReference.sum(n, y, yOffset);
    }

    private static void divide(int n, float[] y, int yOffset, float sum) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] /= sum;
        }
    }
}
