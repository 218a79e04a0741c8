package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.UpdateTerms.TINY;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_PARAMETER;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_ROOT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.reference.AdaptiveReference;
import jdk.incubator.vector.FloatVector;

/**
 * {@code AdaptiveReference} in vectors. Each loop has its operations written out: a helper that takes vectors may be left a call,
 * which boxes them. The last elements, fewer than a vector's, are left to the definition.
 */
public final class AdaptiveSimd {
    private AdaptiveSimd() {
    }

    /** {@code AdaptiveReference.adagrad}. */
    public static void adagrad(int n, float learningRate, float insideEpsilon, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] s, int sOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector sum = root.fma(root, FloatVector.fromArray(Lanes.F, s, sOffset + i));
            FloatVector square = sum.blend(0f, sum.compare(LT, TINY));
            square.intoArray(s, sOffset + i);
            FloatVector quotient = d.div(square.add(insideEpsilon).sqrt().add(epsilon));
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = quotient.fma(FloatVector.broadcast(Lanes.F, -learningRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        AdaptiveReference.adagrad(n - i, learningRate, insideEpsilon, epsilon, gradientScale, l1, l2, shrink,
                w, wOffset + i, g, gOffset + i, s, sOffset + i);
    }

    /** {@code AdaptiveReference.adadelta}. */
    public static void adadelta(int n, float learningRate, float rho, float epsilon, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset, float[] u, int uOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, v, vOffset + i).mul(rho);
            FloatVector squareSum = root.mul(1f - rho).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(v, vOffset + i);
            FloatVector stored = FloatVector.fromArray(Lanes.F, u, uOffset + i);
            FloatVector deltas = stored.blend(0f, stored.compare(LT, TINY));
            FloatVector delta = deltas.add(epsilon).div(square.add(epsilon)).sqrt().mul(d);
            FloatVector deltaRoot = delta.blend(0f, delta.abs().compare(LT, TINY_ROOT));
            FloatVector deltaSquareKept = deltas.mul(rho);
            FloatVector deltaSquareSum = deltaRoot.mul(1f - rho).fma(deltaRoot, deltaSquareKept);
            FloatVector deltaSquare = deltaSquareSum.blend(0f, deltaSquareSum.compare(LT, TINY));
            deltaSquare.intoArray(u, uOffset + i);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = delta.fma(FloatVector.broadcast(Lanes.F, -learningRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        AdaptiveReference.adadelta(n - i, learningRate, rho, epsilon, gradientScale, l1, l2, shrink, w,
                wOffset + i, g, gOffset + i, v, vOffset + i, u, uOffset + i);
    }
}
