package dev.lanewise.kernels.reference;

import static dev.lanewise.kernels.reference.MathCoefficients.*;

/**
 * Elementary functions on one float, built only from {@code + - * / fma}, bit operations and selections, so that
 * every step has an exact counterpart in a vector lane and the result has the same bits on every machine.
 *
 * <p>Largest errors, measured on all 2^32 inputs against an oracle in double ({@code reports/accuracy.md}), in units in
 * the last place of the correctly rounded result (subnormal results included):
 *
 * <table>
 * <caption>Published bounds</caption>
 * <tr><th>function</th><th>maximum error</th></tr>
 * <tr><td>exp</td><td>0.892 ULP</td></tr>
 * <tr><td>log</td><td>0.876 ULP</td></tr>
 * <tr><td>expm1</td><td>0.897 ULP</td></tr>
 * <tr><td>log1p</td><td>0.932 ULP</td></tr>
 * <tr><td>softplus</td><td>1.823 ULP</td></tr>
 * <tr><td>sigmoid</td><td>1.647 ULP</td></tr>
 * <tr><td>tanh</td><td>1.847 ULP</td></tr>
 * <tr><td>sinTwoPi, cosTwoPi</td><td>2^-23, absolute</td></tr>
 * </table>
 *
 * <p>log, expm1 and log1p are monotone over all floats; the others may step the wrong way between neighbouring
 * arguments, within their bounds. A NaN argument gives NaN. No function throws. Method and measurement:
 * {@code reports/decisions/002-own-elementary-functions.md}.
 */
public final class MathReference {
    private MathReference() {
    }

    /**
     * e^x. With {@code n = round(x / ln 2)} and {@code r = x - n ln 2}, e^x = 2^n e^r, e^r being a polynomial of
     * degree 6. exp(±0) = 1; exp(-inf) = 0; +inf above 88.7228; subnormal below -87.34; 0 below -103.98.
     */
    public static float exp(float x) {
        float atMost = x > EXP_MAX ? EXP_MAX : x;
        float bounded = atMost < EXP_MIN ? EXP_MIN : atMost;
        float shifted = Fma.fma(bounded, LOG2_E, EXP_ROUND);
        float r = remainder(bounded, shifted - EXP_ROUND);
        float q = expPolynomial(r);
        // 2^n as two powers of two: n may lie outside a float's exponents, and only the last product may round.
        int twice = Float.floatToRawIntBits(shifted);
        int half = twice >> 1;
        return q * powerOfTwo(half) * powerOfTwo(twice - half);
    }

    /**
     * Natural logarithm. With x = 2^n (1 + f), 1 + f in [sqrt(1/2), sqrt(2)), it is
     * {@code n ln 2 + f + f^2 q(f)}, q of degree 8. log(1) = +0; log(±0) = -inf; log(+inf) = +inf; NaN for x below 0.
     */
    public static float log(float x) {
        boolean small = x < MIN_NORMAL;
        float normal = small ? x * LOG_LIFT : x;
        int bits = Float.floatToRawIntBits(normal) - SQRT_HALF_BITS;
        float shifted = Float.intBitsToFloat((bits >> EXPONENT_SHIFT) + ROUND_BITS);
        float n = shifted - (small ? ROUND + LOG_LIFT_EXPONENT : ROUND);
        float f = Float.intBitsToFloat((bits & SIGNIFICAND_MASK) + SQRT_HALF_BITS) - 1f;
        float tail = Fma.fma(logPolynomial(f), f * f, n * LN2_LOW);
        float finite = Fma.fma(n, LN2_HIGH, f + tail);
        float upward = x < Float.POSITIVE_INFINITY ? finite : x;
        float real = x < 0f ? Float.NaN : upward;
        return x == 0f ? Float.NEGATIVE_INFINITY : real;
    }

