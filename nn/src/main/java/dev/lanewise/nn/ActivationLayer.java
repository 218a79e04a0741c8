package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import java.util.Locale;

/**
 * An element-wise activation function: {@code y = activation(x)}.
 *
 * @param activation the function
 * @param alpha its parameter, 0 where it has none: see {@link Activation}
 */
public record ActivationLayer(Activation activation, float alpha) implements Layer {
    /** Checks alpha. */
    public ActivationLayer {
        activation.checkAlpha(alpha);
    }

    /** With the alpha that is usual. */
    public ActivationLayer(Activation activation) {
        this(activation, activation.usualAlpha());
    }

    /** {@code relu}, {@code leaky:0.01}. */
    @Override
    public String spec() {
        return activation.hasAlpha() ? word(activation) + ":" + LayerParser.number(alpha) : word(activation);
    }

    /** The function's name in a list of layers. */
    static String word(Activation activation) {
        return activation == Activation.LEAKY_RELU ? "leaky" : activation.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public void forward(Pass pass) {
        Activations.activate(activation, alpha, pass.batch() * pass.inputs(), pass.x(), 0, pass.y(), 0);
    }

    @Override
    public void backward(Pass pass) {
        if (pass.wantsInputGradient()) {
            float[] saved = activation.backwardFrom() == Activation.Saved.INPUT ? pass.x() : pass.y();
            Activations.activateBackward(activation, alpha, pass.batch() * pass.inputs(), saved, 0, pass.dy(),
                    0,
                    pass.dx(), 0);
        }
    }
}
