package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.reference.LossReference;
import java.util.List;

/** The kernels of {@link Losses}. */
final class LossKernels {
    private static final Operand LABELS = in("labels", Shape.COLUMN, Element.COLUMN_INDEX);

    static final List<Kernel> ALL = List.of(
            Kernel.of(Losses.class, "softmax")
                    .formula("y[i,j] = exp(x[i,j] - max_j x[i,j]) / sum, the sum in the order of Reductions")
                    .special("a row with NaN or +infinity, or of -infinity only, gives NaN")
                    .accuracy(Accuracy.of("exp 1 ULP, each other operation rounded once"))
                    .operands(in("x", Shape.MATRIX), out("y", Shape.MATRIX, 0))
                    .calls(o -> Losses.softmax(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1), o.ld(1)),
                            o -> LossReference.softmax(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                                    o.array(1), o.at(1), o.ld(1))),
            Kernel.of(Losses.class, "softmaxCrossEntropyBackward")
                    .formula("dx[i,j] = (y[i,j] - (j == label[i] ? 1 : 0)) * scale")
                    .special("NaN in y gives NaN")
                    .operands(in("y", Shape.MATRIX), LABELS, out("dx", Shape.MATRIX, 0))
                    .parameters(Parameter.factor("scale"))
                    .calls(o -> Losses.softmaxCrossEntropyBackward(o.rows(), o.columns(), o.array(0), o.at(0),
                            o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.array(2), o.at(2), o.ld(2)),
                            o -> LossReference.softmaxCrossEntropyBackward(o.rows(), o.columns(), o.array(0),
                                    o.at(0), o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.array(2), o.at(2),
                                    o.ld(2))));

    private LossKernels() {
    }
}
