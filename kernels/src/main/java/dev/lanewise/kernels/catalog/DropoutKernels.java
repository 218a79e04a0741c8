package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Dropout;
import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.reference.DropoutReference;
import java.util.List;
import java.util.stream.Stream;

/** The kernels of {@link Dropout}, with each {@link Activation} before it. */
final class DropoutKernels {
    private static final Parameter RATE = Parameter
            .finite("rate", 0.5f, 0f, -0f, 0.1f, 0.2f, 1e-10f, 0x1p-33f, 0.999999f, 0x1.fffffep-1f)
            .refusing(1f, -0x1p-149f, 2f);
    /** 1 for inverted dropout, 0 for the lecture's. */
    private static final Parameter INVERTED = Parameter.integer("inverted", 1L, 0L);

    static final List<Kernel> ALL = Stream.of(Activation.values()).map(DropoutKernels::forward).toList();

    private DropoutKernels() {
    }

    private static Kernel forward(Activation activation) {
        return Kernel.of(Dropout.class, "forward", activation.name())
                .formula("y = word < round(rate 2^32) ? +0 : activation(x) * (inverted ? 1 / (1 - rate) : 1)")
                .special("a dropped element is +0 whatever it was; otherwise as the activation")
                .accuracy(Accuracy.of("that of the activation, then rounded once"))
                .operands(in("x", Shape.ROW), out("y", Shape.ROW, 0))
                .parameters(alpha(activation), RATE, INVERTED, PhiloxKernels.SEED, PhiloxKernels.STREAM,
                        PhiloxKernels.FIRST)
                .calls(o -> Dropout.forward(activation, o.parameter(0), o.parameter(1), o.integer(2) == 1,
                        o.integer(3), o.integer(4), o.integer(5), o.n(), o.array(0), o.at(0), o.array(1),
                        o.at(1)),
                        o -> DropoutReference.forward(alone(activation, o.parameter(0)), o.parameter(1),
                                o.integer(2) == 1, o.integer(3), o.integer(4), o.integer(5), o.n(),
                                o.array(0), o.at(0), o.array(1), o.at(1)));
    }

    private static Parameter alpha(Activation activation) {
        return ActivateKernels.ALL.get(activation.ordinal()).parameters().get(0);
    }

    /** The activation, one element a call: it has kernels and definitions of its own. */
    private static ActivationReference.Scalar alone(Activation activation, float alpha) {
        return x -> {
            float[] one = {x};
            Activations.activate(activation, alpha, 1, one, 0, one, 0);
            return one[0];
        };
    }
}
