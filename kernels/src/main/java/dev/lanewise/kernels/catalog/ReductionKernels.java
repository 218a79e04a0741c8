package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.List;

/** The kernels of {@link Reductions}. */
final class ReductionKernels {
    private static final Accuracy SUM = Accuracy.of("gamma(ceil(n / 64) + 5) times the sum of magnitudes");
    private static final Accuracy DOT = Accuracy
            .of("gamma(ceil(n / 64) + 6) times the sum of |x y|, + n 2^-150 where products underflow");
    private static final Accuracy DISTANCE = Accuracy
            .of("gamma(ceil(n / 64) + 8) times the result, + n 2^-150 where squares underflow");
    private static final Accuracy VARIANCE = Accuracy
            .of("gamma(ceil(n / 64) + 9) times the result, and the mean's error squared, if no square underflows");
    private static final String AS_PLUS = "as the operator +; no element gives +0";
    private static final String NAN = "NaN gives NaN; an overflow gives infinity or NaN";
    private static final String FIRST_NAN = "the first NaN wins; +0 and -0 are equal";

    static final List<Kernel> ALL = List.of(
            Kernel.of(Reductions.class, "sum")
                    .formula("sum of x, element i into accumulator i mod 64, then a fixed tree")
                    .special(AS_PLUS)
                    .accuracy(SUM)
                    .reduction("x", Reductions::sum, ReductionReference::sum),
            Kernel.of(Reductions.class, "mean")
                    .formula("sum(x) / n")
                    .special(NAN)
                    .accuracy(Accuracy.of("gamma(ceil(n / 64) + 6) times the mean magnitude"))
                    .minimumColumns(1)
                    .reduction("x", Reductions::mean, ReductionReference::mean),
            Kernel.of(Reductions.class, "variance")
                    .formula("d = x - mean(x); acc = fma(d, d, acc) in the order of sum; acc / n")
                    .special(NAN)
                    .accuracy(VARIANCE)
                    .minimumColumns(1)
                    .reduction("x", Reductions::variance, ReductionReference::variance),
            Kernel.of(Reductions.class, "sampleVariance")
                    .formula("d = x - mean(x); acc = fma(d, d, acc) in the order of sum; acc / (n - 1)")
                    .special(NAN)
                    .accuracy(VARIANCE)
                    .minimumColumns(2)
                    .reduction("x", Reductions::sampleVariance, ReductionReference::sampleVariance),
            Kernel.of(Reductions.class, "l1Norm")
                    .formula("acc = acc + |x| in the order of sum")
                    .special(AS_PLUS)
                    .accuracy(SUM)
                    .reduction("x", Reductions::l1Norm, ReductionReference::l1Norm),
            Kernel.of(Reductions.class, "l2Norm")
                    .formula("sqrt(dot(x, x))")
                    .special(
                            "infinite from |x| = 1.8e19 on; below 1.1e-19 squares lose bits, below 2.6e-23 all")
                    .accuracy(Accuracy
                            .of("gamma(ceil(n / 64) + 8) / 2 times the norm, if no square underflows"))
                    .reduction("x", Reductions::l2Norm, ReductionReference::l2Norm),
            Kernel.of(Reductions.class, "dot")
                    .formula("acc = fma(x, y, acc) in the order of sum")
                    .special(AS_PLUS)
                    .accuracy(DOT)
                    .reduction("x", "y", Reductions::dot, ReductionReference::dot),
            Kernel.of(Reductions.class, "squaredDistance")
                    .formula("d = x - y; acc = fma(d, d, acc) in the order of sum")
                    .special(AS_PLUS)
                    .accuracy(DISTANCE)
                    .reduction("x", "y", Reductions::squaredDistance, ReductionReference::squaredDistance),
            Kernel.of(Reductions.class, "max")
                    .formula("the largest x")
                    .special("NaN wins; a largest zero is +0 whatever its sign")
                    .accuracy(Accuracy.EXACT)
                    .minimumColumns(1)
                    .reduction("x", Reductions::max, ReductionReference::max),
            Kernel.of(Reductions.class, "argmax")
                    .formula("the index of the first of the largest x")
                    .special(FIRST_NAN)
                    .accuracy(Accuracy.EXACT)
                    .minimumColumns(1)
                    .reduction("x", Reductions::argmax, ReductionReference::argmax),
            Kernel.of(Reductions.class, "rowSums")
                    .formula("out[i] = sum of row i")
                    .special(AS_PLUS)
                    .accuracy(SUM)
                    .operands(in("x", Shape.MATRIX), out("out", Shape.COLUMN))
                    .calls(o -> Reductions.rowSums(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1)),
                            o -> ReductionReference.rowSums(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.array(1), o.at(1))),
            Kernel.of(Reductions.class, "rowArgmax")
                    .formula("out[i] = argmax of row i")
                    .special(FIRST_NAN)
                    .accuracy(Accuracy.EXACT)
                    .minimumColumns(1)
                    .operands(in("x", Shape.MATRIX), out("out", Shape.COLUMN, Element.COLUMN_INDEX))
                    .calls(o -> Reductions.rowArgmax(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.ints(1), o.at(1)),
                            o -> ReductionReference.rowArgmax(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.ints(1), o.at(1))),
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
