package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Transpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer: {@code y = x W + b} with x (batch, inputs), W (inputs, units), b (units).
 *
 * @param units output features, at least 1
 * @param initializer of W; null for what suits the activation behind the layer
 *        ({@link Initializer}). b starts at 0
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
        return Linear.tensors(inputs, units);
    }

    @Override
    public void initialize(int inputs, List<Layer> following, long seed, long stream, float[] parameters,
            int offset) {
        Initializer chosen = initializer == null ? suiting(following) : initializer;
        chosen.fill(inputs, units, seed, stream, parameters, offset);
    }

    /** The first layer behind that is no dropout decides: dropout does not change what an activation needs. */
    private static Initializer suiting(List<Layer> following) {
        for (Layer next : following) {
            if (!(next instanceof Dropout)) {
                return suiting(next);
            }
        }
        return Initializer.GLOROT_UNIFORM;
    }

    private static Initializer suiting(Layer next) {
        return switch (next) {
            case ActivationLayer(Activation f, float _) -> switch (f) {
                case RELU, LEAKY_RELU, ELU, SOFTPLUS, GELU, GELU_TANH, SILU -> Initializer.HE_NORMAL;
                case SELU -> Initializer.LECUN_NORMAL;
                case IDENTITY, SIGMOID, TANH -> Initializer.GLOROT_UNIFORM;
            };
            case Prelu _ -> Initializer.HE_NORMAL;
            default -> Initializer.GLOROT_UNIFORM;
        };
    }

    @Override
    public void forward(Pass pass) {
        forward(pass, NO_ACTIVATION, pass.y());
    }

    /** Forward of this layer and of the activation behind it in one call: z into this layer's outputs, f(z) into y. */
    void forward(Pass pass, ActivationLayer f, float[] y) {
        int inputs = pass.inputs();
        Gemm.linear(pass.workers(), Transpose.N, pass.batch(), units, inputs, pass.x(), 0, inputs,
                pass.parameters(), pass.offset(), units, pass.parameters(), Linear.biasOffset(pass, units),
                f.activation(),
                f.alpha(),
                pass.y(), 0, units, y, 0, units);
    }

    /** {@code dW = x^T dy; db = column sums of dy; dx = dy W^T}. */
    @Override
    public void backward(Pass pass) {
        Linear.backward(pass, units, pass.dy());
    }
}
