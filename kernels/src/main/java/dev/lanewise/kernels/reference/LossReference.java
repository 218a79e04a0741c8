package dev.lanewise.kernels.reference;

import java.util.Arrays;

/**
 * The definitions of the cross-entropy losses over rows of logits; s and max are those of {@link SoftmaxReference}. Where
 * the expectation of {@code z[j] = x[i,j] - max} overflows, though its terms are to be multiplied by targets far below 1,
 * it is that of {@code 2^-64 z[j]}, times 2^64.
 */
public final class LossReference {
    private static final float DOWN = 0x1p-64f;
    private static final float UP = 0x1p64f;

    private LossReference() {
    }

    /**
     * Softmax into y, and {@code losses[i] = log(s) - z[label]} with {@code z[j] = x[i,j] - max}. With smoothing it is
     * {@code log(s) - fma(1 - smoothing, z[label], (smoothing / columns) * sum(z))}; if that fma is not finite, it is
     * {@link #smoothed}. y may be x.
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
                if (!Float.isFinite(expected)) {
                    expected = smoothed(columns, x, from, max, labels[labelsOffset + i], smoothing,
                            new float[ReductionReference.ACCUMULATORS]);
                }
            }
            float sum = SoftmaxReference.row(columns, x, from, max, y, yOffset + i * ldy);
            losses[lossesOffset + i] = MathReference.log(sum) - expected;
        }
    }

    /**
     * {@code 2^64 fma(1 - smoothing, z[label], share * sum(z))} with {@code z[j] = 2^-64 x[j] - 2^-64 max} and {@code share =
     * smoothing / n}; a target of 0 takes its z as 0. The sum is the tree of acc, in the order of sums.
     */
    public static float smoothed(int n, float[] x, int xOffset, float max, int label, float smoothing,
            float[] acc) {
        Arrays.fill(acc, 0f);
        for (int j = 0; j < n; j++) {
            acc[j % acc.length] += x[xOffset + j] * DOWN - max * DOWN;
        }
        float own = smoothing == 1f ? 0f : x[xOffset + label] * DOWN - max * DOWN;
        float share = smoothing / n;
        float all = share == 0f ? 0f : share * ReductionReference.tree(acc);
        return UP * Fma.fma(1f - smoothing, own, all);
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
     * {@code acc = fma(t, t == 0 ? 0 : z, acc)} in the order of sums; if a is not finite, it is {@link #expected}. y may
     * be x.
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
            if (!Float.isFinite(expected)) {
                expected = expected(columns, x, from, max, t, tRow,
                        new float[ReductionReference.ACCUMULATORS]);
            }
            float mass = ReductionReference.sum(columns, t, tRow);
            float sum = SoftmaxReference.row(columns, x, from, max, y, yOffset + i * ldy);
            losses[lossesOffset + i] = Fma.fma(mass, MathReference.log(sum), -expected);
        }
    }

    /**
     * 2^64 times the sum of {@code t[j] z[j]} with {@code z[j] = 2^-64 x[j] - 2^-64 max}, and 0 where t[j] is 0: {@code acc =
     * fma(t, z, acc)} in the order of sums, then the tree of acc.
     */
    public static float expected(int n, float[] x, int xOffset, float max, float[] t, int tOffset,
            float[] acc) {
        Arrays.fill(acc, 0f);
        for (int j = 0; j < n; j++) {
            float target = t[tOffset + j];
            float z = target == 0f ? 0f : x[xOffset + j] * DOWN - max * DOWN;
            acc[j % acc.length] = Fma.fma(target, z, acc[j % acc.length]);
        }
        return UP * ReductionReference.tree(acc);
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
