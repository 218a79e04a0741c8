package dev.lanewise.kernels.reference;

/**
 * The constants of {@link MathReference} and {@link ErrorFunctionReference}: split logarithms, rounding offsets and
 * minimax polynomial coefficients, {@code NAME_k} being that of the k-th power. They are part of the definition: a
 * changed bit changes results.
 * {@code reports/decisions/002-minimax.py} derives them.
 */
public final class MathCoefficients {
    /** 1.5 * 2^23: added to a float of magnitude below 2^22, it rounds it to an integer kept in the low bits. */
    public static final float ROUND = 0x1.8p23f;
    /** The bits of {@link #ROUND}. */
    public static final int ROUND_BITS = 0x4B400000;
    /** The sign bit of a float. */
    public static final int SIGN_BIT = 0x80000000;
    /** Width of a float's stored significand: the shift to its exponent. */
    public static final int EXPONENT_SHIFT = 23;

    /** 1 / ln 2. */
    public static final float LOG2_E = 0x1.715476p0f;
    /** ln 2 to 15 bits: its product with an exponent is exact. */
    public static final float LN2_HIGH = 0x1.62e4p-1f;
    /** ln 2 - {@link #LN2_HIGH}. */
    public static final float LN2_LOW = 0x1.7f7d1cp-20f;

    /** exp(x) overflows from here on. */
    public static final float EXP_MAX = 89f;
    /** exp(x) rounds to 0 from here on. */
    public static final float EXP_MIN = -104f;
    /** exp(x) and its scale 2^n are normal for |x| below this. */
    public static final float EXP_NORMAL = 87f;
    /** {@link #ROUND} plus twice the exponent bias: each half of the rounded value is then a biased exponent. */
    public static final float EXP_ROUND = ROUND + 254f;
    /** (exp(r) - 1 - r) / r^2 for |r| <= ln(2) / 2: constant term. */
    public static final float EXP_0 = 0x1.fffffcp-2f;
    /** Coefficient of r. */
    public static final float EXP_1 = 0x1.55548cp-3f;
    /** Coefficient of r^2. */
    public static final float EXP_2 = 0x1.555858p-5f;
    /** Coefficient of r^3. */
    public static final float EXP_3 = 0x1.123dep-7f;
    /** Coefficient of r^4. */
    public static final float EXP_4 = 0x1.6ac748p-10f;

    /** The smallest normal float. */
    public static final float MIN_NORMAL = Float.MIN_NORMAL;
    /** Makes every subnormal normal: 2^{@link #LOG_LIFT_EXPONENT}. */
    public static final float LOG_LIFT = 0x1p24f;
    /** The exponent of {@link #LOG_LIFT}. */
    public static final float LOG_LIFT_EXPONENT = 24f;
    /** The bits of sqrt(1/2), where the reduced significands of log begin. */
    public static final int SQRT_HALF_BITS = 0x3F3504F3;
    /** The bits of a stored significand. */
    public static final int SIGNIFICAND_MASK = 0x007FFFFF;
    /** (log(1 + f) - f) / f^2 for f in [sqrt(1/2) - 1, sqrt(2) - 1): constant term. */
    public static final float LOG_0 = -0x1.fffff8p-2f;
    /** Coefficient of f. */
    public static final float LOG_1 = 0x1.55554ep-2f;
    /** Coefficient of f^2. */
    public static final float LOG_2 = -0x1.000438p-2f;
    /** Coefficient of f^3. */
    public static final float LOG_3 = 0x1.99a544p-3f;
    /** Coefficient of f^4. */
    public static final float LOG_4 = -0x1.5424f2p-3f;
    /** Coefficient of f^5. */
    public static final float LOG_5 = 0x1.22547ep-3f;
    /** Coefficient of f^6. */
    public static final float LOG_6 = -0x1.0f2e4ap-3f;
    /** Coefficient of f^7. */
    public static final float LOG_7 = 0x1.090a16p-3f;
    /** Coefficient of f^8. */
    public static final float LOG_8 = -0x1.3a4ad6p-4f;

