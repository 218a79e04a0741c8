package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.reference.ActivationReference;
import java.util.List;
import java.util.stream.Stream;

/** The kernels of {@link Activations}: both passes of each {@link Activation}, and the bias. */
final class ActivationKernels {
    private static final String GATED = "NaN and -0.0 stay; -infinity gives -0.0";
    private static final String CANCELS = "the terms cancel where the derivative is 0";
    private static final String OF_VALUE = "y is rounded where the derivative is near 0";
    private static final String UNDERFLOW = "a subnormal sigmoid is rounded";
    private static final String OF_Y = "NaN in y or dy gives NaN, as do infinities of dy where the derivative is 0";
    private static final String DY = "|dy|";
    private static final String FINITE = "NaN gives NaN; infinities of x do not, of dy where the derivative is 0";

    private static final Kernel ADD_BIAS = Kernel.of(Activations.class, "addBias")
            .formula("z[i,j] = z[i,j] + bias[j]")
            .special("as the operator +")
            .operands(inOut("z", Shape.MATRIX), in("bias", Shape.ROW))
            .calls(o -> Activations.addBias(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0), o.array(1),
                    o.at(1)),
                    o -> ActivationReference.addBias(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1)));

    static final List<Kernel> ALL = Stream
            .concat(Stream.of(Activation.values()).flatMap(a -> Stream.of(forward(a), backward(a))),
                    Stream.of(ADD_BIAS))
            .toList();

    private ActivationKernels() {
    }

    private static Kernel forward(Activation f) {
        return contract(f, Kernel.of(Activations.class, "activate", f.name()))
                .operands(in("x", Shape.ROW), out("y", Shape.ROW, 0))
                .parameters(alpha(f))
                .calls(o -> Activations.activate(f, o.parameter(0), o.n(), o.array(0), o.at(0), o.array(1),
                        o.at(1)),
                        o -> ActivationReference.activate(f.value(o.parameter(0)), o.n(), o.array(0),
                                o.at(0), o.array(1), o.at(1)));
    }

    private static Kernel backward(Activation f) {
        return gradientContract(f, Kernel.of(Activations.class, "activateBackward", f.name()))
                .operands(in("saved", Shape.ROW), in("dy", Shape.ROW), out("dx", Shape.ROW, 0, 1))
                .parameters(alpha(f))
                .calls(o -> Activations.activateBackward(f, o.parameter(0), o.n(), o.array(0), o.at(0),
                        o.array(1), o.at(1), o.array(2), o.at(2)),
                        o -> ActivationReference.activateBackward(f.gradient(o.parameter(0)), o.n(),
                                o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2)));
    }

    static Parameter alpha(Activation f) {
        return switch (f) {
            case LEAKY_RELU -> Parameter.finite("alpha", 0.01f, 0f, 1f, -0.5f, -0f, 1e-38f, 3e38f);
            case ELU -> Parameter.finite("alpha", 1f, 0.5f, 1e-38f, 3e38f).refusing(0f, -0f, -1f);
            default -> Parameter.finite("alpha", 0f).refusing(0.01f);
        };
    }

    private static Declaration contract(Activation f, Declaration d) {
        return switch (f) {
            case IDENTITY -> d.formula("y = x").special("every value stays").accuracy(Accuracy.EXACT);
            case RELU -> d.formula("y = x < 0 ? +0 : x")
                    .special("NaN and -0.0 stay")
                    .accuracy(Accuracy.EXACT);
            case LEAKY_RELU -> d.formula("y = x < 0 ? alpha * x : x")
                    .special("NaN and -0.0 stay")
                    .accuracy(Accuracy.ulp(0.5));
            case ELU -> d.formula("y = x < 0 ? alpha * expm1(x) : x")
                    .special("NaN and -0.0 stay")
                    .accuracy(Accuracy.ulp(3));
            case SELU ->
                d.formula("y = x < 0 ? 1.7581 * expm1(x) : 1.0507 * x")
                        .special("NaN and -0.0 stay")
                        .accuracy(Accuracy.ulp(2.5));
            case SIGMOID -> d.formula("y = 1 / (1 + e^-x)")
                    .special("NaN stays; -infinity gives +0, +infinity 1")
                    .accuracy(Accuracy.ulp(1.647));
            case TANH -> d.formula("y = tanh(x)")
                    .special("NaN and -0.0 stay; infinities give -1 and 1")
                    .accuracy(Accuracy.ulp(1.847));
            case SOFTPLUS -> d.formula("y = ln(1 + e^x)")
                    .special("NaN and +infinity stay; -infinity gives +0")
                    .accuracy(Accuracy.ulp(1.823));
            case GELU -> d.formula("y = x * fma(0.5, erf(x * sqrt(1/2)), 0.5)")
                    .special(GATED)
                    .accuracy(Accuracy.ulp(2, 1.1e-7, "", "1 + erf cancels below 0"));
            case GELU_TANH ->
                d.formula("y = x * sigmoid(x * fma(x * x, 0.07135, 1.59577))")
                        .special(GATED)
                        .accuracy(Accuracy.ulp(4.4, 1.1e-8, "", "the sigmoid's argument is rounded"));
            case SILU -> d.formula("y = x * sigmoid(x)")
                    .special(GATED)
                    .accuracy(Accuracy.ulp(3, 0x1p-143, "", UNDERFLOW));
        };
    }

    private static Declaration gradientContract(Activation f, Declaration d) {
        return switch (f) {
            case IDENTITY -> d.formula("dx = dy").special("every value stays").accuracy(Accuracy.EXACT);
            case RELU -> d.formula("dx = x < 0 ? +0 : dy")
                    .special("the derivative at 0, -0.0 and NaN is 1")
                    .accuracy(Accuracy.EXACT);
            case LEAKY_RELU -> d.formula("dx = x < 0 ? alpha * dy : dy")
                    .special("the derivative at 0, -0.0 and NaN is 1")
                    .accuracy(Accuracy.ulp(0.5));
            case ELU -> d.formula("dx = y < 0 ? dy * (y + alpha) : dy")
                    .special("the derivative at 0, -0.0 and NaN is 1, also where y underflows to -0.0")
                    .accuracy(Accuracy.ulp(2, 0x1p-23, "alpha |dy|", OF_VALUE + "; alpha normal"));
            case SELU -> d.formula("dx = dy * (y < 0 ? y + 1.7581 : 1.0507)")
                    .special("the derivative at 0, -0.0 and NaN is that above 0")
                    .accuracy(Accuracy.ulp(2, 1.4e-7, DY, OF_VALUE));
            case SIGMOID -> d.formula("dx = dy * (y * (1 - y))")
                    .special(OF_Y)
                    .accuracy(Accuracy.ulp(3, 3.5e-8, DY, OF_VALUE));
            case TANH -> d.formula("dx = dy * fma(-y, y, 1)")
                    .special(OF_Y)
                    .accuracy(Accuracy.ulp(2, 2e-7, DY, OF_VALUE));
            case SOFTPLUS -> d.formula("dx = dy * sigmoid(x)")
                    .special(FINITE)
                    .accuracy(Accuracy.ulp(3.5, 0x1p-148, DY, UNDERFLOW));
            case GELU -> d.formula("dx = dy * fma(x, 0.39894 * exp(x * -0.5 * x), Phi(x))")
                    .special(FINITE)
                    .accuracy(Accuracy.ulp(4, 6.5e-8, DY, CANCELS));
            case GELU_TANH ->
                d.formula("dx = dy * fma(x * w, s * (1 - s), s), s the sigmoid of activate, w its slope")
                        .special(FINITE)
                        .accuracy(Accuracy.ulp(4, 9.5e-7, DY, CANCELS));
            case SILU ->
                d.formula("dx = dy * fma(x * s, 1 - s, s), s = sigmoid(x)")
                        .special(FINITE)
                        .accuracy(Accuracy.ulp(4, 3.3e-7, DY, CANCELS));
        };
    }
}
