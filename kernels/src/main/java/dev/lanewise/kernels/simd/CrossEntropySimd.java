package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.EQ;

import dev.lanewise.kernels.reference.Fma;
import dev.lanewise.kernels.reference.LossReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** The cross-entropies of {@code LossReference} in vectors: lanes run along a row, rows as in {@link SoftmaxSimd}. */
public final class CrossEntropySimd {
    private CrossEntropySimd() {
    }

    /** Softmax and cross-entropy of each row against its label. */
    public static void softmaxCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            int[] labels, int labelsOffset, float smoothing, float[] y, int yOffset, int ldy, float[] losses,
            int lossesOffset) {
        Scratch scratch = Scratch.get();
        int step = SoftmaxSimd.rowsAtOnce(columns);
        for (int i = 0; i < rows; i += step) {
            int count = Math.min(step, rows - i);
            int from = xOffset + i * ldx;
            MaximumSimd.rowMaxima(count, columns, x, from, ldx, scratch.maxima);
            for (int r = 0; r < count; r++) {
                float max = scratch.maxima[r];
                int label = labels[labelsOffset + i + r];
                scratch.expected[r] = smoothing == 0f
                        ? x[from + r * ldx + label] - max
                        : smoothed(columns, x, from + r * ldx, max, label, smoothing, scratch);
            }
            SoftmaxSimd.softmaxRows(count, columns, x, from, ldx, y, yOffset + i * ldy, ldy, scratch);
            ElementMathSimd.log(count, scratch.sums, 0, scratch.sums, 0);
            for (int r = 0; r < count; r++) {
                losses[lossesOffset + i + r] = scratch.sums[r] - scratch.expected[r];
            }
        }
    }

    private static float smoothed(int n, float[] x, int xOffset, float max, int label, float smoothing,
            Scratch scratch) {
        float all = smoothing / n * shiftedSum(n, x, xOffset, max, scratch);
        float expected = Fma.fma(1f - smoothing, x[xOffset + label] - max, all);
        return Float.isFinite(expected)
                ? expected
                : LossReference.smoothed(n, x, xOffset, max, label, smoothing, scratch.accumulators);
    }

    /** Sum of {@code x[j] - max}. */
    private static float shiftedSum(int n, float[] x, int xOffset, float max, Scratch scratch) {
        Tree.clear(scratch.accumulators);
        for (int j = 0; j < n; j += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - j);
            shift(count, x, xOffset + j, max, scratch.strip);
            ReductionSimd.add(count, scratch.strip, 0, scratch.accumulators);
        }
        return Tree.sum(scratch.accumulators);
    }

    private static void shift(int n, float[] x, int xOffset, float max, float[] z) {
        for (int j = 0; j < n; j += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(j, n);
            FloatVector.fromArray(Lanes.F, x, xOffset + j, inside).sub(max).intoArray(z, j, inside);
        }
    }

    /** {@code dx[i,j] = (y[i,j] - t) * scale}. */
    public static void softmaxCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            int[] labels, int labelsOffset, float smoothing, float scale, float[] dx, int dxOffset,
            int lddx) {
        float off = smoothing / columns;
        float on = 1f - smoothing + off;
        for (int i = 0; i < rows; i++) {
            int label = labels[labelsOffset + i];
            int row = yOffset + i * ldy;
            float atLabel = (y[row + label] - on) * scale;
            gradient(columns, y, row, off, scale, dx, dxOffset + i * lddx);
            dx[dxOffset + i * lddx + label] = atLabel;
        }
    }

    private static void gradient(int n, float[] y, int yOffset, float off, float scale, float[] dx,
            int dxOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.F, y, yOffset + j).sub(off).mul(scale).intoArray(dx, dxOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector.fromArray(Lanes.F, y, yOffset + j, tail)
                    .sub(off)
                    .mul(scale)
                    .intoArray(dx, dxOffset + j, tail);
        }
    }

    /** Softmax and cross-entropy of each row against its targets. */
    public static void softTargetCrossEntropy(int rows, int columns, float[] x, int xOffset, int ldx,
            float[] t, int tOffset, int ldt, float[] y, int yOffset, int ldy, float[] losses,
            int lossesOffset) {
        Scratch scratch = Scratch.get();
        int step = SoftmaxSimd.rowsAtOnce(columns);
        for (int i = 0; i < rows; i += step) {
            int count = Math.min(step, rows - i);
            int from = xOffset + i * ldx;
            MaximumSimd.rowMaxima(count, columns, x, from, ldx, scratch.maxima);
            for (int r = 0; r < count; r++) {
                scratch.expected[r] = expected(columns, x, from + r * ldx, scratch.maxima[r], t,
                        tOffset + (i + r) * ldt, scratch);
            }
            SoftmaxSimd.softmaxRows(count, columns, x, from, ldx, y, yOffset + i * ldy, ldy, scratch);
            ElementMathSimd.log(count, scratch.sums, 0, scratch.sums, 0);
            for (int r = 0; r < count; r++) {
                float mass = ReductionSimd.sum(columns, t, tOffset + (i + r) * ldt, scratch.accumulators);
                losses[lossesOffset + i + r] = Fma.fma(mass, scratch.sums[r], -scratch.expected[r]);
            }
        }
    }

    /** Sum of {@code t[j] (x[j] - max)}. */
    private static float expected(int n, float[] x, int xOffset, float max, float[] t, int tOffset,
            Scratch scratch) {
        Tree.clear(scratch.accumulators);
        for (int j = 0; j < n; j += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - j);
            shiftTargets(count, x, xOffset + j, max, t, tOffset + j, scratch.strip);
            ReductionSimd.addProducts(count, t, tOffset + j, scratch.strip, 0, scratch.accumulators);
        }
        float expected = Tree.sum(scratch.accumulators);
        return Float.isFinite(expected)
                ? expected
                : LossReference.expected(n, x, xOffset, max, t, tOffset, scratch.accumulators);
    }

    /** {@code z[j] = t[j] == 0 ? 0 : x[j] - max}. */
    private static void shiftTargets(int n, float[] x, int xOffset, float max, float[] t, int tOffset,
            float[] z) {
        for (int j = 0; j < n; j += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(j, n);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + j, inside);
            FloatVector.fromArray(Lanes.F, x, xOffset + j, inside)
                    .sub(max)
                    .blend(0f, vt.compare(EQ, 0f))
                    .intoArray(z, j, inside);
        }
    }

    /** {@code dx[i,j] = fma(sum(t), y[i,j], -t[i,j]) * scale}. */
    public static void softTargetCrossEntropyBackward(int rows, int columns, float[] y, int yOffset, int ldy,
            float[] t, int tOffset, int ldt, float scale, float[] dx, int dxOffset, int lddx) {
        float[] acc = Scratch.get().accumulators;
        for (int i = 0; i < rows; i++) {
            int tRow = tOffset + i * ldt;
            float mass = ReductionSimd.sum(columns, t, tRow, acc);
            targetGradient(columns, y, yOffset + i * ldy, mass, t, tRow, scale, dx, dxOffset + i * lddx);
        }
    }

    private static void targetGradient(int n, float[] y, int yOffset, float mass, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        FloatVector vMass = FloatVector.broadcast(Lanes.F, mass);
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + j);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + j);
            vMass.fma(vy, vt.neg()).mul(scale).intoArray(dx, dxOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + j, tail);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + j, tail);
            vMass.fma(vy, vt.neg()).mul(scale).intoArray(dx, dxOffset + j, tail);
        }
    }
}
