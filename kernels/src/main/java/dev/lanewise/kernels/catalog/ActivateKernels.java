package dev.lanewise.kernels.catalog;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.reference.ActivationReference;
import java.util.List;
import java.util.stream.Stream;

/** {@link Activations#activate} with each {@link Activation}: the kernel of that function, or a copy. */
final class ActivateKernels {
    static final List<Kernel> ALL = Stream.of(Activation.values()).map(ActivateKernels::of).toList();

    private ActivateKernels() {
    }

    /** A new constant is declared by its line here; its contract is that of the method of its name. */
    private static Kernel of(Activation activation) {
        return switch (activation) {
            case IDENTITY -> like(activation,
                    Kernel.of(Activations.class, "activate")
                            .formula("y = x")
                            .special("every value stays")
                            .accuracy(Accuracy.EXACT)
                            .unary("x", "y", ActivateKernels::copy, ActivateKernels::copy));
            case RELU -> like(activation, ActivationKernels.RELU);
            case LEAKY_RELU -> like(activation, ActivationKernels.LEAKY_RELU);
            case SIGMOID -> like(activation, ActivationKernels.SIGMOID);
            case TANH -> like(activation, ActivationKernels.TANH);
        };
    }

    /** A function without a slope refuses any but 0. */
    private static Kernel like(Activation activation, Kernel kernel) {
        return new Kernel(Activations.class, "activate", activation.name(), kernel.contract(),
                kernel.operands(),
                kernel.parameters().isEmpty()
                        ? List.of(Parameter.finite("slope", 0f).refusing(0.01f))
                        : kernel.parameters(),
                kernel.minimumColumns(), o -> Activations.activate(activation, o.parameter(0), o.n(),
                        o.array(0), o.at(0), o.array(1), o.at(1)),
                kernel.definition());
    }

    private static void copy(int n, float[] x, int xOffset, float[] y, int yOffset) {
        ActivationReference.activate(v -> v, n, x, xOffset, y, yOffset);
    }
}
