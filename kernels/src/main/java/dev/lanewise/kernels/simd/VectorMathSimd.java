package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.reference.VectorMathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@code VectorMathReference} in vectors; the operations are written out in body and tail. */
public final class VectorMathSimd {
    private VectorMathSimd() {
    }

    /** {@code y[i] = fma(a, x[i], y[i])}. */
    public static void axpy(int n, float a, float[] x, int xOffset, float[] y, int yOffset) {
        FloatVector va = FloatVector.broadcast(Lanes.F, a);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i);
            va.fma(FloatVector.fromArray(Lanes.F, x, xOffset + i), vy).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vy = FloatVector.fromArray(Lanes.F, y, yOffset + i, tail);
            va.fma(FloatVector.fromArray(Lanes.F, x, xOffset + i, tail), vy).intoArray(y, yOffset + i, tail);
        }
    }

    /** {@code y[i] = a * x[i]}. */
    public static void scale(int n, float a, float[] x, int xOffset, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.F, x, xOffset + i).mul(a).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector.fromArray(Lanes.F, x, xOffset + i, tail).mul(a).intoArray(y, yOffset + i, tail);
        }
    }

    /** {@code z[i] = x[i] + y[i]}. */
    public static void add(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z, int zOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            vx.add(FloatVector.fromArray(Lanes.F, y, yOffset + i)).intoArray(z, zOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            vx.add(FloatVector.fromArray(Lanes.F, y, yOffset + i, tail)).intoArray(z, zOffset + i, tail);
        }
    }

    /** {@code z[i] = x[i] * y[i]}. */
    public static void multiply(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z,
            int zOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            vx.mul(FloatVector.fromArray(Lanes.F, y, yOffset + i)).intoArray(z, zOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vx = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            vx.mul(FloatVector.fromArray(Lanes.F, y, yOffset + i, tail)).intoArray(z, zOffset + i, tail);
        }
    }

    /** {@code z[i] = fma(a[i], b[i], c[i])}. */
    public static void fma(int n, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset,
            float[] z, int zOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector va = FloatVector.fromArray(Lanes.F, a, aOffset + i);
            FloatVector vb = FloatVector.fromArray(Lanes.F, b, bOffset + i);
            va.fma(vb, FloatVector.fromArray(Lanes.F, c, cOffset + i)).intoArray(z, zOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector va = FloatVector.fromArray(Lanes.F, a, aOffset + i, tail);
            FloatVector vb = FloatVector.fromArray(Lanes.F, b, bOffset + i, tail);
            va.fma(vb, FloatVector.fromArray(Lanes.F, c, cOffset + i, tail)).intoArray(z, zOffset + i, tail);
        }
    }

    /**
     * {@code y[i] = x[i] < low ? low : x[i] > high ? high : x[i]}. The end is left to the definition: at the end of an array,
     * as gradients are clipped, a masked vector may be boxed.
     */
    public static void clip(int n, float low, float high, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector atLeast = v.blend(low, v.compare(LT, low));
            atLeast.blend(high, atLeast.compare(GT, high)).intoArray(y, yOffset + i);
        }
        VectorMathReference.clip(n - whole, low, high, x, xOffset + whole, y, yOffset + whole);
    }

    /** {@code y[i] = sgn(x[i])}. */
    public static void sign(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector notAbove = v.add(0f).blend(-1f, v.compare(LT, 0f));
            notAbove.blend(1f, v.compare(GT, 0f)).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i, tail);
            FloatVector notAbove = v.add(0f).blend(-1f, v.compare(LT, 0f));
            notAbove.blend(1f, v.compare(GT, 0f)).intoArray(y, yOffset + i, tail);
        }
    }
}
