package dev.lanewise.nn;

import dev.lanewise.kernels.Activations;

/** Rectified linear unit: {@code y = max(x, 0)}; the derivative at 0 is 1. */
public record Relu() implements Layer {
    @Override
    public String spec() {
        return "relu";
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public void forward(Pass pass) {
        Activations.relu(pass.batch() * pass.inputs(), pass.x(), 0, pass.y(), 0);
    }

    @Override
    public void backward(Pass pass) {
        if (pass.wantsInputGradient()) {
            Activations.reluBackward(pass.batch() * pass.inputs(), pass.x(), 0, pass.dy(), 0, pass.dx(), 0);
        }
    }
}
