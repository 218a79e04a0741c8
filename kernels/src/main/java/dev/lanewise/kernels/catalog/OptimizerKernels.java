package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;
import static dev.lanewise.kernels.catalog.StepParameters.*;

import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.reference.OptimizerReference;
import java.util.List;

/** The kernels of {@link Optimizers}. */
final class OptimizerKernels {
    static final List<Kernel> ALL = List.of(
            Kernel.of(Optimizers.class, "sgd")
                    .formula(
                            "g' = fma(l2, w, gradientScale * g) + l1 * sgn(w); w' = fma(-shrink, w, w); w = fma(-learningRate, g', w')")
                    .special(SPECIAL)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW))
                    .parameters(RATE, SCALE, L1, L2, SHRINK)
                    .calls(o -> Optimizers.sgd(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.array(0), o.at(0), o.array(1), o.at(1)),
                            o -> OptimizerReference.sgd(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                                    o.parameter(3), o.parameter(4), o.array(0), o.at(0), o.array(1),
                                    o.at(1))),
            Kernel.of(Optimizers.class, "momentum")
                    .formula(
                            "g' and w' as in sgd; v = fma(innerRate, g', momentum * v); w = fma(outerRate, v, w')")
                    .special(SPECIAL)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("v", Shape.ROW))
                    .parameters(MOMENTUM, INNER, OUTER, SCALE, L1, L2, SHRINK)
                    .calls(o -> Optimizers.momentum(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6), o.array(0),
                            o.at(0), o.array(1), o.at(1), o.array(2), o.at(2)),
                            o -> OptimizerReference.momentum(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                                    o.at(2))),
            Kernel.of(Optimizers.class, "nesterov")
                    .formula("v as in momentum; w = fma(outerRate, fma(momentum, v, innerRate * g'), w')")
                    .special(SPECIAL)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("v", Shape.ROW))
                    .parameters(MOMENTUM, INNER, OUTER, SCALE, L1, L2, SHRINK)
                    .calls(o -> Optimizers.nesterov(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6), o.array(0),
                            o.at(0), o.array(1), o.at(1), o.array(2), o.at(2)),
                            o -> OptimizerReference.nesterov(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                                    o.at(2))),
            Kernel.of(Optimizers.class, "lion")
                    .formula(
                            "c = fma(1 - beta1, g', beta1 * m); m = fma(1 - beta2, g', beta2 * m); w = fma(-learningRate, sgn(c), w')")
                    .special(SPECIAL)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("m", Shape.ROW))
                    .parameters(RATE, BETA1, LION2, SCALE, L1, L2, SHRINK)
                    .calls(o -> Optimizers.lion(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6), o.array(0),
                            o.at(0), o.array(1), o.at(1), o.array(2), o.at(2)),
                            o -> OptimizerReference.lion(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                                    o.at(2))));

    private OptimizerKernels() {
    }
}
