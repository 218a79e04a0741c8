package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@code ElementLossReference} in vectors. A forward pass leaves a strip of losses in {@link Scratch} and sums it. */
public final class ElementLossSimd {
    private ElementLossSimd() {
    }

    /** {@code dx[i] = d * scale} with {@code d = x[i] - t[i]}, and that of the halves times 2 if d is infinite. */
    public static void squaredErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i);
            FloatVector d = vx.sub(vt);
            FloatVector halves = vx.mul(0.5f).sub(vt.mul(0.5f)).mul(scale).mul(2f);
            d.mul(scale)
                    .blend(halves, d.abs().compare(EQ, Float.POSITIVE_INFINITY))
                    .intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, tail);
            FloatVector d = vx.sub(vt);
            FloatVector halves = vx.mul(0.5f).sub(vt.mul(0.5f)).mul(scale).mul(2f);
            d.mul(scale)
                    .blend(halves, d.abs().compare(EQ, Float.POSITIVE_INFINITY))
                    .intoArray(dx, dxOffset + i, tail);
        }
    }

    /** Sum of {@code |x[i] - t[i]|}. */
    public static float absoluteError(int n, float[] x, int xOffset, float[] t, int tOffset) {
        Scratch scratch = Scratch.get();
        Tree.clear(scratch.accumulators);
        for (int i = 0; i < n; i += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - i);
            absoluteErrors(count, x, xOffset + i, t, tOffset + i, scratch.strip);
            ReductionSimd.add(count, scratch.strip, 0, scratch.accumulators);
        }
        return Tree.sum(scratch.accumulators);
    }

    private static void absoluteErrors(int n, float[] x, int xOffset, float[] t, int tOffset,
            float[] losses) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, inside);
            vx.sub(vt).abs().intoArray(losses, i, inside);
        }
    }

    /** {@code dx[i] = sgn(x[i] - t[i]) * scale}. */
    public static void absoluteErrorBackward(int n, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i);
            FloatVector d = FloatVector.fromArray(Lanes.F, x, xOffset + i).sub(vt);
            FloatVector notAbove = d.add(0f).blend(-1f, d.compare(LT, 0f));
            notAbove.blend(1f, d.compare(GT, 0f)).mul(scale).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, tail);
            FloatVector d = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail).sub(vt);
            FloatVector notAbove = d.add(0f).blend(-1f, d.compare(LT, 0f));
            notAbove.blend(1f, d.compare(GT, 0f)).mul(scale).intoArray(dx, dxOffset + i, tail);
        }
    }

    /** Sum of {@code c * fma(-0.5, c, a)}, of the halves where a is infinite. */
    public static float huber(int n, float delta, float[] x, int xOffset, float[] t, int tOffset) {
        Scratch scratch = Scratch.get();
        Tree.clear(scratch.accumulators);
        for (int i = 0; i < n; i += Scratch.STRIP) {
            int count = Math.min(Scratch.STRIP, n - i);
            huberLosses(count, delta, x, xOffset + i, t, tOffset + i, scratch.strip);
            ReductionSimd.add(count, scratch.strip, 0, scratch.accumulators);
        }
        return Tree.sum(scratch.accumulators);
    }

    private static void huberLosses(int n, float delta, float[] x, int xOffset, float[] t, int tOffset,
            float[] losses) {
        FloatVector minusHalf = FloatVector.broadcast(Lanes.F, -0.5f);
        FloatVector minusQuarter = FloatVector.broadcast(Lanes.F, -0.25f);
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, inside);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, inside);
            FloatVector a = vx.sub(vt).abs();
            FloatVector c = a.blend(delta, a.compare(GT, delta));
            FloatVector half = vx.mul(0.5f).sub(vt.mul(0.5f)).abs();
            FloatVector halves = c.mul(minusQuarter.fma(c, half)).mul(2f);
            c.mul(minusHalf.fma(c, a))
                    .blend(halves, a.compare(EQ, Float.POSITIVE_INFINITY))
                    .intoArray(losses, i, inside);
        }
    }

    /** {@code dx[i] = clip(x[i] - t[i], -delta, delta) * scale}. */
    public static void huberBackward(int n, float delta, float[] x, int xOffset, float[] t, int tOffset,
            float scale, float[] dx, int dxOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i);
            FloatVector d = FloatVector.fromArray(Lanes.F, x, xOffset + i).sub(vt);
            FloatVector atLeast = d.blend(-delta, d.compare(LT, -delta));
            atLeast.blend(delta, atLeast.compare(GT, delta)).mul(scale).intoArray(dx, dxOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vt = FloatVector.fromArray(Lanes.F, t, tOffset + i, tail);
            FloatVector d = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail).sub(vt);
            FloatVector atLeast = d.blend(-delta, d.compare(LT, -delta));
            atLeast.blend(delta, atLeast.compare(GT, delta)).mul(scale).intoArray(dx, dxOffset + i, tail);
        }
    }
}
