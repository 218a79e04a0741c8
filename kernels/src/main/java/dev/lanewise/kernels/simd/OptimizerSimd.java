package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.UpdateTerms.TINY;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_PARAMETER;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.reference.OptimizerReference;
import jdk.incubator.vector.FloatVector;

/**
 * {@code OptimizerReference} in vectors. Each loop has its operations written out: a helper that takes vectors may be left a call,
 * which boxes them. The last elements, fewer than a vector's, are left to the definition.
 */
public final class OptimizerSimd {
    private OptimizerSimd() {
    }

    /** {@code OptimizerReference.sgd}. */
    public static void sgd(int n, float learningRate, float gradientScale, float l1, float l2, float shrink,
            float[] w, int wOffset, float[] g, int gOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = d.fma(FloatVector.broadcast(Lanes.F, -learningRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        OptimizerReference.sgd(n - i, learningRate, gradientScale, l1, l2, shrink, w, wOffset + i, g,
                gOffset + i);
    }

    /** {@code OptimizerReference.momentum}. */
    public static void momentum(int n, float momentum, float innerRate, float outerRate, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector moved = FloatVector.fromArray(Lanes.F, v, vOffset + i).mul(momentum);
            FloatVector sum = d.fma(FloatVector.broadcast(Lanes.F, innerRate), moved);
            FloatVector velocity = sum.blend(0f, sum.abs().compare(LT, TINY));
            velocity.intoArray(v, vOffset + i);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = velocity.fma(FloatVector.broadcast(Lanes.F, outerRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        OptimizerReference.momentum(n - i, momentum, innerRate, outerRate, gradientScale, l1, l2, shrink, w,
                wOffset + i, g, gOffset + i, v, vOffset + i);
    }

    /** {@code OptimizerReference.nesterov}. */
    public static void nesterov(int n, float momentum, float innerRate, float outerRate, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector moved = FloatVector.fromArray(Lanes.F, v, vOffset + i).mul(momentum);
            FloatVector sum = d.fma(FloatVector.broadcast(Lanes.F, innerRate), moved);
            FloatVector velocity = sum.blend(0f, sum.abs().compare(LT, TINY));
            velocity.intoArray(v, vOffset + i);
            FloatVector ahead = velocity.fma(FloatVector.broadcast(Lanes.F, momentum), d.mul(innerRate));
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = ahead.fma(FloatVector.broadcast(Lanes.F, outerRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        OptimizerReference.nesterov(n - i, momentum, innerRate, outerRate, gradientScale, l1, l2, shrink, w,
                wOffset + i, g, gOffset + i, v, vOffset + i);
    }

    /** {@code OptimizerReference.lion}. */
    public static void lion(int n, float learningRate, float beta1, float beta2, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] m,
            int mOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector old = FloatVector.fromArray(Lanes.F, m, mOffset + i);
            FloatVector c = d.fma(FloatVector.broadcast(Lanes.F, 1f - beta1), old.mul(beta1));
            FloatVector sign = c.add(0f).blend(1f, c.compare(GT, 0f)).blend(-1f, c.compare(LT, 0f));
            FloatVector sum = d.fma(FloatVector.broadcast(Lanes.F, 1f - beta2), old.mul(beta2));
            sum.blend(0f, sum.abs().compare(LT, TINY)).intoArray(m, mOffset + i);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = sign.fma(FloatVector.broadcast(Lanes.F, -learningRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        OptimizerReference.lion(n - i, learningRate, beta1, beta2, gradientScale, l1, l2, shrink, w,
                wOffset + i, g, gOffset + i, m, mOffset + i);
    }
}
