package dev.lanewise.jmh;

import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.reference.ElementMathReference;
import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.OptimizerReference;
import dev.lanewise.kernels.reference.PhiloxReference;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.function.Consumer;

/** A kernel to measure: a call of the library and the same call of the definition; matrices have 64 columns. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
public enum KernelCase {
    /** Forward ReLU. */
    RELU(d -> Activations.relu(d.n, d.x, 0, d.y, 0), d -> ActivationReference.relu(d.n, d.x, 0, d.y, 0)),
    /** Backward ReLU. */
    RELU_BACKWARD(d -> Activations.reluBackward(d.n, d.x, 0, d.t, 0, d.y, 0),
            d -> ActivationReference.reluBackward(d.n, d.x, 0, d.t, 0, d.y, 0)),
    /** Forward leaky ReLU. */
    LEAKY_RELU(d -> Activations.leakyRelu(d.n, d.x, 0, 0.01f, d.y, 0),
            d -> ActivationReference.leakyRelu(d.n, d.x, 0, 0.01f, d.y, 0)),
    /** Backward leaky ReLU. */
    LEAKY_RELU_BACKWARD(d -> Activations.leakyReluBackward(d.n, d.x, 0, d.t, 0, 0.01f, d.y, 0),
            d -> ActivationReference.leakyReluBackward(d.n, d.x, 0, d.t, 0, 0.01f, d.y, 0)),
    /** Bias. */
    ADD_BIAS(d -> Activations.addBias(d.rows, 64, d.y, 0, 64, d.t, 0),
            d -> ActivationReference.addBias(d.rows, 64, d.y, 0, 64, d.t, 0)),
    /** Forward sigmoid. */
    SIGMOID(d -> Activations.sigmoid(d.n, d.x, 0, d.y, 0),
            d -> ActivationReference.sigmoid(d.n, d.x, 0, d.y, 0)),
    /** Backward sigmoid. */
    SIGMOID_BACKWARD(d -> Activations.sigmoidBackward(d.n, d.x, 0, d.t, 0, d.y, 0),
            d -> ActivationReference.sigmoidBackward(d.n, d.x, 0, d.t, 0, d.y, 0)),
    /** Forward hyperbolic tangent. */
    TANH(d -> Activations.tanh(d.n, d.x, 0, d.y, 0), d -> ActivationReference.tanh(d.n, d.x, 0, d.y, 0)),
    /** Backward hyperbolic tangent. */
    TANH_BACKWARD(d -> Activations.tanhBackward(d.n, d.x, 0, d.t, 0, d.y, 0),
            d -> ActivationReference.tanhBackward(d.n, d.x, 0, d.t, 0, d.y, 0)),
    /** Exponential. */
    EXP(d -> ElementMath.exp(d.n, d.x, 0, d.y, 0), d -> ElementMathReference.exp(d.n, d.x, 0, d.y, 0)),
    /** Logarithm. */
    LOG(d -> ElementMath.log(d.n, d.x, 0, d.y, 0), d -> ElementMathReference.log(d.n, d.x, 0, d.y, 0)),
    /** Sum. */
    SUM(d -> d.y[0] = Reductions.sum(d.n, d.x, 0), d -> d.y[0] = ReductionReference.sum(d.n, d.x, 0)),
    /** Dot product. */
    DOT(d -> d.y[0] = Reductions.dot(d.n, d.x, 0, d.t, 0),
            d -> d.y[0] = ReductionReference.dot(d.n, d.x, 0, d.t, 0)),
    /** Squared distance: the mean squared error's forward pass. */
    SQUARED_DISTANCE(d -> d.y[0] = Reductions.squaredDistance(d.n, d.x, 0, d.t, 0),
            d -> d.y[0] = ReductionReference.squaredDistance(d.n, d.x, 0, d.t, 0)),
    /** Gradient of the squared error. */
    SQUARED_ERROR_BACKWARD(d -> Losses.squaredErrorBackward(d.n, d.x, 0, d.t, 0, 0.5f, d.y, 0),
            d -> LossReference.squaredErrorBackward(d.n, d.x, 0, d.t, 0, 0.5f, d.y, 0)),
    /** Column sums. */
    COLUMN_SUMS(d -> Reductions.columnSums(d.rows, 64, d.x, 0, 64, d.y, 0),
            d -> ReductionReference.columnSums(d.rows, 64, d.x, 0, 64, d.y, 0)),
    /** Softmax of rows. */
    SOFTMAX(d -> Losses.softmax(d.rows, 64, d.x, 0, 64, d.y, 0, 64),
            d -> LossReference.softmax(d.rows, 64, d.x, 0, 64, d.y, 0, 64)),
    /** Softmax and cross-entropy of rows. */
    SOFTMAX_CROSS_ENTROPY(
            d -> Losses.softmaxCrossEntropy(d.rows, 64, d.x, 0, 64, d.labels, 0, d.y, 0, 64, d.t, 0),
            d -> LossReference.softmaxCrossEntropy(d.rows, 64, d.x, 0, 64, d.labels, 0, d.y, 0, 64, d.t, 0)),
    /** Gradient of the cross-entropy. */
    SOFTMAX_CROSS_ENTROPY_BACKWARD(
            d -> Losses.softmaxCrossEntropyBackward(d.rows, 64, d.x, 0, 64, d.labels, 0, 0.5f, d.y, 0, 64),
            d -> LossReference.softmaxCrossEntropyBackward(d.rows, 64, d.x, 0, 64, d.labels, 0, 0.5f, d.y, 0,
                    64)),
    /** A step of gradient descent. */
    SGD(d -> Optimizers.sgd(d.n, 1e-6f, d.y, 0, d.x, 0),
            d -> OptimizerReference.sgd(d.n, 1e-6f, d.y, 0, d.x, 0)),
    /** Uniform draws. */
    UNIFORM(d -> Philox.uniform(1, 2, 0, -1f, 1f, d.n, d.y, 0),
            d -> PhiloxReference.uniform(1, 2, 0, -1f, 1f, d.n, d.y, 0)),
    /** Normal draws. */
    NORMAL(d -> Philox.normal(1, 2, 0, 0f, 1f, d.n, d.y, 0),
            d -> PhiloxReference.normal(1, 2, 0, 0f, 1f, d.n, d.y, 0));

    private final Consumer<Data> lanewise;
    private final Consumer<Data> reference;

    KernelCase(Consumer<Data> lanewise, Consumer<Data> reference) {
        this.lanewise = lanewise;
        this.reference = reference;
    }

    Runnable lanewise(Data data) {
        return () -> lanewise.accept(data);
    }

    Runnable reference(Data data) {
        return () -> reference.accept(data);
    }

    /** Operands: inputs in [-1, 1), the same for both sides. */
    static final class Data {
        final int n;
        final int rows;
        final float[] x;
        final float[] t;
        final float[] y;
        final int[] labels;

        Data(int n) {
            this.n = n;
            rows = n / 64;
            x = draw(n, 1);
            t = draw(n, 3);
            y = draw(n, 4);
            labels = new int[rows];
            for (int i = 0; i < rows; i++) {
                labels[i] = i % 64;
            }
        }

        private static float[] draw(int n, long stream) {
            float[] values = new float[n];
            PhiloxReference.uniform(1, stream, 0, -1f, 1f, n, values, 0);
            return values;
        }
    }
}
