package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.reference.ActivationReference;
import java.util.List;

/** The kernels of {@link Activations} but {@code activate}. */
final class ActivationKernels {
    static final Kernel RELU = Kernel.of(Activations.class, "relu")
            .formula("y = x < 0 ? +0 : x")
            .special("NaN stays NaN, -0.0 stays -0.0")
            .accuracy(Accuracy.EXACT)
            .unary("x", "y", Activations::relu, ActivationReference::relu);

    static final Kernel RELU_BACKWARD = Kernel.of(Activations.class, "reluBackward")
            .formula("dx = x < 0 ? +0 : dy")
            .special("the derivative at 0, -0.0 and NaN is 1")
            .accuracy(Accuracy.EXACT)
            .binary("x", "dy", "dx", Activations::reluBackward, ActivationReference::reluBackward);

    static final Kernel LEAKY_RELU = Kernel.of(Activations.class, "leakyRelu")
            .formula("y = x < 0 ? slope * x : x")
            .special("NaN stays NaN, -0.0 stays -0.0")
            .operands(in("x", Shape.ROW), out("y", Shape.ROW, 0))
            .parameters(Parameter.slope())
            .calls(o -> Activations.leakyRelu(o.n(), o.array(0), o.at(0), o.parameter(0), o.array(1),
                    o.at(1)),
                    o -> ActivationReference.leakyRelu(o.n(), o.array(0), o.at(0), o.parameter(0), o.array(1),
                            o.at(1)));

    static final Kernel LEAKY_RELU_BACKWARD = Kernel.of(Activations.class, "leakyReluBackward")
            .formula("dx = x < 0 ? slope * dy : dy")
            .special("the derivative at 0, -0.0 and NaN is 1")
            .operands(in("x", Shape.ROW), in("dy", Shape.ROW), out("dx", Shape.ROW, 0, 1))
            .parameters(Parameter.slope())
            .calls(o -> Activations.leakyReluBackward(o.n(), o.array(0), o.at(0), o.array(1), o.at(1),
                    o.parameter(0), o.array(2), o.at(2)),
                    o -> ActivationReference.leakyReluBackward(o.n(), o.array(0), o.at(0), o.array(1),
                            o.at(1), o.parameter(0), o.array(2), o.at(2)));

    static final Kernel SIGMOID = Kernel.of(Activations.class, "sigmoid")
            .formula("y = 1 / (1 + e^-x)")
            .special("NaN stays NaN; -infinity gives +0, +infinity 1")
            .accuracy(Accuracy.ulp(2, "sigmoid"))
            .unary("x", "y", Activations::sigmoid, ActivationReference::sigmoid);

    static final Kernel SIGMOID_BACKWARD = Kernel.of(Activations.class, "sigmoidBackward")
            .formula("dx = dy * (y * (1 - y))")
            .special("NaN in y or dy gives NaN")
            .binary("y", "dy", "dx", Activations::sigmoidBackward, ActivationReference::sigmoidBackward);

    static final Kernel TANH = Kernel.of(Activations.class, "tanh")
            .formula("y = tanh(x)")
            .special("NaN stays NaN, -0.0 stays -0.0; infinities give -1 and 1")
            .accuracy(Accuracy.ulp(2, "tanh"))
            .unary("x", "y", Activations::tanh, ActivationReference::tanh);

    static final Kernel TANH_BACKWARD = Kernel.of(Activations.class, "tanhBackward")
            .formula("dx = dy * fma(-y, y, 1)")
            .special("NaN in y or dy gives NaN")
            .binary("y", "dy", "dx", Activations::tanhBackward, ActivationReference::tanhBackward);

    static final Kernel ADD_BIAS = Kernel.of(Activations.class, "addBias")
            .formula("z[i,j] = z[i,j] + bias[j]")
            .special("as the operator +")
            .operands(inOut("z", Shape.MATRIX), in("bias", Shape.ROW))
            .calls(o -> Activations.addBias(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0), o.array(1),
                    o.at(1)),
                    o -> ActivationReference.addBias(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1)));

    static final List<Kernel> ALL = List.of(RELU, RELU_BACKWARD, LEAKY_RELU, LEAKY_RELU_BACKWARD, SIGMOID,
            SIGMOID_BACKWARD, TANH, TANH_BACKWARD, ADD_BIAS);

    private ActivationKernels() {
    }
}
