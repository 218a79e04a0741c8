package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.UpdateTerms.TINY;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_PARAMETER;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_ROOT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.reference.AdamReference;
import jdk.incubator.vector.FloatVector;

/**
 * {@code AdamReference} in vectors. Each loop has its operations written out: a helper that takes vectors may be left a call,
 * which boxes them. The last elements, fewer than a vector's, are left to the definition.
 */
public final class AdamSimd {
    private AdamSimd() {
    }

    /** {@code AdamReference.adam}. */
    public static void adam(int n, float rate, float rootScale, float beta1, float beta2, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] m, int mOffset, float[] v, int vOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector momentKept = FloatVector.fromArray(Lanes.F, m, mOffset + i).mul(beta1);
            FloatVector momentSum = d.fma(FloatVector.broadcast(Lanes.F, 1f - beta1), momentKept);
            FloatVector moment = momentSum.blend(0f, momentSum.abs().compare(LT, TINY));
            moment.intoArray(m, mOffset + i);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, v, vOffset + i).mul(beta2);
            FloatVector squareSum = root.mul(1f - beta2).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(v, vOffset + i);
            FloatVector denominator = square.sqrt()
                    .fma(FloatVector.broadcast(Lanes.F, rootScale), FloatVector.broadcast(Lanes.F, epsilon));
            FloatVector quotient = moment.div(denominator);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = quotient.fma(FloatVector.broadcast(Lanes.F, -rate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        AdamReference.adam(n - i, rate, rootScale, beta1, beta2, epsilon, gradientScale, l1, l2, shrink, w,
                wOffset + i, g, gOffset + i, m, mOffset + i, v, vOffset + i);
    }

    /** {@code AdamReference.amsgrad}. */
    public static void amsgrad(int n, float rate, float rootScale, float beta1, float beta2, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] m, int mOffset, float[] v, int vOffset, float[] x, int xOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector momentKept = FloatVector.fromArray(Lanes.F, m, mOffset + i).mul(beta1);
            FloatVector momentSum = d.fma(FloatVector.broadcast(Lanes.F, 1f - beta1), momentKept);
            FloatVector moment = momentSum.blend(0f, momentSum.abs().compare(LT, TINY));
            moment.intoArray(m, mOffset + i);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, v, vOffset + i).mul(beta2);
            FloatVector squareSum = root.mul(1f - beta2).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(v, vOffset + i);
            FloatVector before = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector larger = square.blend(before, before.compare(GT, square));
            FloatVector largest = larger.blend(0f, larger.compare(LT, TINY));
            largest.intoArray(x, xOffset + i);
            FloatVector denominator = largest.sqrt()
                    .fma(FloatVector.broadcast(Lanes.F, rootScale), FloatVector.broadcast(Lanes.F, epsilon));
            FloatVector quotient = moment.div(denominator);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = quotient.fma(FloatVector.broadcast(Lanes.F, -rate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        AdamReference.amsgrad(n - i, rate, rootScale, beta1, beta2, epsilon, gradientScale, l1, l2, shrink, w,
                wOffset + i, g, gOffset + i, m, mOffset + i, v, vOffset + i, x, xOffset + i);
    }

    /** {@code AdamReference.nadam}. */
    public static void nadam(int n, float momentRate, float gradientRate, float rootScale, float beta1,
            float beta2, float epsilon, float gradientScale, float l1, float l2, float shrink, float[] w,
            int wOffset, float[] g, int gOffset, float[] m, int mOffset, float[] v, int vOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector momentKept = FloatVector.fromArray(Lanes.F, m, mOffset + i).mul(beta1);
            FloatVector momentSum = d.fma(FloatVector.broadcast(Lanes.F, 1f - beta1), momentKept);
            FloatVector moment = momentSum.blend(0f, momentSum.abs().compare(LT, TINY));
            moment.intoArray(m, mOffset + i);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, v, vOffset + i).mul(beta2);
            FloatVector squareSum = root.mul(1f - beta2).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(v, vOffset + i);
            FloatVector numerator = moment.fma(FloatVector.broadcast(Lanes.F, momentRate),
                    d.mul(gradientRate));
            FloatVector denominator = square.sqrt()
                    .fma(FloatVector.broadcast(Lanes.F, rootScale), FloatVector.broadcast(Lanes.F, epsilon));
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = shrunk.sub(numerator.div(denominator));
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        AdamReference.nadam(n - i, momentRate, gradientRate, rootScale, beta1, beta2, epsilon, gradientScale,
                l1, l2, shrink, w, wOffset + i, g, gOffset + i, m, mOffset + i, v, vOffset + i);
    }
}
