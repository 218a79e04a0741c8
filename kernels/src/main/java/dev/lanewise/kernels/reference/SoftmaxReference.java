package dev.lanewise.kernels.reference;

/** The definitions of softmax and log-softmax over rows, and of their gradients; an output may be an input. */
public final class SoftmaxReference {
    private SoftmaxReference() {
    }

    /**
     * Row-wise {@code y[i,j] = e[j] / s} with {@code e[j] = exp(x[i,j] - max)} and s the sum of e by
     * {@link ReductionReference}'s order.
     */
    public static void softmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy) {
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            row(columns, x, from, max(columns, x, from), y, yOffset + i * ldy);
        }
    }

    /** {@code dx[i,j] = y[i,j] * (dy[i,j] - d)} with d the dot product of the rows of y and dy. */
    public static void softmaxBackward(int rows, int columns, float[] y, int yOffset, int ldy, float[] dy,
            int dyOffset, int lddy, float[] dx, int dxOffset, int lddx) {
        for (int i = 0; i < rows; i++) {
            int yRow = yOffset + i * ldy;
            int dyRow = dyOffset + i * lddy;
            float dot = ReductionReference.dot(columns, y, yRow, dy, dyRow);
            for (int j = 0; j < columns; j++) {
                dx[dxOffset + i * lddx + j] = y[yRow + j] * (dy[dyRow + j] - dot);
            }
        }
    }

    /** Row-wise {@code y[i,j] = (x[i,j] - max) - log(s)} with s as above. */
    public static void logSoftmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y,
            int yOffset,
            int ldy) {
        float[] e = new float[columns];
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            float max = max(columns, x, from);
            float log = MathReference.log(exponentials(columns, x, from, max, e, 0));
            for (int j = 0; j < columns; j++) {
                y[yOffset + i * ldy + j] = (x[from + j] - max) - log;
            }
        }
    }

    /** {@code dx[i,j] = fma(-exp(y[i,j]), s, dy[i,j])} with s the sum of the row of dy. */
    public static void logSoftmaxBackward(int rows, int columns, float[] y, int yOffset, int ldy, float[] dy,
            int dyOffset, int lddy, float[] dx, int dxOffset, int lddx) {
        for (int i = 0; i < rows; i++) {
            int dyRow = dyOffset + i * lddy;
            float sum = ReductionReference.sum(columns, dy, dyRow);
            for (int j = 0; j < columns; j++) {
                float probability = MathReference.exp(y[yOffset + i * ldy + j]);
                dx[dxOffset + i * lddx + j] = Fma.fma(-probability, sum, dy[dyRow + j]);
            }
        }
    }

    /** Softmax of one row; returns s. */
    static float row(int n, float[] x, int xOffset, float max, float[] y, int yOffset) {
        float sum = exponentials(n, x, xOffset, max, y, yOffset);
        for (int j = 0; j < n; j++) {
            y[yOffset + j] /= sum;
        }
        return sum;
    }

    /** The largest element of a row; whatever a row without elements gives is not used. */
    static float max(int n, float[] x, int xOffset) {
        return n == 0 ? 0f : ReductionReference.max(n, x, xOffset);
    }

    private static float exponentials(int n, float[] x, int xOffset, float max, float[] e, int eOffset) {
        for (int j = 0; j < n; j++) {
            e[eOffset + j] = MathReference.exp(x[xOffset + j] - max);
        }
        return ReductionReference.sum(n, e, eOffset);
    }
}
