package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.ULT;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.reference.DropoutReference;
import dev.lanewise.kernels.reference.PhiloxReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code DropoutReference} in vectors, a group of 256 random words at a time: the strip of words, and of activations, stays in
 * the first-level cache, so memory is passed over once.
 */
public final class DropoutSimd {
    private static final int GROUP = PhiloxReference.GROUP;

    private DropoutSimd() {
    }

    /** {@code y[i] = dropped(first + i) ? +0 : activation(x[i]) * factor}. */
    public static void forward(Activation activation, float alpha, float rate, boolean inverted, long key,
            long stream, long first, int n, float[] x, int xOffset, float[] y, int yOffset) {
        int threshold = (int) PhiloxReference.threshold(rate);
        float factor = DropoutReference.factor(rate, inverted);
        for (int done = 0, count; done < n; done += count) {
            count = Math.min(GROUP - (int) ((first + done) % GROUP), n - done);
            if (activation == Activation.IDENTITY) {
                keep(key, stream, first + done, threshold, factor, count, x, xOffset + done, y,
                        yOffset + done);
            } else {
                ActivationSimd.activate(activation, alpha, count, x, xOffset + done, y, yOffset + done);
                keep(key, stream, first + done, threshold, factor, count, y, yOffset + done, y,
                        yOffset + done);
            }
        }
    }

    /** {@code dx[i] = dropped(first + i) ? +0 : activation'(x[i], dy[i]) * factor}. */
    public static void backward(Activation activation, float alpha, float rate, boolean inverted, long key,
            long stream, long first, int n, float[] x, int xOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset) {
        int threshold = (int) PhiloxReference.threshold(rate);
        float factor = DropoutReference.factor(rate, inverted);
        for (int done = 0, count; done < n; done += count) {
            count = Math.min(GROUP - (int) ((first + done) % GROUP), n - done);
            if (activation == Activation.IDENTITY) {
                keep(key, stream, first + done, threshold, factor, count, dy, dyOffset + done, dx,
                        dxOffset + done);
            } else {
                gradient(activation, alpha, count, x, xOffset + done, dy, dyOffset + done, dx,
                        dxOffset + done);
                keep(key, stream, first + done, threshold, factor, count, dx, dxOffset + done, dx,
                        dxOffset + done);
            }
        }
    }

    /** The activation's gradient from its argument, for at most a group of elements; the value is made again if needed. */
    private static void gradient(Activation activation, float alpha, int n, float[] x, int xOffset,
            float[] dy,
            int dyOffset, float[] dx, int dxOffset) {
        if (activation.backwardFrom() == Activation.Saved.INPUT) {
            ActivationGradientSimd.activateBackward(activation, alpha, n, x, xOffset, dy, dyOffset, dx,
                    dxOffset);
        } else {
            float[] y = Scratch.get().draws;
            ActivationSimd.activate(activation, alpha, n, x, xOffset, y, 0);
            ActivationGradientSimd.activateBackward(activation, alpha, n, y, 0, dy, dyOffset, dx, dxOffset);
        }
    }

    /** {@code y[i] = dropped(first + i) ? +0 : x[i] * factor} for elements of one group. */
    private static void keep(long key, long stream, long first, int threshold, float factor, int n, float[] x,
            int xOffset, float[] y, int yOffset) {
        if (DropoutGroup.USABLE && n == GROUP) {
            DropoutGroup.keep(key, stream, first / GROUP, threshold, factor, x, xOffset, y, yOffset);
        } else {
            int[] words = Scratch.get().words;
            PhiloxBlocks.group(key, stream, first / GROUP, words, 0);
            keep(words, (int) (first % GROUP), threshold, factor, n, x, xOffset, y, yOffset);
        }
    }

    /** {@code y[i] = words[from + i] < threshold ? +0 : x[i] * factor}. */
    private static void keep(int[] words, int from, int threshold, float factor, int n, float[] x,
            int xOffset, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            VectorMask<Float> dropped = IntVector.fromArray(Lanes.I, words, from + i)
                    .compare(ULT, threshold)
                    .cast(Lanes.F);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i).mul(factor);
            v.blend(0f, dropped).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            VectorMask<Float> dropped = IntVector
                    .fromArray(Lanes.I, words, from + i, Lanes.I.indexInRange(i, n))
                    .compare(ULT, threshold)
                    .cast(Lanes.F);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail).mul(factor);
            v.blend(0f, dropped).intoArray(y, yOffset + i, tail);
        }
    }
}
