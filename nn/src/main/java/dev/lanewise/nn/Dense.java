package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.Transpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer: {@code y = x W + b} with x (batch, inputs), W (inputs, units), b (units).
 *
 * @param units output features, at least 1
 * @param initializer of W; null for He-normal in front of a ReLU and Glorot-uniform elsewhere. b starts at 0
 */
public record Dense(int units, @Nullable Initializer initializer) implements Layer {
    private static final ActivationLayer NO_ACTIVATION = new ActivationLayer(Activation.IDENTITY);

    /** Checks the number of units. */
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " (expected >= 1)");
        }
    }

    /** A dense layer with the initialiser that suits the activation behind it. */
    public Dense(int units) {
        this(units, null);
    }

    @Override
    public String spec() {
        return "dense:" + units;
    }

    @Override
    public int outputs(int inputs) {
        return units;
    }

    @Override
    public List<Tensor> tensors(int inputs) {
        return List.of(new Tensor("weight", List.of(inputs, units)), new Tensor("bias", List.of(units)));
    }

    @Override
    public void initialize(int inputs, List<Layer> following, long seed, long stream, float[] parameters,
            int offset) {
        boolean beforeRelu = !following.isEmpty() && following.getFirst() instanceof ActivationLayer next
                && next.activation() == Activation.RELU;
        Initializer suiting = beforeRelu ? Initializer.HE_NORMAL : Initializer.GLOROT_UNIFORM;
        (initializer == null ? suiting : initializer).fill(inputs, units, seed, stream, parameters, offset);
    }

    @Override
    public void forward(Pass pass) {
        forward(pass, NO_ACTIVATION, pass.y());
    }

    /** Forward of this layer and of the activation behind it in one call: z into this layer's outputs, f(z) into y. */
    void forward(Pass pass, ActivationLayer f, float[] y) {
        int inputs = pass.inputs();
        Gemm.linear(pass.workers(), Transpose.N, pass.batch(), units, inputs, pass.x(), 0, inputs,
                pass.parameters(), pass.offset(), units, pass.parameters(), biasOffset(pass), f.activation(),
                f.alpha(),
                pass.y(), 0, units, y, 0, units);
    }

    /** {@code dW = x^T dy; db = column sums of dy; dx = dy W^T}. */
    @Override
    public void backward(Pass pass) {
        int inputs = pass.inputs();
        int batch = pass.batch();
        Gemm.sgemm(pass.workers(), Transpose.T, Transpose.N, inputs, units, batch, 1f, pass.x(), 0, inputs,
                pass.dy(), 0, units, 0f, pass.gradients(), pass.offset(), units);
        Reductions.columnSums(batch, units, pass.dy(), 0, units, pass.gradients(), biasOffset(pass));
        if (pass.wantsInputGradient()) {
            Gemm.sgemm(pass.workers(), Transpose.N, Transpose.T, batch, inputs, units, 1f, pass.dy(), 0,
                    units,
                    pass.parameters(), pass.offset(), units, 0f, pass.dx(), 0, inputs);
        }
    }

    private int biasOffset(Pass pass) {
        return pass.offset() + pass.inputs() * units;
    }
}
