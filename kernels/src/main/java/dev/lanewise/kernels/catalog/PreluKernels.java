package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Prelu;
import dev.lanewise.kernels.reference.PreluReference;
import java.util.List;

/** The kernels of {@link Prelu}. */
final class PreluKernels {
    private static final Kernel FORWARD = Kernel.of(Prelu.class, "forward")
            .formula("y[i,j] = x[i,j] < 0 ? slopes[j] * x[i,j] : x[i,j]")
            .special("NaN and -0.0 of x stay")
            .operands(in("x", Shape.DENSE), in("slopes", Shape.ROW), out("y", Shape.DENSE, 0))
            .calls(o -> Prelu.forward(o.rows(), o.columns(), o.array(0), o.at(0), o.array(1), o.at(1),
                    o.array(2), o.at(2)),
                    o -> PreluReference.forward(o.rows(), o.columns(), o.array(0), o.at(0), o.array(1),
                            o.at(1), o.array(2), o.at(2)));

    private static final Kernel BACKWARD = Kernel.of(Prelu.class, "backward")
            .formula("dx[i,j] = x[i,j] < 0 ? slopes[j] * dy[i,j] : dy[i,j]; "
                    + "dslopes[j] = fma(dy[i,j], x[i,j], dslopes[j]) where x[i,j] < 0, from +0, rows ascending")
            .special("the derivative at 0, -0.0 and NaN is 1")
            .operands(in("x", Shape.DENSE), in("dy", Shape.DENSE), in("slopes", Shape.ROW),
                    out("dx", Shape.DENSE, 0, 1), out("dslopes", Shape.ROW))
            .calls(o -> Prelu.backward(o.rows(), o.columns(), o.array(0), o.at(0), o.array(1), o.at(1),
                    o.array(2), o.at(2), o.array(3), o.at(3), o.array(4), o.at(4)),
                    o -> PreluReference.backward(o.rows(), o.columns(), o.array(0), o.at(0), o.array(1),
                            o.at(1), o.array(2), o.at(2), o.array(3), o.at(3), o.array(4), o.at(4)));

    static final List<Kernel> ALL = List.of(FORWARD, BACKWARD);

    private PreluKernels() {
    }
}
