package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;
import static dev.lanewise.kernels.catalog.StepParameters.*;

import dev.lanewise.kernels.AdaptiveOptimizers;
import dev.lanewise.kernels.reference.AdaptiveReference;
import dev.lanewise.kernels.reference.RmsPropReference;
import java.util.List;

/** The kernels of {@link AdaptiveOptimizers}. */
final class AdaptiveOptimizerKernels {
    static final List<Kernel> ALL = List.of(
            Kernel.of(AdaptiveOptimizers.class, "adagrad")
                    .formula(
                            "s = fma(r, r, s); w = fma(-learningRate, g' / (sqrt(s + insideEpsilon) + epsilon), w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("s", Shape.ROW))
                    .parameters(RATE, INSIDE, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdaptiveOptimizers.adagrad(o.n(), o.parameter(0), o.parameter(1),
                            o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                            o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2)),
                            o -> AdaptiveReference.adagrad(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                                    o.at(2))),
            Kernel.of(AdaptiveOptimizers.class, "adadelta")
                    .formula(
                            "v = fma((1 - rho) * r, r, rho * v); d = sqrt((u + epsilon) / (v + epsilon)) * g'; u = fma((1 - rho) * d, d, rho * u); w = fma(-learningRate, d, w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("v", Shape.ROW),
                            inOut("u", Shape.ROW))
                    .parameters(RATE, RHO, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdaptiveOptimizers.adadelta(o.n(), o.parameter(0), o.parameter(1),
                            o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                            o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2), o.array(3),
                            o.at(3)),
                            o -> AdaptiveReference.adadelta(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                                    o.at(2), o.array(3), o.at(3))),
            Kernel.of(AdaptiveOptimizers.class, "rmsprop")
                    .formula(
                            "s = fma((1 - rho) * r, r, rho * s); q = g' / (sqrt(s + insideEpsilon) + epsilon); w = fma(-learningRate, q, w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("s", Shape.ROW))
                    .parameters(RATE, RHO, INSIDE, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdaptiveOptimizers.rmsprop(o.n(), o.parameter(0), o.parameter(1),
                            o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                            o.parameter(7), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2)),
                            o -> RmsPropReference.rmsprop(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.parameter(7), o.array(0), o.at(0), o.array(1), o.at(1),
                                    o.array(2), o.at(2))),
            Kernel.of(AdaptiveOptimizers.class, "rmspropMomentum")
                    .formula(
                            "s and q as in rmsprop; b = fma(innerRate, q, momentum * b); w = fma(outerRate, b, w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("s", Shape.ROW),
                            inOut("b", Shape.ROW))
                    .parameters(MOMENTUM, INNER, OUTER, RHO, INSIDE, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdaptiveOptimizers.rmspropMomentum(o.n(), o.parameter(0), o.parameter(1),
                            o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                            o.parameter(7), o.parameter(8), o.parameter(9), o.array(0), o.at(0), o.array(1),
                            o.at(1), o.array(2), o.at(2), o.array(3), o.at(3)),
                            o -> RmsPropReference.rmspropMomentum(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.parameter(7), o.parameter(8), o.parameter(9),
                                    o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2), o.array(3),
                                    o.at(3))),
            Kernel.of(AdaptiveOptimizers.class, "rmspropCentred")
                    .formula(
                            "s as in rmsprop; a = fma(1 - rho, g', rho * a); q = g' / (sqrt(fma(-a, a, s) + insideEpsilon) + epsilon); w = fma(-learningRate, q, w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("s", Shape.ROW),
                            inOut("a", Shape.ROW))
                    .parameters(RATE, RHO, INSIDE, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdaptiveOptimizers.rmspropCentred(o.n(), o.parameter(0), o.parameter(1),
                            o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                            o.parameter(7), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2),
                            o.array(3), o.at(3)),
                            o -> RmsPropReference.rmspropCentred(o.n(), o.parameter(0), o.parameter(1),
                                    o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                                    o.parameter(6), o.parameter(7), o.array(0), o.at(0), o.array(1), o.at(1),
                                    o.array(2), o.at(2), o.array(3), o.at(3))),
            Kernel.of(AdaptiveOptimizers.class, "rmspropCentredMomentum")
                    .formula("s, a and q as in rmspropCentred; b and w as in rmspropMomentum")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("s", Shape.ROW),
                            inOut("a", Shape.ROW), inOut("b", Shape.ROW))
                    .parameters(MOMENTUM, INNER, OUTER, RHO, INSIDE, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdaptiveOptimizers.rmspropCentredMomentum(o.n(), o.parameter(0),
                            o.parameter(1), o.parameter(2), o.parameter(3), o.parameter(4), o.parameter(5),
                            o.parameter(6), o.parameter(7), o.parameter(8), o.parameter(9), o.array(0),
                            o.at(0), o.array(1), o.at(1), o.array(2), o.at(2), o.array(3), o.at(3),
                            o.array(4), o.at(4)),
                            o -> RmsPropReference.rmspropCentredMomentum(o.n(), o.parameter(0),
                                    o.parameter(1), o.parameter(2), o.parameter(3), o.parameter(4),
                                    o.parameter(5), o.parameter(6), o.parameter(7), o.parameter(8),
                                    o.parameter(9), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                                    o.at(2), o.array(3), o.at(3), o.array(4), o.at(4))));

    private AdaptiveOptimizerKernels() {
    }
}