    /**
     * e^x - 1. With x = n ln 2 + r, e^r in [3/4, 3/2], it is {@code 2^n expm1(r) + (2^n - 1)}; half of it is computed,
     * because 2^128 is not a float. expm1(±0) = ±0; expm1(-inf) = -1; +inf above 88.7228.
     */
    public static float expm1(float x) {
        float atMost = x > EXP_MAX ? EXP_MAX : x;
        float bounded = atMost < EXPM1_MIN ? EXPM1_MIN : atMost;
        float shifted = Fma.fma(bounded - EXPM1_SHIFT, LOG2_E, EXPM1_ROUND);
        float n = shifted - EXPM1_ROUND;
        float high = Fma.fma(n, -LN2_HIGH, bounded);
        float low = n * LN2_LOW;
        float r = high - low;
        float q = Fma.fma(EXCESS_5, r, EXCESS_4);
        q = Fma.fma(q, r, EXCESS_3);
        q = Fma.fma(q, r, EXCESS_2);
        q = Fma.fma(q, r, EXCESS_1);
        q = Fma.fma(q, r, EXCESS_0);
        // Subtracting keeps the sign of a zero.
        float expm1 = high - Fma.fma(q * r, r, low);
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted));
        // 2^(n-1) - 1/2 in two parts: at n = 25 the second is half a unit in the last place of the sum.
        float offset = scale - 0.5f;
        float half = offset + Fma.fma(scale, expm1, scale - offset - 0.5f);
        return n == 0f ? expm1 : half + half;
    }

    /**
     * ln(1 + x). With 1 + x = 2^n (1 + f), 1 + f in [3/4, 3/2), it is {@code n ln 2 + f + f^2 q(f)}, q of degree 8.
     * What the rounding of 1 + x loses is added to f, which makes f exact. log1p(±0) = ±0; log1p(-1) = -inf;
     * log1p(+inf) = +inf; NaN for x below -1.
     */
    public static float log1p(float x) {
        float sum = 1f + x;
        float lost = x - (sum - 1f);
        int bits = Float.floatToRawIntBits(sum) - THREE_QUARTERS_BITS;
        // 2^-n, and 0 for n of 127 and 128, where nothing is lost.
        float scale = Float.intBitsToFloat(Math.max(ONE_BITS - (bits & ~SIGNIFICAND_MASK), 0));
        float n = Float.intBitsToFloat((bits >> EXPONENT_SHIFT) + ROUND_BITS) - ROUND;
        float f = Fma.fma(lost, scale,
                Float.intBitsToFloat((bits & SIGNIFICAND_MASK) + THREE_QUARTERS_BITS) - 1f);
        float tail = Fma.fma(log1pPolynomial(f), f * f, n * LN2_LOW);
        float finite = Fma.fma(n, LN2_HIGH, f + tail);
        float upward = x < Float.POSITIVE_INFINITY ? finite : x;
        float real = x < -1f ? Float.NaN : upward;
        float value = x == -1f ? Float.NEGATIVE_INFINITY : real;
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) | (Float.floatToRawIntBits(x) & SIGN_BIT));
    }

    /**
     * ln(1 + e^x), {@code max(x, 0) + e + e^2 q(e)} with {@code e = exp(-|x|)} and q of degree 9. Small results keep
     * their relative accuracy down to the subnormals. softplus(-inf) = +0; softplus(+inf) = +inf.
     */
    public static float softplus(float x) {
        float e = expOfNegative(Float.intBitsToFloat(Float.floatToRawIntBits(x) | SIGN_BIT));
        float positive = x > 0f ? x : 0f;
        return Fma.fma(softplusPolynomial(e) * e, e, positive) + e;
    }

    /**
     * 1 / (1 + e^-x). With {@code e = exp(-|x|)} and {@code s = e / (1 + e)} it is {@code 1 - s} for x at least 0 and
     * {@code e - e s} below, so small results keep their relative accuracy down to the subnormals.
     * sigmoid(±0) = 0.5; sigmoid(-inf) = 0; sigmoid(+inf) = 1.
     */
    public static float sigmoid(float x) {
        float e = exp(Float.intBitsToFloat(Float.floatToRawIntBits(x) | SIGN_BIT));
        float s = e / (1f + e);
        float numerator = x < 0f ? e : 1f;
        return Fma.fma(-numerator, s, numerator);
    }

    /**
     * Hyperbolic tangent, {@code h / (1 + h)} with {@code h = (e^2|x| - 1) / 2}, and x's sign. For small h the
     * quotient t is refined as {@code h - h t}. tanh(±0) = ±0; tanh(±inf) = ±1; never beyond ±1.
     */
    public static float tanh(float x) {
        int bits = Float.floatToRawIntBits(x);
        float magnitude = Float.intBitsToFloat(bits & ~SIGN_BIT);
        float bounded = magnitude > TANH_MAX ? TANH_MAX : magnitude;
        float h = halfExpm1(bounded + bounded);
        float quotient = h / (1f + h);
        float t = h < TANH_REFINED ? Fma.fma(-h, quotient, h) : quotient;
        return Float.intBitsToFloat(Float.floatToRawIntBits(t) | (bits & SIGN_BIT));
    }

    /**
     * sin(2 pi u), u in [0, 1]. u less its nearest quarter is exact; the quarter chooses the polynomial and the sign.
     * Exact at quarter turns (+0, 1, +0, -1).
     */
    public static float sinTwoPi(float u) {
        float shifted = Fma.fma(u, 4f, ROUND);
        return turn(u, shifted, Float.floatToRawIntBits(shifted));
    }

    /** cos(2 pi u), u in [0, 1]: {@link #sinTwoPi} one quarter on. Exact at quarter turns (1, +0, -1, +0). */
    public static float cosTwoPi(float u) {
        float shifted = Fma.fma(u, 4f, ROUND);
        return turn(u, shifted, Float.floatToRawIntBits(shifted) + 1);
    }

    /** {@code x - n ln 2} with ln 2 in two parts; the first step is exact. */
    private static float remainder(float x, float n) {
        return Fma.fma(n, -LN2_LOW, Fma.fma(n, -LN2_HIGH, x));
    }

    /** The float whose biased exponent is the low 8 bits of {@code exponent}; the ninth must be 0. */
    private static float powerOfTwo(int exponent) {
        return Float.intBitsToFloat(exponent << EXPONENT_SHIFT);
    }

    /** {@link #exp}'s value for x at most 0, by a single scale: 2^(n+64), then 2^-64. */
    private static float expOfNegative(float x) {
        float bounded = x < EXP_MIN ? EXP_MIN : x;
        float shifted = Fma.fma(bounded, LOG2_E, SOFTPLUS_ROUND);
        float r = remainder(bounded, shifted - SOFTPLUS_ROUND);
        return expPolynomial(r) * powerOfTwo(Float.floatToRawIntBits(shifted)) * SOFTPLUS_SCALE;
    }

    private static float expPolynomial(float r) {
        float q = Fma.fma(EXP_4, r, EXP_3);
        q = Fma.fma(q, r, EXP_2);
        q = Fma.fma(q, r, EXP_1);
        q = Fma.fma(q, r, EXP_0);
        q = Fma.fma(q, r, 1f);
        return Fma.fma(q, r, 1f);
    }

    private static float log1pPolynomial(float f) {
        float q = Fma.fma(LOG1P_8, f, LOG1P_7);
        q = Fma.fma(q, f, LOG1P_6);
        q = Fma.fma(q, f, LOG1P_5);
        q = Fma.fma(q, f, LOG1P_4);
        q = Fma.fma(q, f, LOG1P_3);
        q = Fma.fma(q, f, LOG1P_2);
        q = Fma.fma(q, f, LOG1P_1);
        return Fma.fma(q, f, LOG1P_0);
    }

    private static float softplusPolynomial(float e) {
        float q = Fma.fma(SOFTPLUS_9, e, SOFTPLUS_8);
        q = Fma.fma(q, e, SOFTPLUS_7);
        q = Fma.fma(q, e, SOFTPLUS_6);
        q = Fma.fma(q, e, SOFTPLUS_5);
        q = Fma.fma(q, e, SOFTPLUS_4);
        q = Fma.fma(q, e, SOFTPLUS_3);
        q = Fma.fma(q, e, SOFTPLUS_2);
        q = Fma.fma(q, e, SOFTPLUS_1);
        return Fma.fma(q, e, SOFTPLUS_0);
    }

    private static float logPolynomial(float f) {
        float q = Fma.fma(LOG_8, f, LOG_7);
        q = Fma.fma(q, f, LOG_6);
        q = Fma.fma(q, f, LOG_5);
        q = Fma.fma(q, f, LOG_4);
        q = Fma.fma(q, f, LOG_3);
        q = Fma.fma(q, f, LOG_2);
        q = Fma.fma(q, f, LOG_1);
        return Fma.fma(q, f, LOG_0);
    }

    /** {@code (e^y - 1) / 2} for y in [0, 20]: with y = n ln 2 + r it is {@code 2^(n-1) expm1(r) + (2^(n-1) - 1/2)}. */
    private static float halfExpm1(float y) {
        float shifted = Fma.fma(y, LOG2_E, TANH_ROUND);
        float r = remainder(y, shifted - TANH_ROUND);
        float q = Fma.fma(EXPM1_4, r, EXPM1_3);
        q = Fma.fma(q, r, EXPM1_2);
        q = Fma.fma(q, r, EXPM1_1);
        q = Fma.fma(q, r, EXPM1_0);
        float expm1 = Fma.fma(q * r, r, r);
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted));
        return Fma.fma(scale, expm1, scale - 0.5f);
    }

    /** Sine of {@code quarter} (modulo 4) quarter turns plus u's remainder. */
    private static float turn(float u, float shifted, int quarter) {
        float r = Fma.fma(shifted - ROUND, -0.25f, u);
        float z = r * r;
        float sin = Fma.fma(Fma.fma(Fma.fma(SIN_3, z, SIN_2), z, SIN_1), z, SIN_0) * r;
        float cos = Fma.fma(Fma.fma(Fma.fma(COS_2, z, COS_1), z, COS_0), z, 1f);
        float value = (quarter & 1) == 0 ? sin : cos;
        int sign = (quarter & 2) << 30;
        // Adding +0 turns -0 into +0 and changes nothing else.
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ sign) + 0f;
    }
}
