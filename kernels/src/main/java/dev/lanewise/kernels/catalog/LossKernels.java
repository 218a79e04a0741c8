package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.reference.LossReference;
import java.util.List;

/** The cross-entropies of {@link Losses}. */
final class LossKernels {
    private static final Operand LABELS = in("labels", Shape.COLUMN, Element.COLUMN_INDEX);
    private static final String ROWS = "a row with NaN or +infinity, or of -infinity only, gives NaN";
    private static final String HUGE = "where an overflow makes the part of z infinite or NaN it is taken from 2^-64 z, so the"
            + " loss of finite logits is finite if it is a float";
    private static final Accuracy FORWARD = Accuracy
            .of("exp and log 1 ULP, each other operation rounded once");
    private static final Parameter SMOOTHING = Parameter.finite("smoothing", 0f, 0.1f, 0.5f, 1f, 1e-40f)
            .refusing(-0.1f, 1.5f);
    private static final Parameter SCALE = Parameter.factor("scale");

    static final List<Kernel> ALL = List.of(
            Kernel.of(Losses.class, "softmaxCrossEntropy")
                    .formula(
                            "y as softmax; z[j] = x[i,j] - max; losses[i] = log(sum) - (smoothing = 0 ? z[label] :"
                                    + " fma(1 - smoothing, z[label], smoothing / columns * sum_j z[j]))")
                    .special(ROWS
                            + "; a logit of -infinity gives an infinite loss if it is the label's and smoothing < 1,"
                            + " or smoothing / columns > 0; " + HUGE)
                    .accuracy(FORWARD)
                    .operands(in("x", Shape.MATRIX), LABELS, out("y", Shape.MATRIX, 0),
                            out("losses", Shape.COLUMN))
                    .parameters(SMOOTHING)
                    .calls(o -> Losses.softmaxCrossEntropy(o.rows(), o.columns(), o.array(0), o.at(0),
                            o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.array(2), o.at(2), o.ld(2),
                            o.array(3), o.at(3)),
                            o -> LossReference.softmaxCrossEntropy(o.rows(), o.columns(), o.array(0), o.at(0),
                                    o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.array(2), o.at(2), o.ld(2),
                                    o.array(3), o.at(3))),
            Kernel.of(Losses.class, "softmaxCrossEntropyBackward")
                    .formula(
                            "off = smoothing / columns; dx[i,j] = (y[i,j] - (j == label[i] ? (1 - smoothing) + off :"
                                    + " off)) * scale")
                    .special("NaN in y gives NaN")
                    .operands(in("y", Shape.MATRIX), LABELS, out("dx", Shape.MATRIX, 0))
                    .parameters(SMOOTHING, SCALE)
                    .calls(o -> Losses.softmaxCrossEntropyBackward(o.rows(), o.columns(), o.array(0), o.at(0),
                            o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.parameter(1), o.array(2), o.at(2),
                            o.ld(2)),
                            o -> LossReference.softmaxCrossEntropyBackward(o.rows(), o.columns(), o.array(0),
                                    o.at(0), o.ld(0), o.ints(1), o.at(1), o.parameter(0), o.parameter(1),
                                    o.array(2), o.at(2), o.ld(2))),
            Kernel.of(Losses.class, "softTargetCrossEntropy")
                    .formula("y as softmax; z[j] = x[i,j] - max; losses[i] = fma(sum_j t[i,j], log(sum),"
                            + " -sum_j t[i,j] z[j])")
                    .special(ROWS + "; a target 0 adds nothing, not even at -infinity; " + HUGE)
                    .accuracy(FORWARD)
                    .operands(in("x", Shape.MATRIX), in("t", Shape.MATRIX), out("y", Shape.MATRIX, 0),
                            out("losses", Shape.COLUMN))
                    .calls(o -> Losses.softTargetCrossEntropy(o.rows(), o.columns(), o.array(0), o.at(0),
                            o.ld(0), o.array(1), o.at(1), o.ld(1), o.array(2), o.at(2), o.ld(2), o.array(3),
                            o.at(3)),
                            o -> LossReference.softTargetCrossEntropy(o.rows(), o.columns(), o.array(0),
                                    o.at(0), o.ld(0), o.array(1), o.at(1), o.ld(1), o.array(2), o.at(2),
                                    o.ld(2), o.array(3), o.at(3))),
            Kernel.of(Losses.class, "softTargetCrossEntropyBackward")
                    .formula("dx[i,j] = fma(sum_j t[i,j], y[i,j], -t[i,j]) * scale")
                    .special("NaN in a row of t gives a row of NaN, in y a NaN")
                    .operands(in("y", Shape.MATRIX), in("t", Shape.MATRIX), out("dx", Shape.MATRIX, 0, 1))
                    .parameters(SCALE)
                    .calls(o -> Losses.softTargetCrossEntropyBackward(o.rows(), o.columns(), o.array(0),
                            o.at(0), o.ld(0), o.array(1), o.at(1), o.ld(1), o.parameter(0), o.array(2),
                            o.at(2), o.ld(2)),
                            o -> LossReference.softTargetCrossEntropyBackward(o.rows(), o.columns(),
                                    o.array(0), o.at(0), o.ld(0), o.array(1), o.at(1), o.ld(1),
                                    o.parameter(0), o.array(2), o.at(2), o.ld(2))));

    private LossKernels() {
    }
}
