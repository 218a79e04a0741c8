package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** {@code OptimizerReference} in vectors. */
public final class OptimizerSimd {
    private OptimizerSimd() {
    }

    /** {@code w[i] = fma(-learningRate, g[i], w[i])}. */
    public static void sgd(int n, float learningRate, float[] w, int wOffset, float[] g, int gOffset) {
        FloatVector minusEta = FloatVector.broadcast(Lanes.F, -learningRate);
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector vw = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            minusEta.fma(FloatVector.fromArray(Lanes.F, g, gOffset + i), vw).intoArray(w, wOffset + i);
        }
        if (i < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(i, n);
            FloatVector vw = FloatVector.fromArray(Lanes.F, w, wOffset + i, tail);
            minusEta.fma(FloatVector.fromArray(Lanes.F, g, gOffset + i, tail), vw)
                    .intoArray(w, wOffset + i, tail);
        }
    }
}
