package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.SIGN_BIT;
import static jdk.incubator.vector.VectorOperators.EQ;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Binary cross-entropy of {@code ElementLossReference} in vectors: passes over strips in {@link Scratch}. */
public final class BinaryCrossEntropySimd {
    private BinaryCrossEntropySimd() {
    }

    /** Sum of {@code |x| w + softplus(-|x|)}, w = t where x < 0, else 1 - t; the product is +0 where w is 0. */
    public static float forward(int n, float[] x, int xOffset, float[] t, int tOffset) {
        Scratch scratch = Scratch.get();
        Tree.clear(scratch.accumulators);
        for (int i = 0; i < n; i += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - i);
            minusMagnitudes(count, x, xOffset + i, scratch.strip);
            SoftplusErfSimd.softplus(count, scratch.strip, 0, scratch.strip, 0);
            addLines(count, x, xOffset + i, t, tOffset + i, scratch.strip);
            ReductionSimd.add(count, scratch.strip, 0, scratch.accumulators);
        }
        return Tree.sum(scratch.accumulators);
    }

    private static void minusMagnitudes(int n, float[] x, int xOffset, float[] y) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.F, x, xOffset + i)
                    .reinterpretAsInts()
                    .or(SIGN_BIT)
                    .reinterpretAsFloats()
                    .intoArray(y, i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, x, xOffset + i, tail)
                    .reinterpretAsInts()
                    .or(SIGN_BIT)
                    .reinterpretAsFloats()
                    .intoArray(y, i, tail);
        }
    }

    /** {@code y[i] = (w == 0 ? 0 : |x[i]| w) + y[i]} with w = t[i] where x[i] < 0, else 1 - t[i]. */
    private static void addLines(int n, float[] x, int xOffset, float[] t, int tOffset, float[] y) {
        FloatVector one = FloatVector.broadcast(Lanes.F, 1f);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i);
            FloatVector wrong = one.sub(vt).blend(vt, v.lt(0f));
            FloatVector line = v.reinterpretAsInts().and(~SIGN_BIT).reinterpretAsFloats().mul(wrong);
            line.blend(0f, wrong.compare(EQ, 0f))
                    .add(FloatVector.fromArray(Lanes.F, y, i))
                    .intoArray(y, i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, tail);
            FloatVector wrong = one.sub(vt).blend(vt, v.lt(0f));
            FloatVector line = v.reinterpretAsInts().and(~SIGN_BIT).reinterpretAsFloats().mul(wrong);
            line.blend(0f, wrong.compare(EQ, 0f))
                    .add(FloatVector.fromArray(Lanes.F, y, i, tail))
                    .intoArray(y, i, tail);
        }
    }

    /** {@code dx[i] = (sigmoid(x[i]) - t[i]) * scale}. */
    public static void backward(int n, float[] x, int xOffset, float[] t, int tOffset, float scale,
            float[] dx, int dxOffset) {
        float[] strip = Scratch.get().strip;
        for (int i = 0; i < n; i += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - i);
            ActivationSimd.sigmoid(count, x, xOffset + i, strip, 0);
            ElementLossSimd.squaredErrorBackward(count, strip, 0, t, tOffset + i, scale, dx, dxOffset + i);
        }
    }
}
