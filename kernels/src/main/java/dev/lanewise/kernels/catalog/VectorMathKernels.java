package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.inOut;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.VectorMath;
import dev.lanewise.kernels.reference.VectorMathReference;
import java.util.List;

/** The kernels of {@link VectorMath}. */
final class VectorMathKernels {
    private static final String AS_OPERATOR = "as the operator";

    static final List<Kernel> ALL = List.of(
            Kernel.of(VectorMath.class, "axpy")
                    .formula("y = fma(a, x, y)")
                    .special("as fma")
                    .operands(in("x", Shape.ROW), inOut("y", Shape.ROW))
                    .parameters(Parameter.any("a", 1e-6f, 1f, 0f, -1f, 0.1f, -0f, 1e-40f, 1e30f, Float.NaN,
                            Float.POSITIVE_INFINITY))
                    .calls(o -> VectorMath.axpy(o.n(), o.parameter(0), o.array(0), o.at(0), o.array(1),
                            o.at(1)),
                            o -> VectorMathReference.axpy(o.n(), o.parameter(0), o.array(0), o.at(0),
                                    o.array(1), o.at(1))),
            Kernel.of(VectorMath.class, "scale")
                    .formula("y = a * x")
                    .special(AS_OPERATOR)
                    .operands(in("x", Shape.ROW), out("y", Shape.ROW, 0))
                    .parameters(Parameter.factor("a"))
                    .calls(o -> VectorMath.scale(o.n(), o.parameter(0), o.array(0), o.at(0), o.array(1),
                            o.at(1)),
                            o -> VectorMathReference.scale(o.n(), o.parameter(0), o.array(0), o.at(0),
                                    o.array(1), o.at(1))),
            Kernel.of(VectorMath.class, "add")
                    .formula("z = x + y")
                    .special(AS_OPERATOR)
                    .binary("x", "y", "z", VectorMath::add, VectorMathReference::add),
            Kernel.of(VectorMath.class, "multiply")
                    .formula("z = x * y")
                    .special(AS_OPERATOR)
                    .binary("x", "y", "z", VectorMath::multiply, VectorMathReference::multiply),
            Kernel.of(VectorMath.class, "fma")
                    .formula("z = fma(a, b, c)")
                    .special("as fma")
                    .operands(in("a", Shape.ROW), in("b", Shape.ROW), in("c", Shape.ROW),
                            out("z", Shape.ROW, 0, 1, 2))
                    .calls(o -> VectorMath.fma(o.n(), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2),
                            o.at(2), o.array(3), o.at(3)),
                            o -> VectorMathReference.fma(o.n(), o.array(0), o.at(0), o.array(1), o.at(1),
                                    o.array(2), o.at(2), o.array(3), o.at(3))),
            Kernel.of(VectorMath.class, "clip")
                    .formula("y = x < low ? low : x > high ? high : x")
                    .special("NaN stays NaN, -0.0 stays where 0 does")
                    .accuracy(Accuracy.EXACT)
                    .operands(in("x", Shape.ROW), out("y", Shape.ROW, 0))
                    .parameters(Parameter.any("low", -1f, 0f, -0f, -1e30f, Float.NEGATIVE_INFINITY)
                            .refusing(Float.NaN),
                            Parameter.any("high", 1f, 0f, 1e-40f, 1e30f, Float.POSITIVE_INFINITY)
                                    .refusing(Float.NaN, -2f, Float.NEGATIVE_INFINITY))
                    .calls(o -> VectorMath.clip(o.n(), o.parameter(0), o.parameter(1), o.array(0), o.at(0),
                            o.array(1), o.at(1)),
                            o -> VectorMathReference.clip(o.n(), o.parameter(0), o.parameter(1), o.array(0),
                                    o.at(0), o.array(1), o.at(1))),
            Kernel.of(VectorMath.class, "sign")
                    .formula("y = sgn(x): 1, -1 or 0")
                    .special("NaN stays NaN; +0 at both zeros")
                    .accuracy(Accuracy.EXACT)
                    .unary("x", "y", VectorMath::sign, VectorMathReference::sign));

    private VectorMathKernels() {
    }
}
