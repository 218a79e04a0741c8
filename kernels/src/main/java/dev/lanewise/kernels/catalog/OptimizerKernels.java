package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;

import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.reference.OptimizerReference;
import java.util.List;

/** The kernels of {@link Optimizers}. */
final class OptimizerKernels {
    static final List<Kernel> ALL = List.of(
            Kernel.of(Optimizers.class, "sgd")
                    .formula("w = fma(-learningRate, g, w)")
                    .special("NaN in w or g gives NaN")
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW))
                    .parameters(Parameter.any("learningRate", 1e-6f, 1f, 0f, -1f, 0.1f, -0f, 1e-40f, 1e30f,
                            Float.NaN, Float.POSITIVE_INFINITY))
                    .calls(o -> Optimizers.sgd(o.n(), o.parameter(0), o.array(0), o.at(0), o.array(1),
                            o.at(1)),
                            o -> OptimizerReference.sgd(o.n(), o.parameter(0), o.array(0), o.at(0),
                                    o.array(1), o.at(1))));

    private OptimizerKernels() {
    }
}
