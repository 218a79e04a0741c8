package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link MathReference} on every lane: the same operations in the same order, selections as blends. What each step
 * is for is explained there. Vectors are of the species {@link Lanes#F}.
 */
final class LaneMath {
    private LaneMath() {
    }

    /** {@link MathReference#exp} */
    static FloatVector exp(FloatVector x) {
        FloatVector atMost = x.blend(EXP_MAX, x.compare(GT, EXP_MAX));
        FloatVector bounded = atMost.blend(EXP_MIN, atMost.compare(LT, EXP_MIN));
        // Written without helpers: a caller far down its own stack leaves C2 no inlining depth for them.
        FloatVector shifted = bounded.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                FloatVector.broadcast(Lanes.F, EXP_ROUND));
        FloatVector n = shifted.sub(EXP_ROUND);
        FloatVector high = n.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), bounded);
        FloatVector r = n.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
        FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4).fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
        q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
        q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
        q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
        q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
        q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
        IntVector twice = shifted.reinterpretAsInts();
        IntVector half = twice.lanewise(ASHR, 1);
        FloatVector scale = half.lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
        return q.mul(scale).mul(twice.sub(half).lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats());
    }

    /** {@link MathReference#log} */
    static FloatVector log(FloatVector x) {
        VectorMask<Float> small = x.compare(LT, MIN_NORMAL);
        FloatVector normal = x.blend(x.mul(LOG_LIFT), small);
        IntVector bits = normal.reinterpretAsInts().sub(SQRT_HALF_BITS);
        FloatVector shifted = bits.lanewise(ASHR, EXPONENT_SHIFT).add(ROUND_BITS).reinterpretAsFloats();
        FloatVector n = shifted.sub(all(ROUND).blend(ROUND + LOG_LIFT_EXPONENT, small));
        FloatVector f = bits.and(SIGNIFICAND_MASK).add(SQRT_HALF_BITS).reinterpretAsFloats().sub(1f);
        FloatVector tail = logPolynomial(f).fma(f.mul(f), n.mul(LN2_LOW));
        FloatVector finite = n.fma(all(LN2_HIGH), f.add(tail));
        FloatVector upward = x.blend(finite, x.compare(LT, Float.POSITIVE_INFINITY));
        FloatVector real = upward.blend(Float.NaN, x.compare(LT, 0f));
        return real.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
    }

    /** {@link MathReference#sigmoid} */
    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.reinterpretAsInts().lanewise(OR, SIGN_BIT).reinterpretAsFloats());
        FloatVector s = e.div(e.add(1f));
        FloatVector numerator = FloatVector.broadcast(Lanes.F, 1f).blend(e, x.compare(LT, 0f));
        return numerator.neg().fma(s, numerator);
    }

    /** {@link MathReference#sinTwoPi} */
    static FloatVector sinTwoPi(FloatVector u) {
        FloatVector shifted = step(u, all(4f), ROUND);
        return turn(u, shifted, shifted.reinterpretAsInts());
    }

    /** {@link MathReference#cosTwoPi} */
    static FloatVector cosTwoPi(FloatVector u) {
        FloatVector shifted = step(u, all(4f), ROUND);
        return turn(u, shifted, shifted.reinterpretAsInts().add(1));
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(Lanes.F, value);
    }

    /** {@code a * b + c}, rounded once: a step of Horner's scheme. */
    private static FloatVector step(FloatVector a, FloatVector b, float c) {
        return a.fma(b, all(c));
    }

    private static FloatVector logPolynomial(FloatVector f) {
        FloatVector q = step(all(LOG_8), f, LOG_7);
        q = step(q, f, LOG_6);
        q = step(q, f, LOG_5);
        q = step(q, f, LOG_4);
        q = step(q, f, LOG_3);
        q = step(q, f, LOG_2);
        q = step(q, f, LOG_1);
        return step(q, f, LOG_0);
    }

    private static FloatVector turn(FloatVector u, FloatVector shifted, IntVector quarter) {
        FloatVector r = shifted.sub(ROUND).fma(all(-0.25f), u);
        FloatVector z = r.mul(r);
        FloatVector sin = step(step(step(all(SIN_3), z, SIN_2), z, SIN_1), z, SIN_0).mul(r);
        FloatVector cos = step(step(step(all(COS_2), z, COS_1), z, COS_0), z, 1f);
        VectorMask<Float> odd = quarter.and(1).compare(NE, 0).cast(Lanes.F);
        IntVector sign = quarter.and(2).lanewise(LSHL, 30);
        return sin.blend(cos, odd).reinterpretAsInts().lanewise(XOR, sign).reinterpretAsFloats().add(0f);
    }
}
