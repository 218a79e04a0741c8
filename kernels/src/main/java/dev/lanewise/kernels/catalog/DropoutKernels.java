package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Dropout;
import dev.lanewise.kernels.reference.DropoutReference;
import java.util.List;
import java.util.stream.Stream;

/** The kernels of {@link Dropout}: both passes with each {@link Activation}. */
final class DropoutKernels {
    private static final Parameter RATE = Parameter
            .finite("rate", 0.5f, 0f, -0f, 0.1f, 0.2f, 1e-10f, 0x1p-33f, 0.999999f, 0x1.fffffep-1f)
            .refusing(1f, -0x1p-149f, 2f);
    /** 1 for inverted dropout, 0 for the lecture's. */
    private static final Parameter INVERTED = Parameter.integer("inverted", 1L, 0L);
    private static final String SPECIAL = "a dropped element is +0 whatever it was; otherwise as the activation";

    static final List<Kernel> ALL = Stream.of(Activation.values())
            .flatMap(f -> Stream.of(forward(f), backward(f)))
            .toList();

    private DropoutKernels() {
    }

    private static Kernel forward(Activation f) {
        return Kernel.of(Dropout.class, "forward", f.name())
                .formula("y = word < round(rate 2^32) ? +0 : activate(x) * (inverted ? 1 / (1 - rate) : 1)")
                .special(SPECIAL)
                .accuracy(Accuracy.of("that of the activation, then rounded once"))
                .operands(in("x", Shape.ROW), out("y", Shape.ROW, 0))
                .parameters(parameters(f))
                .calls(o -> Dropout.forward(f, o.parameter(0), o.parameter(1), o.integer(2) == 1,
                        o.integer(3), o.integer(4), o.integer(5), o.n(), o.array(0), o.at(0), o.array(1),
                        o.at(1)),
                        o -> DropoutReference.forward(f.value(o.parameter(0)), o.parameter(1),
                                o.integer(2) == 1, o.integer(3), o.integer(4), o.integer(5), o.n(),
                                o.array(0), o.at(0), o.array(1), o.at(1)));
    }

    private static Kernel backward(Activation f) {
        Activation saved = f.backwardFrom() == Activation.Saved.INPUT ? Activation.IDENTITY : f;
        return Kernel.of(Dropout.class, "backward", f.name())
                .formula("dx = word < round(rate 2^32) ? +0 : activateBackward(x, dy)"
                        + " * (inverted ? 1 / (1 - rate) : 1)")
                .special(SPECIAL)
                .accuracy(Accuracy.of("that of the activation, then rounded once"))
                .operands(in("x", Shape.ROW), in("dy", Shape.ROW), out("dx", Shape.ROW, 0, 1))
                .parameters(parameters(f))
                .calls(o -> Dropout.backward(f, o.parameter(0), o.parameter(1), o.integer(2) == 1,
                        o.integer(3), o.integer(4), o.integer(5), o.n(), o.array(0), o.at(0), o.array(1),
                        o.at(1), o.array(2), o.at(2)),
                        o -> DropoutReference.backward(saved.value(o.parameter(0)),
                                f.gradient(o.parameter(0)), o.parameter(1), o.integer(2) == 1, o.integer(3),
                                o.integer(4), o.integer(5), o.n(), o.array(0), o.at(0), o.array(1), o.at(1),
                                o.array(2), o.at(2)));
    }

    private static Parameter[] parameters(Activation f) {
        return new Parameter[]{ActivationKernels.alpha(f), RATE, INVERTED, PhiloxKernels.SEED,
                PhiloxKernels.STREAM, PhiloxKernels.FIRST};
    }
}
