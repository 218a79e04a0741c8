package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.reference.SoftmaxReference;
import java.util.List;

/** Softmax and log-softmax of {@link Losses}. */
final class SoftmaxKernels {
    private static final String ROWS = "a row with NaN or +infinity, or of -infinity only, gives NaN; -infinity"
            + " beside numbers gives ";

    static final List<Kernel> ALL = List.of(
            Kernel.of(Losses.class, "softmax")
                    .formula("y[i,j] = exp(x[i,j] - max_j x[i,j]) / sum, the sum in the order of Reductions")
                    .special(ROWS + "0")
                    .accuracy(Accuracy.of("exp 1 ULP, each other operation rounded once"))
                    .operands(in("x", Shape.MATRIX), out("y", Shape.MATRIX, 0))
                    .calls(o -> Losses.softmax(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1), o.ld(1)),
                            o -> SoftmaxReference.softmax(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                                    o.array(1), o.at(1), o.ld(1))),
            Kernel.of(Losses.class, "softmaxBackward")
                    .formula("dx[i,j] = y[i,j] * (dy[i,j] - dot(row i of y, row i of dy))")
                    .special("NaN in a row of y or dy gives a row of NaN")
                    .operands(in("y", Shape.MATRIX), in("dy", Shape.MATRIX), out("dx", Shape.MATRIX, 0, 1))
                    .calls(o -> Losses.softmaxBackward(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1), o.ld(1), o.array(2), o.at(2), o.ld(2)),
                            o -> SoftmaxReference.softmaxBackward(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.array(1), o.at(1), o.ld(1), o.array(2), o.at(2), o.ld(2))),
            Kernel.of(Losses.class, "logSoftmax")
                    .formula("y[i,j] = (x[i,j] - max_j x[i,j]) - log(sum), sum as in softmax")
                    .special(ROWS
                            + "-infinity, as do logits more than the largest float below the row's largest")
                    .accuracy(Accuracy.of("exp and log 1 ULP, each other operation rounded once"))
                    .operands(in("x", Shape.MATRIX), out("y", Shape.MATRIX, 0))
                    .calls(o -> Losses.logSoftmax(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1), o.ld(1)),
                            o -> SoftmaxReference.logSoftmax(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.array(1), o.at(1), o.ld(1))),
            Kernel.of(Losses.class, "logSoftmaxBackward")
                    .formula("dx[i,j] = fma(-exp(y[i,j]), sum(row i of dy), dy[i,j])")
                    .special("NaN in a row of dy gives a row of NaN, in y a NaN")
                    .accuracy(Accuracy.of("exp 1 ULP, each other operation rounded once"))
                    .operands(in("y", Shape.MATRIX), in("dy", Shape.MATRIX), out("dx", Shape.MATRIX, 0, 1))
                    .calls(o -> Losses.logSoftmaxBackward(o.rows(), o.columns(), o.array(0), o.at(0), o.ld(0),
                            o.array(1), o.at(1), o.ld(1), o.array(2), o.at(2), o.ld(2)),
                            o -> SoftmaxReference.logSoftmaxBackward(o.rows(), o.columns(), o.array(0),
                                    o.at(0), o.ld(0), o.array(1), o.at(1), o.ld(1), o.array(2), o.at(2),
                                    o.ld(2))));

    private SoftmaxKernels() {
    }
}
