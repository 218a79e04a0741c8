package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.SoftmaxReference;
import dev.lanewise.kernels.simd.CrossEntropySimd;
import dev.lanewise.kernels.simd.LogSoftmaxSimd;
import dev.lanewise.kernels.simd.SoftmaxSimd;

/**
 * Softmax, and the cross-entropy losses over rows of logits; {@link ElementLosses} has those without rows. Matrices are
 * rows x columns with rows {@code ld...} apart; one row is one sample. In the formulas {@code max} is the row's
 * largest logit and {@code sum} the sum of {@code exp(x[i,j] - max)} by the order of {@link Reductions}, so nothing
 * overflows but the difference of logits that are further apart than the largest float, which is -infinity: a probability
 * of 0, as it should be. Losses of finite logits are finite wherever the true one is a float. A row with NaN or +infinity, or of -infinity only, gives NaN; -infinity beside numbers is a probability
 * of 0. A loss is that of its row, in nats, and a backward method gives {@code scale} times the gradient of the sum of
 * losses: {@code scale = 1 / rows} is that of their mean.
 *
 * <p>All methods throw NullPointerException for null and IllegalArgumentException for illegal sizes, labels, ranges
 * and overlaps, before anything is written.
 */
public final class Losses {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Losses() {
    }

    /** Softmax of each row: {@code y[i,j] = exp(x[i,j] - max) / sum}. y may be exactly x. */
    public static void softmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy) {
        checkPair(rows, columns, "x", x, xOffset, "ldx", ldx, "y", y, yOffset, "ldy", ldy);
        if (SIMD) {
            SoftmaxSimd.softmax(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
        } else {
            SoftmaxReference.softmax(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
        }
    }

    /**
     * Gradient of softmax from its output: {@code dx[i,j] = y[i,j] * (dy[i,j] - d[i])} with d[i] the dot product of row
     * i of y and of dy. dx may be exactly y or dy.
     */
    public static void softmaxBackward(int rows, int columns, float[] y, int yOffset, int ldy, float[] dy,
            int dyOffset, int lddy, float[] dx, int dxOffset, int lddx) {
        checkTriple(rows, columns, y, yOffset, ldy, "dy", dy, dyOffset, "lddy", lddy, dx, dxOffset, lddx);
        if (SIMD) {
            SoftmaxSimd.softmaxBackward(rows, columns, y, yOffset, ldy, dy, dyOffset, lddy, dx, dxOffset,
                    lddx);
        } else {
            SoftmaxReference.softmaxBackward(rows, columns, y, yOffset, ldy, dy, dyOffset, lddy, dx, dxOffset,
                    lddx);
        }
    }

    /**
     * Logarithm of softmax: {@code y[i,j] = (x[i,j] - max) - log(sum)}; -infinity where that is below the floats. y may be
     * exactly x.
     */
    public static void logSoftmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y,
            int yOffset, int ldy) {
        checkPair(rows, columns, "x", x, xOffset, "ldx", ldx, "y", y, yOffset, "ldy", ldy);
        if (SIMD) {
            LogSoftmaxSimd.logSoftmax(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
        } else {
            SoftmaxReference.logSoftmax(rows, columns, x, xOffset, ldx, y, yOffset, ldy);
        }
    }

    /**
     * Gradient of log-softmax from its output: {@code dx[i,j] = fma(-exp(y[i,j]), s[i], dy[i,j])} with s[i] the sum of
     * row i of dy. dx may be exactly y or dy.
     */
    public static void logSoftmaxBackward(int rows, int columns, float[] y, int yOffset, int ldy, float[] dy,
            int dyOffset, int lddy, float[] dx, int dxOffset, int lddx) {
        checkTriple(rows, columns, y, yOffset, ldy, "dy", dy, dyOffset, "lddy", lddy, dx, dxOffset, lddx);
        if (SIMD) {
            LogSoftmaxSimd.logSoftmaxBackward(rows, columns, y, yOffset, ldy, dy, dyOffset, lddy, dx,
                    dxOffset, lddx);
        } else {
            SoftmaxReference.logSoftmaxBackward(rows, columns, y, yOffset, ldy, dy, dyOffset, lddy, dx,
                    dxOffset, lddx);
        }
    }

    /**
     * Softmax of each row of logits x into y, and the cross-entropy of the row against its label with label smoothing:
     * {@code losses[i] = log(sum) - e} with {@code z[j] = x[i,j] - max}, {@code e = z[label[i]]} without smoothing and
     * else {@code e = fma(1 - smoothing, z[label[i]], (smoothing / columns) * sum_j z[j])}. y may be exactly x. If that e is
     * not finite, it is {@code 2^64} times the same of {@code z[j] = 2^-64 x[i,j] - 2^-64 max}, without the terms whose
     * target is 0: huge logits overflow only where their loss does. A logit of -infinity gives an infinite loss where its
     * target is not 0.
     *
     * @param labels class of each row, 0 to columns - 1
     * @param smoothing share of the target that is spread evenly over all classes, 0 to 1; 0 is no smoothing
     */
    public static void softmaxCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            int[] labels, int labelsOffset, float smoothing, float[] y, int yOffset, int ldy, float[] losses,
            int lossesOffset) {
        checkPair(rows, columns, "x", x, xOffset, "ldx", ldx, "y", y, yOffset, "ldy", ldy);
        checkLabels(rows, columns, labels, labelsOffset);
        checkSmoothing(smoothing);
        checkLosses(rows, columns, x, xOffset, ldx, y, yOffset, ldy, losses, lossesOffset);
        if (SIMD) {
            CrossEntropySimd.softmaxCrossEntropy(rows, columns, x, xOffset, ldx, labels, labelsOffset,
                    smoothing, y, yOffset, ldy, losses, lossesOffset);
        } else {
            LossReference.softmaxCrossEntropy(rows, columns, x, xOffset, ldx, labels, labelsOffset, smoothing,
                    y, yOffset, ldy, losses, lossesOffset);
        }
    }

    /**
     * Gradient of the cross-entropy by the logits, from the softmax y: {@code dx[i,j] = (y[i,j] - t) * scale} with
     * {@code off = smoothing / columns}, {@code t = (1 - smoothing) + off} at the label and {@code t = off} elsewhere.
     * dx may be exactly y.
     *
     * @param smoothing as in the forward pass
     */
    public static void softmaxCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            int[] labels, int labelsOffset, float smoothing, float scale, float[] dx, int dxOffset,
            int lddx) {
        checkPair(rows, columns, "y", y, yOffset, "ldy", ldy, "dx", dx, dxOffset, "lddx", lddx);
        checkLabels(rows, columns, labels, labelsOffset);
        checkSmoothing(smoothing);
        if (SIMD) {
            CrossEntropySimd.softmaxCrossEntropyBackward(rows, columns, y, yOffset, ldy, labels, labelsOffset,
                    smoothing, scale, dx, dxOffset, lddx);
        } else {
            LossReference.softmaxCrossEntropyBackward(rows, columns, y, yOffset, ldy, labels, labelsOffset,
                    smoothing, scale, dx, dxOffset, lddx);
        }
    }

    /**
     * Softmax of each row of logits x into y, and the cross-entropy of the row against targets t, usually a
     * distribution: {@code losses[i] = sum_j t[i,j] (log(sum) - z[j])}, {@code z[j] = x[i,j] - max}, computed as
     * {@code fma(sum_j t[i,j], log(sum), -e)} with {@code e = sum_j t[i,j] z[j]} by {@code acc = fma(t, z, acc)}. A class
     * with target 0 adds nothing to e, even if its logit is -infinity. If e is not finite, it is {@code 2^64} times the
     * same of {@code z[j] = 2^-64 x[i,j] - 2^-64 max}. y may be exactly x.
     */
    public static void softTargetCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            float[] t, int tOffset, int ldt, float[] y, int yOffset, int ldy, float[] losses,
            int lossesOffset) {
        checkPair(rows, columns, "x", x, xOffset, "ldx", ldx, "y", y, yOffset, "ldy", ldy);
        Check.leading("ldt", ldt, "columns", columns);
        long tSpan = Check.span(rows, columns, ldt);
        Check.span("t", t, tOffset, tSpan);
        Check.disjoint("y", y, yOffset, Check.span(rows, columns, ldy), "t", t, tOffset, tSpan);
        checkLosses(rows, columns, x, xOffset, ldx, y, yOffset, ldy, losses, lossesOffset);
        Check.disjoint("losses", losses, lossesOffset, rows, "t", t, tOffset, tSpan);
        if (SIMD) {
            CrossEntropySimd.softTargetCrossEntropy(rows, columns, x, xOffset, ldx, t, tOffset, ldt, y,
                    yOffset, ldy, losses, lossesOffset);
        } else {
            LossReference.softTargetCrossEntropy(rows, columns, x, xOffset, ldx, t, tOffset, ldt, y, yOffset,
                    ldy, losses, lossesOffset);
        }
    }

    /**
     * Gradient of {@link #softTargetCrossEntropy} by the logits, from the softmax y:
     * {@code dx[i,j] = fma(sum_j t[i,j], y[i,j], -t[i,j]) * scale}. dx may be exactly y or t.
     */
    public static void softTargetCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            float[] t, int tOffset, int ldt, float scale, float[] dx, int dxOffset, int lddx) {
        checkTriple(rows, columns, y, yOffset, ldy, "t", t, tOffset, "ldt", ldt, dx, dxOffset, lddx);
        if (SIMD) {
            CrossEntropySimd.softTargetCrossEntropyBackward(rows, columns, y, yOffset, ldy, t, tOffset, ldt,
                    scale, dx, dxOffset, lddx);
        } else {
            LossReference.softTargetCrossEntropyBackward(rows, columns, y, yOffset, ldy, t, tOffset, ldt,
                    scale, dx, dxOffset, lddx);
        }
    }

    private static void checkPair(int rows, int columns, String in, float[] x, int xOffset, String ldIn,
            int ldx, String out, float[] y, int yOffset, String ldOut, int ldy) {
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

    /** A backward pass from y and a second input to dx. */
    private static void checkTriple(int rows, int columns, float[] y, int yOffset, int ldy, String in,
            float[] t, int tOffset, String ldIn, int ldt, float[] dx, int dxOffset, int lddx) {
        checkPair(rows, columns, "y", y, yOffset, "ldy", ldy, "dx", dx, dxOffset, "lddx", lddx);
        checkPair(rows, columns, in, t, tOffset, ldIn, ldt, "dx", dx, dxOffset, "lddx", lddx);
    }

    private static void checkSmoothing(float smoothing) {
        if (!(smoothing >= 0f && smoothing <= 1f)) {
            throw new IllegalArgumentException("smoothing: " + smoothing + " (expected 0 to 1)");
        }
    }

    private static void checkLosses(int rows, int columns, float[] x, int xOffset, int ldx, float[] y,
            int yOffset, int ldy, float[] losses, int lossesOffset) {
        Check.span("losses", losses, lossesOffset, rows);
        Check.disjoint("losses", losses, lossesOffset, rows, "x", x, xOffset, Check.span(rows, columns, ldx));
        Check.disjoint("losses", losses, lossesOffset, rows, "y", y, yOffset, Check.span(rows, columns, ldy));
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
