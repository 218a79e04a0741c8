package dev.lanewise.nn.optim;

import dev.lanewise.kernels.Optimizers;

/**
 * Stochastic gradient descent: {@code w <- w - eta g}.
 *
 * @param learningRate eta, above 0
 */
public record Sgd(float learningRate) implements Optimizer {
    /** Checks the learning rate. */
    public Sgd {
        HyperParameter.learningRate(learningRate);
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public void step(Update u) {
        Optimizers.sgd(u.n(), u.learningRate(), u.gradientScale(), u.l1(), u.l2(), u.shrink(), u.parameters(),
                u.offset(), u.gradients(), u.offset());
    }
}
