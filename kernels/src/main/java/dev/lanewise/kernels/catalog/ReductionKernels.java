package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.List;

/** The kernels of {@link Reductions}. */
final class ReductionKernels {
    private static final Accuracy SUM = Accuracy.of("gamma(ceil(n / 64) + 5) times the sum of magnitudes");
    private static final String AS_PLUS = "as the operator +; no element gives +0";

    static final List<Kernel> ALL = List.of(
            Kernel.of(Reductions.class, "sum")
                    .formula("sum of x, element i into accumulator i mod 64, then a fixed tree")
                    .special(AS_PLUS)
                    .accuracy(SUM)
                    .reduction("x", Reductions::sum, ReductionReference::sum),
            Kernel.of(Reductions.class, "dot")
                    .formula("acc = fma(x, y, acc) in the order of sum")
                    .special(AS_PLUS)
                    .accuracy(SUM)
                    .reduction("x", "y", Reductions::dot, ReductionReference::dot),
            Kernel.of(Reductions.class, "squaredDistance")
                    .formula("d = x - y; acc = fma(d, d, acc) in the order of sum")
                    .special(AS_PLUS)
                    .accuracy(SUM)
                    .reduction("x", "y", Reductions::squaredDistance, ReductionReference::squaredDistance),
            Kernel.of(Reductions.class, "columnSums")
                    .formula("out[j] = x[0,j] + x[1,j] + ..., from +0, rows ascending")
                    .special(AS_PLUS)
                    .accuracy(Accuracy.of("gamma(rows) times the sum of magnitudes"))
                    .operands(in("x", Shape.MATRIX), out("out", Shape.ROW))
                    .calls(o -> Reductions.columnSums(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1)),
                            o -> ReductionReference.columnSums(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.array(1), o.at(1))));

    private ReductionKernels() {
    }
}
