package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code ElementMathReference} in vectors: exponentials and logarithms. Each has one loop over whole vectors with all operations
 * written out, as a helper that takes vectors may be left a call, which boxes them; the end of an array goes through a
 * whole vector of its own.
 */
public final class ElementMathSimd {
    private ElementMathSimd() {
    }

    /** {@code y[i] = exp(x[i])}. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        expOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            expOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    /**
     * The short path is for vectors of normal results alone: it needs no bounds and adds the exponent at once (0.14
     * against 0.19 ns an element). Both stand here, so that the method is too large to be inlined.
     */
    private static void expOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            if (v.lanewise(ABS).compare(LT, EXP_NORMAL).allTrue()) {
                FloatVector shifted = v.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                        FloatVector.broadcast(Lanes.F, ROUND));
                FloatVector exponent = shifted.sub(ROUND);
                FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), v);
                FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
                FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4)
                        .fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                IntVector power = shifted.reinterpretAsInts().lanewise(LSHL, EXPONENT_SHIFT);
                q.reinterpretAsInts().add(power).reinterpretAsFloats().intoArray(y, yOffset + i);
            } else {
                FloatVector atMost = v.blend(EXP_MAX, v.compare(GT, EXP_MAX));
                FloatVector bounded = atMost.blend(EXP_MIN, atMost.compare(LT, EXP_MIN));
                FloatVector shifted = bounded.fma(FloatVector.broadcast(Lanes.F, LOG2_E),
                        FloatVector.broadcast(Lanes.F, EXP_ROUND));
                FloatVector exponent = shifted.sub(EXP_ROUND);
                FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), bounded);
                FloatVector r = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_LOW), high);
                FloatVector q = FloatVector.broadcast(Lanes.F, EXP_4)
                        .fma(r, FloatVector.broadcast(Lanes.F, EXP_3));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_2));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_1));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, EXP_0));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                q = q.fma(r, FloatVector.broadcast(Lanes.F, 1f));
                IntVector twice = shifted.reinterpretAsInts();
                IntVector half = twice.lanewise(ASHR, 1);
                FloatVector scale = half.lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
                FloatVector rest = twice.sub(half).lanewise(LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
                q.mul(scale).mul(rest).intoArray(y, yOffset + i);
            }
        }
    }

    /** {@code y[i] = log(x[i])}. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        logOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            logOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    private static void logOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            VectorMask<Float> small = v.compare(LT, MIN_NORMAL);
            IntVector bits = v.blend(v.mul(LOG_LIFT), small).reinterpretAsInts().sub(SQRT_HALF_BITS);
            FloatVector shifted = bits.lanewise(ASHR, EXPONENT_SHIFT).add(ROUND_BITS).reinterpretAsFloats();
            FloatVector exponent = shifted
                    .sub(FloatVector.broadcast(Lanes.F, ROUND).blend(ROUND + LOG_LIFT_EXPONENT, small));
            FloatVector f = bits.and(SIGNIFICAND_MASK).add(SQRT_HALF_BITS).reinterpretAsFloats().sub(1f);
            FloatVector q = FloatVector.broadcast(Lanes.F, LOG_8)
                    .fma(f, FloatVector.broadcast(Lanes.F, LOG_7));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_6));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_5));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_4));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_3));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_2));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_1));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG_0));
            FloatVector tail = q.fma(f.mul(f), exponent.mul(LN2_LOW));
            FloatVector finite = exponent.fma(FloatVector.broadcast(Lanes.F, LN2_HIGH), f.add(tail));
            FloatVector upward = v.blend(finite, v.compare(LT, Float.POSITIVE_INFINITY));
            FloatVector real = upward.blend(Float.NaN, v.compare(LT, 0f));
            real.blend(Float.NEGATIVE_INFINITY, v.compare(EQ, 0f)).intoArray(y, yOffset + i);
        }
    }

    /** {@code y[i] = expm1(x[i])}. */
    public static void expm1(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        expm1OfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            expm1OfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    private static void expm1OfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector atMost = v.blend(EXP_MAX, v.compare(GT, EXP_MAX));
            FloatVector bounded = atMost.blend(EXPM1_MIN, atMost.compare(LT, EXPM1_MIN));
            FloatVector shifted = bounded.sub(EXPM1_SHIFT)
                    .fma(FloatVector.broadcast(Lanes.F, LOG2_E), FloatVector.broadcast(Lanes.F, EXPM1_ROUND));
            FloatVector exponent = shifted.sub(EXPM1_ROUND);
            FloatVector high = exponent.fma(FloatVector.broadcast(Lanes.F, -LN2_HIGH), bounded);
            FloatVector low = exponent.mul(LN2_LOW);
            FloatVector r = high.sub(low);
            FloatVector q = FloatVector.broadcast(Lanes.F, EXCESS_5)
                    .fma(r, FloatVector.broadcast(Lanes.F, EXCESS_4));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXCESS_3));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXCESS_2));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXCESS_1));
            q = q.fma(r, FloatVector.broadcast(Lanes.F, EXCESS_0));
            FloatVector expm1 = high.sub(q.mul(r).fma(r, low));
            FloatVector scale = shifted.reinterpretAsInts()
                    .lanewise(LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector offset = scale.sub(0.5f);
            FloatVector half = offset.add(scale.fma(expm1, scale.sub(offset).sub(0.5f)));
            half.add(half).blend(expm1, exponent.compare(EQ, 0f)).intoArray(y, yOffset + i);
        }
    }

    /** {@code y[i] = log1p(x[i])}. */
    public static void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = Lanes.bound(n);
        log1pOfVectors(whole, x, xOffset, y, yOffset);
        if (whole < n) {
            float[] tail = Scratch.tail(x, xOffset + whole, n - whole);
            log1pOfVectors(Lanes.COUNT, tail, 0, tail, 0);
            System.arraycopy(tail, 0, y, yOffset + whole, n - whole);
        }
    }

    private static void log1pOfVectors(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i += Lanes.COUNT) {
            FloatVector v = FloatVector.fromArray(Lanes.F, x, xOffset + i);
            FloatVector sum = v.add(1f);
            FloatVector lost = v.sub(sum.sub(1f));
            IntVector bits = sum.reinterpretAsInts().sub(THREE_QUARTERS_BITS);
            IntVector power = IntVector.broadcast(Lanes.I, ONE_BITS).sub(bits.and(~SIGNIFICAND_MASK)).max(0);
            FloatVector shifted = bits.lanewise(ASHR, EXPONENT_SHIFT).add(ROUND_BITS).reinterpretAsFloats();
            FloatVector exponent = shifted.sub(ROUND);
            FloatVector rounded = bits.and(SIGNIFICAND_MASK)
                    .add(THREE_QUARTERS_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector f = lost.fma(power.reinterpretAsFloats(), rounded);
            FloatVector q = FloatVector.broadcast(Lanes.F, LOG1P_8)
                    .fma(f, FloatVector.broadcast(Lanes.F, LOG1P_7));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_6));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_5));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_4));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_3));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_2));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_1));
            q = q.fma(f, FloatVector.broadcast(Lanes.F, LOG1P_0));
            FloatVector tail = q.fma(f.mul(f), exponent.mul(LN2_LOW));
            FloatVector finite = exponent.fma(FloatVector.broadcast(Lanes.F, LN2_HIGH), f.add(tail));
            FloatVector upward = v.blend(finite, v.compare(LT, Float.POSITIVE_INFINITY));
            FloatVector real = upward.blend(Float.NaN, v.compare(LT, -1f));
            IntVector value = real.blend(Float.NEGATIVE_INFINITY, v.compare(EQ, -1f)).reinterpretAsInts();
            value.or(v.reinterpretAsInts().and(SIGN_BIT))
                    .reinterpretAsFloats()
                    .intoArray(y, yOffset + i);
        }
    }
}
