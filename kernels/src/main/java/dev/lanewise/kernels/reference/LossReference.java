package dev.lanewise.kernels.reference;

/** The definitions of the cross-entropy losses over rows of logits; s and max are those of {@link SoftmaxReference}. */
public final class LossReference {
    private LossReference() {
    }

    /**
     * Softmax into y, and {@code losses[i] = log(s) - z[label]} with {@code z[j] = x[i,j] - max}. With smoothing it is
     * {@code log(s) - fma(1 - smoothing, z[label], (smoothing / columns) * sum(z))}. y may be x.
     */
    public static void softmaxCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            int[] labels, int labelsOffset, float smoothing, float[] y, int yOffset, int ldy, float[] losses,
            int lossesOffset) {
        float[] z = new float[columns];
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            float max = SoftmaxReference.max(columns, x, from);
            for (int j = 0; j < columns; j++) {
                z[j] = x[from + j] - max;
            }
            float expected = z[labels[labelsOffset + i]];
            if (smoothing != 0f) {
                float share = smoothing / columns;
                expected = Fma.fma(1f - smoothing, expected, share * ReductionReference.sum(columns, z, 0));
            }
            float sum = SoftmaxReference.row(columns, x, from, max, y, yOffset + i * ldy);
            losses[lossesOffset + i] = MathReference.log(sum) - expected;
        }
    }

    /**
     * {@code dx[i,j] = (y[i,j] - t) * scale} with {@code off = smoothing / columns}, t = {@code (1 - smoothing) + off}
     * at the label and off elsewhere; dx may be y.
     */
    public static void softmaxCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            int[] labels, int labelsOffset, float smoothing, float scale, float[] dx, int dxOffset,
            int lddx) {
        float off = smoothing / columns;
        float on = 1f - smoothing + off;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float target = j == labels[labelsOffset + i] ? on : off;
                dx[dxOffset + i * lddx + j] = (y[yOffset + i * ldy + j] - target) * scale;
            }
        }
    }

    /**
     * Softmax into y, and {@code losses[i] = fma(sum(t), log(s), -a)}, a being the sum of {@code t[i,j] z[j]}:
     * {@code acc = fma(t, t == 0 ? 0 : z, acc)} in the order of sums. y may be x.
     */
    public static void softTargetCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            float[] t, int tOffset, int ldt, float[] y, int yOffset, int ldy, float[] losses,
            int lossesOffset) {
        float[] z = new float[columns];
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            int tRow = tOffset + i * ldt;
            float max = SoftmaxReference.max(columns, x, from);
            for (int j = 0; j < columns; j++) {
                z[j] = t[tRow + j] == 0f ? 0f : x[from + j] - max;
            }
            float expected = ReductionReference.dot(columns, t, tRow, z, 0);
            float mass = ReductionReference.sum(columns, t, tRow);
            float sum = SoftmaxReference.row(columns, x, from, max, y, yOffset + i * ldy);
            losses[lossesOffset + i] = Fma.fma(mass, MathReference.log(sum), -expected);
        }
    }

    /** {@code dx[i,j] = fma(sum(t), y[i,j], -t[i,j]) * scale}; dx may be y or t. */
    public static void softTargetCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            float[] t, int tOffset, int ldt, float scale, float[] dx, int dxOffset, int lddx) {
        for (int i = 0; i < rows; i++) {
            int tRow = tOffset + i * ldt;
            float mass = ReductionReference.sum(columns, t, tRow);
            for (int j = 0; j < columns; j++) {
                dx[dxOffset + i * lddx + j] = Fma.fma(mass, y[yOffset + i * ldy + j], -t[tRow + j]) * scale;
            }
        }
    }
}
