package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@code ElementMathReference} in vectors. */
public final class ElementMathSimd {
    private ElementMathSimd() {
    }

    /** {@code y[i] = exp(x[i])}. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            LaneMath.exp(FloatVector.fromArray(Lanes.F, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            LaneMath.exp(FloatVector.fromArray(Lanes.F, x, xOffset + i, tail))
                    .intoArray(y, yOffset + i, tail);
        }
    }

    /** {@code y[i] = log(x[i])}. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            LaneMath.log(FloatVector.fromArray(Lanes.F, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            LaneMath.log(FloatVector.fromArray(Lanes.F, x, xOffset + i, tail))
                    .intoArray(y, yOffset + i, tail);
        }
    }
}