    /** tanh(x) rounds to 1 from here on. */
    public static final float TANH_MAX = 10f;
    /** {@link #ROUND} plus the exponent bias minus 1: the rounded n becomes the biased exponent of 2^(n-1). */
    public static final float TANH_ROUND = ROUND + 126f;
    /** Up to here the quotient of tanh is refined. */
    public static final float TANH_REFINED = 0.5f;
    /** (expm1(r) - r) / r^2 for |r| <= ln(2) / 2, error relative to expm1(r): constant term. */
    public static final float EXPM1_0 = 0x1.fffffep-2f;
    /** Coefficient of r. */
    public static final float EXPM1_1 = 0x1.5554aap-3f;
    /** Coefficient of r^2. */
    public static final float EXPM1_2 = 0x1.55579ep-5f;
    /** Coefficient of r^3. */
    public static final float EXPM1_3 = 0x1.122c7cp-7f;
    /** Coefficient of r^4. */
    public static final float EXPM1_4 = 0x1.6ab278p-10f;

    /** sin(2 pi r) / r in powers of r^2 for |r| <= 1/8: constant term. */
    public static final float SIN_0 = 0x1.921fb4p2f;
    /** Coefficient of r^2. */
    public static final float SIN_1 = -0x1.4abb68p5f;
    /** Coefficient of r^4. */
    public static final float SIN_2 = 0x1.46496cp6f;
    /** Coefficient of r^6. */
    public static final float SIN_3 = -0x1.2a7638p6f;
    /** (cos(2 pi r) - 1) / r^2 in powers of r^2 for |r| <= 1/8: constant term. */
    public static final float COS_0 = -0x1.3bd3a2p4f;
    /** Coefficient of r^2. */
    public static final float COS_1 = 0x1.03b18ep6f;
    /** Coefficient of r^4. */
    public static final float COS_2 = -0x1.4eb112p6f;

    /** expm1(x) rounds to -1 from here on. */
    public static final float EXPM1_MIN = -20f;
    /** ln(3/2) - ln(2)/2: x is lowered by it before rounding, so that e^r lies in [3/4, 3/2]. */
    public static final float EXPM1_SHIFT = 0x1.e27076p-5f;
    /** {@link #ROUND} plus the exponent bias minus 1: the rounded n becomes the biased exponent of 2^(n-1). */
    public static final float EXPM1_ROUND = ROUND + 126f;
    /** (r - expm1(r)) / r^2 for r in [ln(3/4), ln(3/2)], error relative to expm1(r): constant term. */
    public static final float EXCESS_0 = -0.5f;
    /** Coefficient of r. */
    public static final float EXCESS_1 = -0x1.55555ep-3f;
    /** Coefficient of r^2. */
    public static final float EXCESS_2 = -0x1.55554ep-5f;
    /** Coefficient of r^3. */
    public static final float EXCESS_3 = -0x1.10ff02p-7f;
    /** Coefficient of r^4. */
    public static final float EXCESS_4 = -0x1.6c9778p-10f;
    /** Coefficient of r^5. */
    public static final float EXCESS_5 = -0x1.c393c8p-13f;

    /** The bits of 1. */
    public static final int ONE_BITS = 0x3F800000;
    /** The bits of 3/4, where the reduced significands of log1p begin. */
    public static final int THREE_QUARTERS_BITS = 0x3F400000;
    /** (log(1 + f) - f) / f^2 for f in [-1/4, 1/2]: constant term. */
    public static final float LOG1P_0 = -0x1.fffffep-2f;
    /** Coefficient of f. */
    public static final float LOG1P_1 = 0x1.555596p-2f;
    /** Coefficient of f^2. */
    public static final float LOG1P_2 = -0x1.0000a8p-2f;
    /** Coefficient of f^3. */
    public static final float LOG1P_3 = 0x1.996eap-3f;
    /** Coefficient of f^4. */
    public static final float LOG1P_4 = -0x1.54e682p-3f;
    /** Coefficient of f^5. */
    public static final float LOG1P_5 = 0x1.283c0cp-3f;
    /** Coefficient of f^6. */
    public static final float LOG1P_6 = -0x1.0d7a3p-3f;
    /** Coefficient of f^7. */
    public static final float LOG1P_7 = 0x1.aee706p-4f;
    /** Coefficient of f^8. */
    public static final float LOG1P_8 = -0x1.766ba8p-5f;

