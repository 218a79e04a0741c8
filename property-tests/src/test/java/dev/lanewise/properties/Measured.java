package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.catalog.Accuracy;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that publishes its error as a number, beside the exact function of x: a function, or the derivative that its
 * backward pass multiplies by dy.
 *
 * @param kernel the catalogue's entry
 * @param parameters of the kernel and of {@code saved}
 * @param saved what makes the kernel's first operand of x; null if that is x
 * @param exact the function or the derivative in double
 * @param scale what the absolute part of the error is multiplied by where dy is 1
 */
record Measured(Kernel kernel, List<Number> parameters, @Nullable Kernel saved, DoubleUnaryOperator exact,
        double scale) {
    /** Half a unit in the last place of 1. */
    private static final double U = 0x1p-24;
    /** For functions with a parameter, beside the usual one: no power of two, so that its product is rounded. */
    private static final float OTHER_ALPHA = 0.3f;

    /** The element functions, then both passes of each activation. */
    static List<Measured> all() {
        return Stream.concat(
                Arrays.stream(ElementaryFunction.values())
                        .filter(f -> f.kernel().owner() == ElementMath.class)
                        .map(f -> new Measured(f.kernel(), f.kernel().usual(), null, f::exact, 1)),
                Arrays.stream(Activation.values()).flatMap(Measured::activation)).toList();
    }

    private static Stream<Measured> activation(Activation f) {
        return f.hasAlpha()
                ? Stream.of(value(f, f.usualAlpha()), value(f, OTHER_ALPHA), derivative(f, f.usualAlpha()),
                        derivative(f, OTHER_ALPHA))
                : Stream.of(value(f, 0), derivative(f, 0));
    }

    static Measured value(Activation f, float alpha) {
        return new Measured(kernel("activate", f), List.of(alpha), null,
                x -> ActivationOracle.value(f, alpha, x), 1);
    }

    static Measured derivative(Activation f, float alpha) {
        return new Measured(kernel("activateBackward", f), List.of(alpha),
                f.backwardFrom() == Activation.Saved.OUTPUT ? kernel("activate", f) : null,
                x -> ActivationOracle.derivative(f, alpha, x), f == Activation.ELU ? alpha : 1);
    }

    private static Kernel kernel(String method, Activation f) {
        return KernelCatalog.get(Activations.class.getSimpleName() + "." + method + ":" + f);
    }

    /** The kernel's name, with alpha if it is not the usual one. */
    String name() {
        return parameters.equals(kernel.usual())
                ? kernel.name()
                : kernel.name() + " alpha=" + parameters.getFirst();
    }

    Accuracy published() {
        return kernel.contract().accuracy();
    }

    boolean isDerivative() {
        return kernel.operands().size() == 3;
    }

    /** The kernel's first operand. */
    float[] saved(float[] x) {
        return saved == null ? x : new FunctionCall(saved, parameters, x).facade();
    }

    /** The largest error that is published for an exact result; dy is 1 for a function. */
    double bound(double exact, double dy) {
        return published().ulps() * Deviation.ulp(exact) + published().absolute() * scale * Math.abs(dy);
    }

    /**
     * The largest error of the derivative at dy = 1 that keeps the result within the published bound for every dy. The
     * result is the derivative's float times dy, rounded once. An exact result is less than 2^24 of its ULP, so a relative error
     * r of the derivative is less than 2^24 r ULP; the rounding adds one half, and 1 if it goes up to the next exponent.
     */
    double boundForEveryDy(double exact) {
        double ulps = published().ulps();
        return (ulps <= 0.5 ? 0 : (ulps - 1) * U * Math.abs(exact)) + published().absolute() * scale;
    }

    /** Whether larger arguments must not give smaller results. */
    boolean isRising() {
        return !isDerivative() && !Stream.of("GELU", "GELU_TANH", "SILU").anyMatch(kernel.variant()::equals);
    }
}
