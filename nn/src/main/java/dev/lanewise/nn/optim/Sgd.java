package dev.lanewise.nn.optim;

import dev.lanewise.kernels.Optimizers;

/**
 * Stochastic gradient descent: {@code w <- w - learningRate * g}.
 *
 * @param learningRate eta, above 0
 */
public record Sgd(float learningRate) implements Optimizer {
    /** Checks the learning rate. */
    public Sgd {
        if (!(learningRate > 0) || !Float.isFinite(learningRate)) {
            throw new IllegalArgumentException(
                    "learningRate: " + learningRate + " (expected > 0 and finite)");
        }
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public void step(Update update) {
        int at = update.offset();
        float rate = update.learningRate();
        Optimizers.sgd(update.n(), rate, update.gradientScale(), update.l1(), update.l2(),
                rate * update.decay(), update.parameters(), at, update.gradients(), at);
    }
}
