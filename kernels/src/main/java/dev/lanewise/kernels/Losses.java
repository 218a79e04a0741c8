package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.simd.LossSimd;

/**
 * Softmax and losses, forward and backward. Matrices are rows x columns with rows {@code ld...} apart; one row
 * is one sample. All methods throw NullPointerException for null and IllegalArgumentException for illegal
 * sizes, labels, ranges and overlaps, before anything is written.
 */
public final class Losses {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Losses() {
    }

    /**
     * Softmax of each row: {@code y[i,j] = exp(x[i,j] - max_j x[i,j]) / sum}, the sum by the order of
     * {@link Reductions}. y may be exactly x. A row with NaN or +infinity, or of -infinity only, gives NaN.
     */
    public static void softmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy) {
        checkPair(rows, columns, "x", x, xOffset, "ldx", ldx, "y", y, yOffset, "ldy", ldy);
        if (SIMD) {
            LossSimd.softmax(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
        } else {
            LossReference.softmax(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
        }
    }

    /**
     * Softmax of each row of logits x into y, and the cross-entropy of the row against its label:
     * {@code losses[i] = log(sum_j exp(x[i,j] - max)) - (x[i,label[i]] - max)}, in nats. y may be exactly x.
     */
    public static void softmaxCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            int[] labels,
            int labelsOffset, float[] y, int yOffset, int ldy, float[] losses, int lossesOffset) {
        checkPair(rows, columns, "x", x, xOffset, "ldx", ldx, "y", y, yOffset, "ldy", ldy);
        checkLabels(rows, columns, labels, labelsOffset);
        Check.span("losses", losses, lossesOffset, rows);
        Check.disjoint("losses", losses, lossesOffset, rows, "x", x, xOffset, Check.span(rows, columns, ldx));
        Check.disjoint("losses", losses, lossesOffset, rows, "y", y, yOffset, Check.span(rows, columns, ldy));
        if (SIMD) {
            LossSimd.softmaxCrossEntropy(rows, columns, x, xOffset, ldx, labels, labelsOffset, y, yOffset,
                    ldy,
                    losses, lossesOffset);
        } else {
            LossReference.softmaxCrossEntropy(rows, columns, x, xOffset, ldx, labels, labelsOffset, y,
                    yOffset,
                    ldy, losses, lossesOffset);
        }
    }

    /**
     * Gradient of the cross-entropy by the logits, from the softmax y: {@code dx[i,j] = (y[i,j] - (j ==
     * label[i] ? 1 : 0)) * scale}; {@code scale = 1 / rows} gives the gradient of the mean. dx may be exactly y.
     */
    public static void softmaxCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            int[] labels, int labelsOffset, float scale, float[] dx, int dxOffset, int lddx) {
        checkPair(rows, columns, "y", y, yOffset, "ldy", ldy, "dx", dx, dxOffset, "lddx", lddx);
        checkLabels(rows, columns, labels, labelsOffset);
        if (SIMD) {
            LossSimd.softmaxCrossEntropyBackward(rows, columns, y, yOffset, ldy, labels, labelsOffset, scale,
                    dx,
                    dxOffset, lddx);
        } else {
            LossReference.softmaxCrossEntropyBackward(rows, columns, y, yOffset, ldy, labels, labelsOffset,
                    scale,
                    dx, dxOffset, lddx);
        }
    }

    /**
     * Gradient of the squared error: {@code dx[i] = (x[i] - t[i]) * scale}; {@code scale = 2 / n} gives the
     * gradient of the mean squared error. dx may be exactly x. Its forward pass is
     * {@link Reductions#squaredDistance}.
     */
    public static void squaredErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale,
            float[] dx, int dxOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        Check.span("t", t, tOffset, n);
        Check.span("dx", dx, dxOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "x", x, xOffset, n);
        Check.sameOrDisjoint("dx", dx, dxOffset, n, "t", t, tOffset, n);
        if (SIMD) {
            LossSimd.squaredErrorBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        } else {
            LossReference.squaredErrorBackward(n, x, xOffset, t, tOffset, scale, dx, dxOffset);
        }
    }

    private static void checkPair(int rows, int columns, String in, float[] x, int xOffset, String ldIn,
            int ldx,
            String out, float[] y, int yOffset, String ldOut, int ldy) {
        Check.size("rows", rows);
        Check.size("columns", columns);
        Check.leading(ldIn, ldx, "columns", columns);
        Check.leading(ldOut, ldy, "columns", columns);
        long xSpan = Check.span(rows, columns, ldx);
        long ySpan = Check.span(rows, columns, ldy);
        Check.span(in, x, xOffset, xSpan);
        Check.span(out, y, yOffset, ySpan);
        Check.sameOrDisjoint(out, y, yOffset, ySpan, in, x, xOffset, xSpan);
    }

    private static void checkLabels(int rows, int columns, int[] labels, int labelsOffset) {
        Check.span("labels", labels, labelsOffset, rows);
        for (int i = 0; i < rows; i++) {
            int label = labels[labelsOffset + i];
            if (label < 0 || label >= columns) {
                throw new IllegalArgumentException(
                        "labels[" + i + "]: " + label + " (expected 0 to columns - 1 = " + (columns - 1)
                                + ")");
            }
        }
    }
}
