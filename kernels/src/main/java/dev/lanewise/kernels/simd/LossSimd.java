package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@code LossReference} in vectors: lanes run along a row. */
public final class LossSimd {
    private LossSimd() {
    }

    /** Softmax of each row. */
    public static void softmax(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset,
            int ldy) {
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            softmaxRow(columns, x, from, max(columns, x, from), y, yOffset + i * ldy);
        }
    }

    /** Softmax and cross-entropy of each row. */
    public static void softmaxCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            int[] labels,
            int labelsOffset, float[] y, int yOffset, int ldy, float[] losses, int lossesOffset) {
        for (int i = 0; i < rows; i++) {
            int from = xOffset + i * ldx;
            float max = max(columns, x, from);
            float logit = x[from + labels[labelsOffset + i]] - max;
            float sum = softmaxRow(columns, x, from, max, y, yOffset + i * ldy);
            losses[lossesOffset + i] = MathReference.log(sum) - logit;
        }
    }

    /** {@code dx[i,j] = (y[i,j] - (j == label ? 1 : 0)) * scale}. */
    public static void softmaxCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            int[] labels, int labelsOffset, float scale, float[] dx, int dxOffset, int lddx) {
        for (int i = 0; i < rows; i++) {
            int label = labels[labelsOffset + i];
            int row = yOffset + i * ldy;
            float atLabel = (y[row + label] - 1f) * scale;
            scaleRow(columns, y, row, scale, dx, dxOffset + i * lddx);
            dx[dxOffset + i * lddx + label] = atLabel;
        }
    }

    private static void scaleRow(int n, float[] y, int yOffset, float scale, float[] dx, int dxOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.F, y, yOffset + j).mul(scale).intoArray(dx, dxOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector.fromArray(Lanes.F, y, yOffset + j, tail).mul(scale).intoArray(dx, dxOffset + j, tail);
        }
    }

    /** {@code dx[i] = (x[i] - t[i]) * scale}. */
    public static void squaredErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale,
            float[] dx, int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            vx.sub(FloatVector.fromArray(Lanes.F, t, tOffset + i)).mul(scale).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, tail);
            vx.sub(vt).mul(scale).intoArray(dx, dxOffset + i, tail);
        }
    }

    /** The largest element; NaN never compares greater, so it is passed over. */
    private static float max(int n, float[] x, int xOffset) {
        FloatVector max = FloatVector.broadcast(Lanes.F, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            max = max.blend(v, v.compare(VectorOperators.GT, max));
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            max = max.blend(v, v.compare(VectorOperators.GT, max).and(tail));
        }
        // Which zero wins may differ from the reference; x - max and exp(x - max) are the same for both.
        return max.reduceLanes(VectorOperators.MAX);
    }

    /** Writes {@code exp(x - max) / sum}; returns the sum. */
    private static float softmaxRow(int n, float[] x, int xOffset, float max, float[] y, int yOffset) {
        // One masked loop: with exp inlined twice, for body and tail, C2 runs out of nodes and boxes the second one.
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            LaneMath.exp(v.sub(max)).intoArray(y, yOffset + i, inside);
        }
        float sum = ReductionSimd.sum(n, y, yOffset);
        divideRow(n, y, yOffset, sum);
        return sum;
    }

    private static void divideRow(int n, float[] y, int yOffset, float sum) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.F, y, yOffset + i).div(sum).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, y, yOffset + i, tail).div(sum).intoArray(y, yOffset + i, tail);
        }
    }
}
