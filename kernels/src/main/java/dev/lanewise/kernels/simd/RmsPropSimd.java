package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.UpdateTerms.TINY;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_PARAMETER;
import static dev.lanewise.kernels.reference.UpdateTerms.TINY_ROOT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.lanewise.kernels.reference.RmsPropReference;
import jdk.incubator.vector.FloatVector;

/**
 * {@code RmsPropReference} in vectors. Each loop has its operations written out: a helper that takes vectors may be left a call,
 * which boxes them. The last elements, fewer than a vector's, are left to the definition.
 */
public final class RmsPropSimd {
    private RmsPropSimd() {
    }

    /** {@code RmsPropReference.rmsprop}. */
    public static void rmsprop(int n, float learningRate, float rho, float insideEpsilon, float epsilon,
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
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, s, sOffset + i).mul(rho);
            FloatVector squareSum = root.mul(1f - rho).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(s, sOffset + i);
            FloatVector quotient = d.div(square.add(insideEpsilon).sqrt().add(epsilon));
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = quotient.fma(FloatVector.broadcast(Lanes.F, -learningRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        RmsPropReference.rmsprop(n - i, learningRate, rho, insideEpsilon, epsilon, gradientScale, l1, l2,
                shrink, w, wOffset + i, g, gOffset + i, s, sOffset + i);
    }

    /** {@code RmsPropReference.rmspropMomentum}. */
    public static void rmspropMomentum(int n, float momentum, float innerRate, float outerRate, float rho,
            float insideEpsilon, float epsilon, float gradientScale, float l1, float l2, float shrink,
            float[] w, int wOffset, float[] g, int gOffset, float[] s, int sOffset, float[] b, int bOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, s, sOffset + i).mul(rho);
            FloatVector squareSum = root.mul(1f - rho).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(s, sOffset + i);
            FloatVector quotient = d.div(square.add(insideEpsilon).sqrt().add(epsilon));
            FloatVector moved = FloatVector.fromArray(Lanes.F, b, bOffset + i).mul(momentum);
            FloatVector sum = quotient.fma(FloatVector.broadcast(Lanes.F, innerRate), moved);
            FloatVector velocity = sum.blend(0f, sum.abs().compare(LT, TINY));
            velocity.intoArray(b, bOffset + i);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = velocity.fma(FloatVector.broadcast(Lanes.F, outerRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        RmsPropReference.rmspropMomentum(n - i, momentum, innerRate, outerRate, rho, insideEpsilon, epsilon,
                gradientScale, l1, l2, shrink, w, wOffset + i, g, gOffset + i, s, sOffset + i, b,
                bOffset + i);
    }

    /** {@code RmsPropReference.rmspropCentred}. */
    public static void rmspropCentred(int n, float learningRate, float rho, float insideEpsilon,
            float epsilon, float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset,
            float[] g, int gOffset, float[] s, int sOffset, float[] a, int aOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, s, sOffset + i).mul(rho);
            FloatVector squareSum = root.mul(1f - rho).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(s, sOffset + i);
            FloatVector averageKept = FloatVector.fromArray(Lanes.F, a, aOffset + i).mul(rho);
            FloatVector averageSum = d.fma(FloatVector.broadcast(Lanes.F, 1f - rho), averageKept);
            FloatVector average = averageSum.blend(0f, averageSum.abs().compare(LT, TINY));
            average.intoArray(a, aOffset + i);
            FloatVector averageRoot = average.blend(0f, average.abs().compare(LT, TINY_ROOT));
            FloatVector difference = averageRoot.neg().fma(averageRoot, square);
            FloatVector variance = difference.blend(0f, difference.compare(LT, TINY));
            FloatVector quotient = d.div(variance.add(insideEpsilon).sqrt().add(epsilon));
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = quotient.fma(FloatVector.broadcast(Lanes.F, -learningRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        RmsPropReference.rmspropCentred(n - i, learningRate, rho, insideEpsilon, epsilon, gradientScale, l1,
                l2, shrink, w, wOffset + i, g, gOffset + i, s, sOffset + i, a, aOffset + i);
    }

    /** {@code RmsPropReference.rmspropCentredMomentum}. */
    public static void rmspropCentredMomentum(int n, float momentum, float innerRate, float outerRate,
            float rho, float insideEpsilon, float epsilon, float gradientScale, float l1, float l2,
            float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] s, int sOffset, float[] a,
            int aOffset, float[] b, int bOffset) {
        int i = 0;
        for (; i < Lanes.bound(n); i += Lanes.COUNT) {
            FloatVector p = FloatVector.fromArray(Lanes.F, w, wOffset + i);
            FloatVector raw = FloatVector.fromArray(Lanes.F, g, gOffset + i);
            FloatVector scaled = raw.blend(0f, raw.abs().compare(LT, TINY)).mul(gradientScale);
            FloatVector lasso = Lanes.zero().blend(l1, p.compare(GT, 0f)).blend(-l1, p.compare(LT, 0f));
            FloatVector d = p.fma(FloatVector.broadcast(Lanes.F, l2), scaled).add(lasso);
            FloatVector root = d.blend(0f, d.abs().compare(LT, TINY_ROOT));
            FloatVector squareKept = FloatVector.fromArray(Lanes.F, s, sOffset + i).mul(rho);
            FloatVector squareSum = root.mul(1f - rho).fma(root, squareKept);
            FloatVector square = squareSum.blend(0f, squareSum.compare(LT, TINY));
            square.intoArray(s, sOffset + i);
            FloatVector averageKept = FloatVector.fromArray(Lanes.F, a, aOffset + i).mul(rho);
            FloatVector averageSum = d.fma(FloatVector.broadcast(Lanes.F, 1f - rho), averageKept);
            FloatVector average = averageSum.blend(0f, averageSum.abs().compare(LT, TINY));
            average.intoArray(a, aOffset + i);
            FloatVector averageRoot = average.blend(0f, average.abs().compare(LT, TINY_ROOT));
            FloatVector difference = averageRoot.neg().fma(averageRoot, square);
            FloatVector variance = difference.blend(0f, difference.compare(LT, TINY));
            FloatVector quotient = d.div(variance.add(insideEpsilon).sqrt().add(epsilon));
            FloatVector moved = FloatVector.fromArray(Lanes.F, b, bOffset + i).mul(momentum);
            FloatVector sum = quotient.fma(FloatVector.broadcast(Lanes.F, innerRate), moved);
            FloatVector velocity = sum.blend(0f, sum.abs().compare(LT, TINY));
            velocity.intoArray(b, bOffset + i);
            FloatVector shrunk = p.fma(FloatVector.broadcast(Lanes.F, -shrink), p);
            FloatVector next = velocity.fma(FloatVector.broadcast(Lanes.F, outerRate), shrunk);
            next.blend(0f, next.abs().compare(LT, TINY_PARAMETER)).intoArray(w, wOffset + i);
        }
        RmsPropReference.rmspropCentredMomentum(n - i, momentum, innerRate, outerRate, rho, insideEpsilon,
                epsilon, gradientScale, l1, l2, shrink, w, wOffset + i, g, gOffset + i, s, sOffset + i, a,
                aOffset + i, b, bOffset + i);
    }
}
