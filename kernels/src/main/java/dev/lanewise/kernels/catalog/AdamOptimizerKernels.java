package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;
import static dev.lanewise.kernels.catalog.StepParameters.*;

import dev.lanewise.kernels.AdamOptimizers;
import dev.lanewise.kernels.reference.AdamReference;
import java.util.List;

/** The kernels of {@link AdamOptimizers}. */
final class AdamOptimizerKernels {
    static final List<Kernel> ALL = List.of(
            Kernel.of(AdamOptimizers.class, "adam")
                    .formula(
                            "m = fma(1 - beta1, g', beta1 * m); v = fma((1 - beta2) * r, r, beta2 * v); w = fma(-rate, m / fma(sqrt(v), rootScale, epsilon), w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("m", Shape.ROW),
                            inOut("v", Shape.ROW))
                    .parameters(ADAM_RATE, ROOT_SCALE, BETA1, BETA2, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdamOptimizers.adam(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6), o.parameter(7),
                            o.parameter(8), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2),
                            o.array(3), o.at(3)),
                            o -> AdamReference.adam(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                                    o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                                    o.parameter(7), o.parameter(8), o.array(0), o.at(0), o.array(1), o.at(1),
                                    o.array(2), o.at(2), o.array(3), o.at(3))),
            Kernel.of(AdamOptimizers.class, "amsgrad")
                    .formula(
                            "m and v as in adam; x = max(x, v); w = fma(-rate, m / fma(sqrt(x), rootScale, epsilon), w')")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("m", Shape.ROW),
                            inOut("v", Shape.ROW), inOut("x", Shape.ROW))
                    .parameters(ADAM_RATE, ROOT_SCALE, BETA1, BETA2, EPSILON, SCALE, L1, L2, SHRINK)
                    .calls(o -> AdamOptimizers.amsgrad(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6), o.parameter(7),
                            o.parameter(8), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2),
                            o.array(3), o.at(3), o.array(4), o.at(4)),
                            o -> AdamReference.amsgrad(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                                    o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                                    o.parameter(7), o.parameter(8), o.array(0), o.at(0), o.array(1), o.at(1),
                                    o.array(2), o.at(2), o.array(3), o.at(3), o.array(4), o.at(4))),
            Kernel.of(AdamOptimizers.class, "nadam")
                    .formula(
                            "m and v as in adam; w = w' - fma(momentRate, m, gradientRate * g') / fma(sqrt(v), rootScale, epsilon)")
                    .special(SQUARING)
                    .operands(inOut("w", Shape.ROW), in("g", Shape.ROW), inOut("m", Shape.ROW),
                            inOut("v", Shape.ROW))
                    .parameters(MOMENT_RATE, GRADIENT_RATE, ROOT_SCALE, BETA1, BETA2, EPSILON, SCALE, L1, L2,
                            SHRINK)
                    .calls(o -> AdamOptimizers.nadam(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                            o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6), o.parameter(7),
                            o.parameter(8), o.parameter(9), o.array(0), o.at(0), o.array(1), o.at(1),
                            o.array(2), o.at(2), o.array(3), o.at(3)),
                            o -> AdamReference.nadam(o.n(), o.parameter(0), o.parameter(1), o.parameter(2),
                                    o.parameter(3), o.parameter(4), o.parameter(5), o.parameter(6),
                                    o.parameter(7), o.parameter(8), o.parameter(9), o.array(0), o.at(0),
                                    o.array(1), o.at(1), o.array(2), o.at(2), o.array(3), o.at(3))));

    private AdamOptimizerKernels() {
    }
}
