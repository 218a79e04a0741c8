package dev.lanewise.properties;

import static dev.lanewise.properties.Kernel.in;
import static dev.lanewise.properties.Kernel.inOut;
import static dev.lanewise.properties.Kernel.out;
import static dev.lanewise.properties.Kernel.Shape.COLUMN;
import static dev.lanewise.properties.Kernel.Shape.MATRIX;
import static dev.lanewise.properties.Kernel.Shape.ROW;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.reference.ElementMathReference;
import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.OptimizerReference;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.List;

/** Every kernel but GEMM and Philox, beside its definition. A new kernel is tested by its line here. */
final class KernelTable {
    static final List<Kernel> ALL = List.of(
            Kernel.unary("relu", Activations::relu, ActivationReference::relu),
            activate(Activation.IDENTITY, (n, x, xAt, y, yAt) -> System.arraycopy(x, xAt, y, yAt, n)),
            activate(Activation.RELU, ActivationReference::relu),
            activate(Activation.SIGMOID, ActivationReference::sigmoid),
            activate(Activation.TANH, ActivationReference::tanh),
            Kernel.of("activate LEAKY_RELU", List.of(in("x", ROW), out("y", ROW, 0)),
                    f -> Activations.activate(Activation.LEAKY_RELU, f.slope(), f.n(), f.array(0), f.at(0),
                            f.array(1), f.at(1)),
                    f -> ActivationReference.leakyRelu(f.n(), f.array(0), f.at(0), f.slope(), f.array(1),
                            f.at(1))),
            Kernel.of("leakyRelu", List.of(in("x", ROW), out("y", ROW, 0)),
                    f -> Activations.leakyRelu(f.n(), f.array(0), f.at(0), f.slope(), f.array(1), f.at(1)),
                    f -> ActivationReference.leakyRelu(f.n(), f.array(0), f.at(0), f.slope(), f.array(1),
                            f.at(1))),
            Kernel.of("leakyReluBackward", List.of(in("x", ROW), in("dy", ROW), out("dx", ROW, 0, 1)),
                    f -> Activations.leakyReluBackward(f.n(), f.array(0), f.at(0), f.array(1), f.at(1),
                            f.slope(), f.array(2), f.at(2)),
                    f -> ActivationReference.leakyReluBackward(f.n(), f.array(0), f.at(0), f.array(1),
                            f.at(1), f.slope(), f.array(2), f.at(2))),
            Kernel.unary("tanh", Activations::tanh, ActivationReference::tanh),
            Kernel.binary("tanhBackward", Activations::tanhBackward, ActivationReference::tanhBackward),
            Kernel.unary("sigmoid", Activations::sigmoid, ActivationReference::sigmoid),
            Kernel.unary("exp", ElementMath::exp, ElementMathReference::exp),
            Kernel.unary("log", ElementMath::log, ElementMathReference::log),
            Kernel.binary("reluBackward", Activations::reluBackward, ActivationReference::reluBackward),
            Kernel.binary("sigmoidBackward", Activations::sigmoidBackward,
                    ActivationReference::sigmoidBackward),
            Kernel.reduction("sum", (n, x, xAt, y, yAt) -> Reductions.sum(n, x, xAt),
                    (n, x, xAt, y, yAt) -> ReductionReference.sum(n, x, xAt)),
            Kernel.reduction("dot", Reductions::dot, ReductionReference::dot),
            Kernel.reduction("dot with itself", (n, x, xAt, y, yAt) -> Reductions.dot(n, x, xAt, x, xAt),
                    (n, x, xAt, y, yAt) -> ReductionReference.dot(n, x, xAt, x, xAt)),
            Kernel.reduction("squaredDistance", Reductions::squaredDistance,
                    ReductionReference::squaredDistance),
            Kernel.of("sgd", List.of(inOut("w", ROW), in("g", ROW)),
                    f -> Optimizers.sgd(f.n(), f.factor(), f.array(0), f.at(0), f.array(1), f.at(1)),
                    f -> OptimizerReference.sgd(f.n(), f.factor(), f.array(0), f.at(0), f.array(1), f.at(1))),
            Kernel.binary("squaredErrorBackward",
                    (n, x, xAt, t, tAt, dx, dxAt) -> Losses.squaredErrorBackward(n, x, xAt, t, tAt, 0.3f, dx,
                            dxAt),
                    (n, x, xAt, t, tAt, dx, dxAt) -> LossReference.squaredErrorBackward(n, x, xAt, t, tAt,
                            0.3f, dx,
                            dxAt)),
            Kernel.of("addBias", List.of(inOut("z", MATRIX), in("bias", ROW)),
                    f -> Activations.addBias(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0), f.array(1),
                            f.at(1)),
                    f -> ActivationReference.addBias(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0),
                            f.array(1),
                            f.at(1))),
            Kernel.of("columnSums", List.of(in("x", MATRIX), out("out", ROW)),
                    f -> Reductions.columnSums(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0),
                            f.array(1),
                            f.at(1)),
                    f -> ReductionReference.columnSums(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0),
                            f.array(1),
                            f.at(1))),
            Kernel.of("softmax", List.of(in("x", MATRIX), out("y", MATRIX, 0)),
                    f -> Losses.softmax(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0), f.array(1),
                            f.at(1),
                            f.ld(1)),
                    f -> LossReference.softmax(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0),
                            f.array(1),
                            f.at(1), f.ld(1))),
            Kernel.labelled("softmaxCrossEntropy",
                    List.of(in("x", MATRIX), out("y", MATRIX, 0), out("losses", COLUMN)),
                    f -> Losses.softmaxCrossEntropy(f.rows(), f.columns(), f.array(0), f.at(0), f.ld(0),
                            f.labels().array(),
                            f.labels().offset(), f.array(1), f.at(1), f.ld(1), f.array(2), f.at(2)),
                    f -> LossReference.softmaxCrossEntropy(f.rows(), f.columns(), f.array(0), f.at(0),
                            f.ld(0),
                            f.labels().array(), f.labels().offset(), f.array(1), f.at(1), f.ld(1), f.array(2),
                            f.at(2))),
            Kernel.labelled("softmaxCrossEntropyBackward", List.of(in("y", MATRIX), out("dx", MATRIX, 0)),
                    f -> Losses.softmaxCrossEntropyBackward(f.rows(), f.columns(), f.array(0), f.at(0),
                            f.ld(0),
                            f.labels().array(), f.labels().offset(), f.factor(), f.array(1), f.at(1),
                            f.ld(1)),
                    f -> LossReference.softmaxCrossEntropyBackward(f.rows(), f.columns(), f.array(0), f.at(0),
                            f.ld(0),
                            f.labels().array(), f.labels().offset(), f.factor(), f.array(1), f.at(1),
                            f.ld(1))));

    private KernelTable() {
    }

    private static Kernel activate(Activation activation, Kernel.Unary definition) {
        return Kernel.unary("activate " + activation,
                (n, x, xAt, y, yAt) -> Activations.activate(activation, 0f, n, x, xAt, y, yAt), definition);
    }
}
