package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@code ElementMathReference} in vectors. */
public final class ElementMathSimd {
    private ElementMathSimd() {
    }

    /** {@code y[i] = exp(x[i])}. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        // One masked loop: inlined twice, for body and tail, the function would exceed C2's node budget and box vectors.
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            LaneMath.exp(FloatVector.fromArray(Lanes.F, x, xOffset + i, inside))
                    .intoArray(y, yOffset + i, inside);
        }
    }

    /** {@code y[i] = log(x[i])}. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        // One masked loop: inlined twice, for body and tail, the function would exceed C2's node budget and box vectors.
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(i, n);
            LaneMath.log(FloatVector.fromArray(Lanes.F, x, xOffset + i, inside))
                    .intoArray(y, yOffset + i, inside);
        }
    }
}
