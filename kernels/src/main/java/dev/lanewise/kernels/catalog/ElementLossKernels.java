package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.in;
import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.ElementLosses;
import dev.lanewise.kernels.reference.ElementLossReference;
import java.util.List;

/** The kernels of {@link ElementLosses}. */
final class ElementLossKernels {
    private static final String NAN = "NaN in x or t gives NaN";
    private static final Accuracy SUM = Accuracy
            .of("each operation rounded once, the sum as Reductions.sum");
    private static final Operand X = in("x", Shape.ROW);
    private static final Operand T = in("t", Shape.ROW);
    private static final Operand DX = out("dx", Shape.ROW, 0, 1);
    private static final Parameter DELTA = Parameter.finite("delta", 1f, 0.1f, 3f, 1e-40f, 1e30f)
            .refusing(0f, -0f, -1f);
    private static final Parameter SCALE = Parameter.factor("scale");

    static final List<Kernel> ALL = List.of(
            Kernel.of(ElementLosses.class, "squaredErrorBackward")
                    .formula("dx = (x - t) * scale")
                    .special(NAN + "; where x - t overflows dx = (x / 2 - t / 2) * scale * 2")
                    .operands(X, T, DX)
                    .parameters(SCALE)
                    .calls(o -> ElementLosses.squaredErrorBackward(o.n(), o.array(0), o.at(0), o.array(1),
                            o.at(1), o.parameter(0), o.array(2), o.at(2)),
                            o -> ElementLossReference.squaredErrorBackward(o.n(), o.array(0), o.at(0),
                                    o.array(1), o.at(1), o.parameter(0), o.array(2), o.at(2))),
            Kernel.of(ElementLosses.class, "absoluteError")
                    .formula("sum of |x - t| in the order of Reductions.sum")
                    .special(NAN)
                    .accuracy(SUM)
                    .reduction("x", "t", ElementLosses::absoluteError, ElementLossReference::absoluteError),
            Kernel.of(ElementLosses.class, "absoluteErrorBackward")
                    .formula("dx = sgn(x - t) * scale, sgn(0) = 0")
                    .special(NAN)
                    .operands(X, T, DX)
                    .parameters(SCALE)
                    .calls(o -> ElementLosses.absoluteErrorBackward(o.n(), o.array(0), o.at(0), o.array(1),
                            o.at(1), o.parameter(0), o.array(2), o.at(2)),
                            o -> ElementLossReference.absoluteErrorBackward(o.n(), o.array(0), o.at(0),
                                    o.array(1), o.at(1), o.parameter(0), o.array(2), o.at(2))),
            Kernel.of(ElementLosses.class, "huber")
                    .formula(
                            "a = abs(x - t); c = a > delta ? delta : a; sum of c * fma(-0.5, c, a) in the order of"
                                    + " Reductions.sum")
                    .special(NAN + "; where a overflows c * fma(-0.25, c, abs(x / 2 - t / 2)) * 2")
                    .accuracy(SUM)
                    .operands(X, T, Operand.result())
                    .parameters(DELTA)
                    .calls(o -> o.array(2)[o.at(2)] = ElementLosses.huber(o.n(), o.parameter(0), o.array(0),
                            o.at(0), o.array(1), o.at(1)),
                            o -> o.array(2)[o.at(2)] = ElementLossReference.huber(o.n(), o.parameter(0),
                                    o.array(0), o.at(0), o.array(1), o.at(1))),
            Kernel.of(ElementLosses.class, "huberBackward")
                    .formula("dx = clip(x - t, -delta, delta) * scale")
                    .special(NAN)
                    .operands(X, T, DX)
                    .parameters(DELTA, SCALE)
                    .calls(o -> ElementLosses.huberBackward(o.n(), o.parameter(0), o.array(0), o.at(0),
                            o.array(1), o.at(1), o.parameter(1), o.array(2), o.at(2)),
                            o -> ElementLossReference.huberBackward(o.n(), o.parameter(0), o.array(0),
                                    o.at(0), o.array(1), o.at(1), o.parameter(1), o.array(2), o.at(2))),
            Kernel.of(ElementLosses.class, "binaryCrossEntropy")
                    .formula(
                            "sum of abs(x) * w + softplus(-abs(x)), w = x < 0 ? t : 1 - t, in the order of Reductions.sum")
                    .special(NAN + "; an infinite logit gives 0 where w is 0, else infinity")
                    .accuracy(Accuracy.of("softplus 2 ULP, the rest rounded once, the sum as Reductions.sum"))
                    .reduction("x", "t", ElementLosses::binaryCrossEntropy,
                            ElementLossReference::binaryCrossEntropy),
            Kernel.of(ElementLosses.class, "binaryCrossEntropyBackward")
                    .formula("dx = (sigmoid(x) - t) * scale")
                    .special(NAN)
                    .accuracy(Accuracy.of("sigmoid 2 ULP, each other operation rounded once"))
                    .operands(X, T, DX)
                    .parameters(SCALE)
                    .calls(o -> ElementLosses.binaryCrossEntropyBackward(o.n(), o.array(0), o.at(0),
                            o.array(1), o.at(1), o.parameter(0), o.array(2), o.at(2)),
                            o -> ElementLossReference.binaryCrossEntropyBackward(o.n(), o.array(0), o.at(0),
                                    o.array(1), o.at(1), o.parameter(0), o.array(2), o.at(2))));

    private ElementLossKernels() {
    }
}
