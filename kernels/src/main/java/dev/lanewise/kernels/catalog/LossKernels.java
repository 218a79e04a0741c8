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
            Kernel.of(Losses.class, "softmaxCrossEntropy")
                    .formula("y as softmax; losses[i] = log(sum) - (x[i,label] - max)")
                    .special("a row with NaN or +infinity, or of -infinity only, gives NaN")
                    .accuracy(Accuracy.of("exp and log 1 ULP, each other operation rounded once"))
                    .operands(in("x", Shape.MATRIX), LABELS, out("y", Shape.MATRIX, 0),
                            out("losses", Shape.COLUMN))
                    .calls(o -> Losses.softmaxCrossEntropy(o.rows(), o.columns(), o.array(0), o.at(0),
                            o.ld(0), o.ints(1), o.at(1), o.array(2), o.at(2), o.ld(2), o.array(3), o.at(3)),
                            o -> LossReference.softmaxCrossEntropy(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.ints(1), o.at(1), o.array(2), o.at(2), o.ld(2), o.array(3),
                                    o.at(3))),
            Kernel.of(Losses.class, "softmaxCrossEntropyBackward")
                    .formula("dx[i,j] = (y[i,j] - (j == label[i] ? 1 : 0)) * scale")
                    .special("NaN in y gives NaN")
                    .operands(in("y", Shape.MATRIX), LABELS, out("dx", Shape.MATRIX, 0))
                    .parameters(Parameter.factor("scale"))
                    .calls(o -> Losses.softmaxCrossEntropyBackward(o.rows(), o.columns(), o.array(0), o.at(0),
                            o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.array(2), o.at(2), o.ld(2)),
                            o -> LossReference.softmaxCrossEntropyBackward(o.rows(), o.columns(), o.array(0),
                                    o.at(0), o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.array(2), o.at(2),
                                    o.ld(2))),
            Kernel.of(Losses.class, "squaredErrorBackward")
                    .formula("dx = (x - t) * scale")
                    .special("NaN in x or t gives NaN")
                    .operands(in("x", Shape.ROW), in("t", Shape.ROW), out("dx", Shape.ROW, 0, 1))
                    .parameters(Parameter.factor("scale"))
                    .calls(o -> Losses.squaredErrorBackward(o.n(), o.array(0), o.at(0), o.array(1), o.at(1),
                            o.parameter(0), o.array(2), o.at(2)),
                            o -> LossReference.squaredErrorBackward(o.n(), o.array(0), o.at(0), o.array(1),
                                    o.at(1), o.parameter(0), o.array(2), o.at(2))));

    private LossKernels() {
    }
}
