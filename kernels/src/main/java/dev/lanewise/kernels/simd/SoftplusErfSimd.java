package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** {@code ElementMathReference} in vectors: softplus and the error function, in the form of {@link ElementMathSimd}. */
public final class SoftplusErfSimd {
    private SoftplusErfSimd() {
    }

    /** {@code y[i] = softplus(x[i])}. */
    public static void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        softplusOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            softplusOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    private static void softplusOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector negative = v.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            FloatVector bounded = negative.blend(EXP_MIN, negative.compare(LT, EXP_MIN));
            FloatVector shifted = bounded.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                    FloatVector.broadcast(Lanes.F, SOFTPLUS_ROUND));
            FloatVector exponent = shifted.sub(SOFTPLUS_ROUND);
            FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), bounded);
            FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
            FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4)
                    .fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
            FloatVector scale = shifted.reinterpretAsInts()
                    .lanewise(LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector e = q.mul(scale).mul(SOFTPLUS_SCALE);
            FloatVector p = FloatVector.broadcast(Lanes.F, SOFTPLUS_9)
                    .fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_8));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_7));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_6));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_5));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_4));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_3));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_2));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_1));
            p = p.fma(e, FloatVector.broadcast(Lanes.F, SOFTPLUS_0));
            FloatVector positive = FloatVector.broadcast(Lanes.F, 0f).blend(v, v.compare(GT, 0f));
            p.mul(e).fma(e, positive).add(e).intoArray(y, yOffset + i);
        }
    }

    /** {@code y[i] = erf(x[i])}. */
    public static void erf(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        erfOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            erfOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    private static void erfOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            IntVector bits = v.reinterpretAsInts();
            FloatVector z = v.mul(v);
            FloatVector q = FloatVector.broadcast(Lanes.F, ERF_6)
                    .fma(z, FloatVector.broadcast(Lanes.F, ERF_5));
            q = q.fma(z, FloatVector.broadcast(Lanes.F, ERF_4));
            q = q.fma(z, FloatVector.broadcast(Lanes.F, ERF_3));
            q = q.fma(z, FloatVector.broadcast(Lanes.F, ERF_2));
            q = q.fma(z, FloatVector.broadcast(Lanes.F, ERF_1));
            q = q.fma(z, FloatVector.broadcast(Lanes.F, ERF_0));
            FloatVector small = v.fma(q, v);
            FloatVector magnitude = bits.and(~SIGN_BIT).reinterpretAsFloats();
            FloatVector bounded = magnitude.blend(ERF_MAX, magnitude.compare(GT, ERF_MAX));
            FloatVector p = FloatVector.broadcast(Lanes.F, ERFC_ROOT_7)
                    .fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_6));
            p = p.fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_5));
            p = p.fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_4));
            p = p.fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_3));
            p = p.fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_2));
            p = p.fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_1));
            p = p.fma(bounded, FloatVector.broadcast(Lanes.F, ERFC_ROOT_0));
            FloatVector square = p.mul(p);
            FloatVector large = square.neg().fma(square, FloatVector.broadcast(Lanes.F, 1f));
            FloatVector signed = large.reinterpretAsInts().or(bits.and(SIGN_BIT)).reinterpretAsFloats();
            signed.blend(small, magnitude.compare(LT, ERF_SPLIT)).intoArray(y, yOffset + i);
        }
    }
}
