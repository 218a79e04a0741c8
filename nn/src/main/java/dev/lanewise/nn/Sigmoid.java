package dev.lanewise.nn;

import dev.lanewise.kernels.Activations;

/** Logistic sigmoid: {@code y = 1 / (1 + exp(-x))}. */
public record Sigmoid() implements Layer {
    @Override
    public String spec() {
        return "sigmoid";
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public void forward(Pass pass) {
        Activations.sigmoid(pass.batch() * pass.inputs(), pass.x(), 0, pass.y(), 0);
    }

    @Override
    public void backward(Pass pass) {
        if (pass.wantsInputGradient()) {
            Activations.sigmoidBackward(pass.batch() * pass.inputs(), pass.y(), 0, pass.dy(), 0, pass.dx(),
                    0);
        }
    }
}