    /** {@link #ROUND} plus the exponent bias plus 64: the rounded n becomes the biased exponent of 2^(n+64). */
    public static final float SOFTPLUS_ROUND = ROUND + 191f;
    /** 2^-64. */
    public static final float SOFTPLUS_SCALE = 0x1p-64f;
    /** (log(1 + e) - e) / e^2 for e in [0, 1]: constant term. */
    public static final float SOFTPLUS_0 = -0x1.fffff8p-2f;
    /** Coefficient of e. */
    public static final float SOFTPLUS_1 = 0x1.5553b6p-2f;
    /** Coefficient of e^2. */
    public static final float SOFTPLUS_2 = -0x1.ffc59ep-3f;
    /** Coefficient of e^3. */
    public static final float SOFTPLUS_3 = 0x1.978b56p-3f;
    /** Coefficient of e^4. */
    public static final float SOFTPLUS_4 = -0x1.4a72c6p-3f;
    /** Coefficient of e^5. */
    public static final float SOFTPLUS_5 = 0x1.ff21d8p-4f;
    /** Coefficient of e^6. */
    public static final float SOFTPLUS_6 = -0x1.54cbfap-4f;
    /** Coefficient of e^7. */
    public static final float SOFTPLUS_7 = 0x1.58708cp-5f;
    /** Coefficient of e^8. */
    public static final float SOFTPLUS_8 = -0x1.bec7f8p-7f;
    /** Coefficient of e^9. */
    public static final float SOFTPLUS_9 = 0x1.0eefc4p-9f;

    /** Where erf changes from its own polynomial to that of its complement. */
    public static final float ERF_SPLIT = 1.125f;
    /** erf(x) rounds to 1 from here on. */
    public static final float ERF_MAX = 4f;
    /** erf(x) / x - 1 in powers of x^2 for |x| <= 9/8: constant term. */
    public static final float ERF_0 = 0x1.06eba8p-3f;
    /** Coefficient of x^2. */
    public static final float ERF_1 = -0x1.81272ep-2f;
    /** Coefficient of x^4. */
    public static final float ERF_2 = 0x1.ce2984p-4f;
    /** Coefficient of x^6. */
    public static final float ERF_3 = -0x1.b7bbdap-6f;
    /** Coefficient of x^8. */
    public static final float ERF_4 = 0x1.522eaep-8f;
    /** Coefficient of x^10. */
    public static final float ERF_5 = -0x1.9725ep-11f;
    /** Coefficient of x^12. */
    public static final float ERF_6 = 0x1.284124p-14f;
    /** The fourth root of 1 - erf(x) for x in [9/8, 4]: constant term. */
    public static final float ERFC_ROOT_0 = 0x1.01685ap0f;
    /** Coefficient of x. */
    public static final float ERFC_ROOT_1 = -0x1.3c3258p-2f;
    /** Coefficient of x^2. */
    public static final float ERFC_ROOT_2 = -0x1.03cae8p-4f;
    /** Coefficient of x^3. */
    public static final float ERFC_ROOT_3 = -0x1.9d86eap-5f;
    /** Coefficient of x^4. */
    public static final float ERFC_ROOT_4 = 0x1.0ed5cep-4f;
    /** Coefficient of x^5. */
    public static final float ERFC_ROOT_5 = -0x1.6bf1c8p-6f;
    /** Coefficient of x^6. */
    public static final float ERFC_ROOT_6 = 0x1.a7e9b4p-9f;
    /** Coefficient of x^7. */
    public static final float ERFC_ROOT_7 = -0x1.786e78p-13f;

    private MathCoefficients() {
    }
}
