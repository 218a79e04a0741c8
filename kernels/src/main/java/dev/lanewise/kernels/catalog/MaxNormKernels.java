package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.inOut;

import dev.lanewise.kernels.MaxNorm;
import dev.lanewise.kernels.reference.MaxNormReference;
import java.util.List;

/** The kernel of {@link MaxNorm}. */
final class MaxNormKernels {
    static final List<Kernel> ALL = List.of(
            Kernel.of(MaxNorm.class, "apply")
                    .formula("s = fma(w[i,j], w[i,j], s) from +0, rows ascending; "
                            + "w[i,j] = w[i,j] * (limit / sqrt(s)) where sqrt(s) > limit")
                    .special("a column whose norm is NaN or infinite, or within the limit, keeps its bits")
                    .operands(inOut("w", Shape.MATRIX))
                    .parameters(Parameter
                            .any("limit", 3f, 1f, 0.1f, 30f, 1e-40f, 1e-3f, Float.MAX_VALUE,
                                    Float.POSITIVE_INFINITY)
                            .refusing(0f, -0f, -1f, Float.NaN, Float.NEGATIVE_INFINITY))
                    .calls(o -> MaxNorm.apply(o.rows(), o.columns(), o.parameter(0), o.array(0), o.at(0),
                            o.ld(0)),
                            o -> MaxNormReference.apply(o.rows(), o.columns(), o.parameter(0), o.array(0),
                                    o.at(0), o.ld(0))));

    private MaxNormKernels() {
    }
}
