package dev.lanewise.kernels.reference;

import static dev.lanewise.kernels.reference.MathCoefficients.*;

/**
 * The error function on one float, built as {@link MathReference} is. Largest error over all 2^32 inputs: 1.345 ULP.
 * It may step the wrong way between neighbouring arguments, within that bound. Method and measurement:
 * {@code reports/decisions/002-own-elementary-functions.md}.
 */
public final class ErrorFunctionReference {
    private ErrorFunctionReference() {
    }

    /**
     * {@code 2 / sqrt(pi)} times the integral of {@code e^(-t^2)} from 0 to x. Below 9/8 it is {@code x + x q(x^2)}, q of
     * degree 6; beyond, {@code 1 - p(|x|)^4} with x's sign, p of degree 7 being the fourth root of the complement, which
     * is smoother than the complement and spares an exponential. erf(±0) = ±0; erf(±inf) = ±1; never beyond ±1.
     */
    public static float erf(float x) {
        int bits = Float.floatToRawIntBits(x);
        float magnitude = Float.intBitsToFloat(bits & ~SIGN_BIT);
        float small = Fma.fma(x, erfPolynomial(x * x), x);
        float root = erfcRootPolynomial(magnitude > ERF_MAX ? ERF_MAX : magnitude);
        float square = root * root;
        int large = Float.floatToRawIntBits(Fma.fma(-square, square, 1f)) | (bits & SIGN_BIT);
        return magnitude < ERF_SPLIT ? small : Float.intBitsToFloat(large);
    }

    private static float erfPolynomial(float z) {
        float q = Fma.fma(ERF_6, z, ERF_5);
        q = Fma.fma(q, z, ERF_4);
        q = Fma.fma(q, z, ERF_3);
        q = Fma.fma(q, z, ERF_2);
        q = Fma.fma(q, z, ERF_1);
        return Fma.fma(q, z, ERF_0);
    }

    private static float erfcRootPolynomial(float x) {
        float p = Fma.fma(ERFC_ROOT_7, x, ERFC_ROOT_6);
        p = Fma.fma(p, x, ERFC_ROOT_5);
        p = Fma.fma(p, x, ERFC_ROOT_4);
        p = Fma.fma(p, x, ERFC_ROOT_3);
        p = Fma.fma(p, x, ERFC_ROOT_2);
        p = Fma.fma(p, x, ERFC_ROOT_1);
        return Fma.fma(p, x, ERFC_ROOT_0);
    }
}
