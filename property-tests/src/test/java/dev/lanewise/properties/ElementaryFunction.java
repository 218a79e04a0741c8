package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.reference.ErrorFunctionReference;
import dev.lanewise.kernels.reference.MathReference;
import java.util.function.DoubleUnaryOperator;

/** The elementary functions with their oracle in double. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold no state.
enum ElementaryFunction {
    /** e^x. */
    EXP("ElementMath.exp", MathReference::exp, StrictMath::exp),
    /** e^x - 1. */
    EXPM1("ElementMath.expm1", MathReference::expm1, StrictMath::expm1),
    /** ln(x). */
    LOG("ElementMath.log", MathReference::log, StrictMath::log),
    /** ln(1 + x). */
    LOG1P("ElementMath.log1p", MathReference::log1p, StrictMath::log1p),
    /** Hyperbolic tangent. */
    TANH("Activations.activate:TANH", MathReference::tanh, StrictMath::tanh),
    /** 1 / (1 + e^-x). */
    SIGMOID("Activations.activate:SIGMOID", MathReference::sigmoid, x -> 1 / (1 + StrictMath.exp(-x))),
    /** ln(1 + e^x). */
    SOFTPLUS("ElementMath.softplus", MathReference::softplus, ElementaryFunction::softplus),
    /** Error function. */
    ERF("ElementMath.erf", ErrorFunctionReference::erf, ErrorFunctionOracle::erf);

    /** A function of one float. */
    interface FloatFunction {
        float apply(float x);
    }

    private final String kernel;
    private final FloatFunction function;
    private final DoubleUnaryOperator oracle;

    ElementaryFunction(String kernel, FloatFunction function, DoubleUnaryOperator oracle) {
        this.kernel = kernel;
        this.function = function;
        this.oracle = oracle;
    }

    float apply(float x) {
        return function.apply(x);
    }

    /** The catalogue's entry. */
    Kernel kernel() {
        return KernelCatalog.get(kernel);
    }

    /** The catalogue's bound. */
    double publishedUlps() {
        return kernel().contract().accuracy().ulps();
    }

    /** The oracle. */
    double exact(double x) {
        return oracle.applyAsDouble(x);
    }

    /** The error at x. */
    double ulps(float x) {
        return ulps(x, apply(x));
    }

    /**
     * The error of a result at x: |result - exact| in units in the last place of the exact value rounded to float.
     * Where that is NaN or infinite, or the result is, both must agree, else the error is infinite. Zeros must agree
     * in sign.
     */
    double ulps(float x, float result) {
        double exact = exact(x);
        float rounded = (float) exact;
        if (!Float.isFinite(rounded) || !Float.isFinite(result) || exact == 0) {
            return Float.compare(result, rounded) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(result - exact) / Math.ulp(rounded);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
