package dev.lanewise.nn.optim;

import dev.lanewise.kernels.AdaptiveOptimizers;
import java.util.List;

/**
 * Adadelta: {@code v <- rho v + (1 - rho) g^2; d = sqrt((u + epsilon) / (v + epsilon)) g; u <- rho u + (1 - rho) d^2; w <- w -
 * eta d}.
 *
 * @param learningRate eta, above 0; 1 in the paper
 * @param rho at least 0 and below 1: 0.95 in the paper and Keras, 0.9 in PyTorch
 * @param epsilon at least 1e-16: 1e-6 in the paper and PyTorch, 1e-7 in Keras
 */
public record Adadelta(float learningRate, float rho, float epsilon) implements Optimizer {
    /** Checks the hyper-parameters. */
    public Adadelta {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("rho", rho);
        HyperParameter.epsilon(epsilon);
    }

    /** With the paper's rho and epsilon. */
    public Adadelta(float learningRate) {
        this(learningRate, 0.95f, 1e-6f);
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public List<String> slots() {
        return List.of("v", "u");
    }

    @Override
    public void step(Update u) {
        AdaptiveOptimizers.adadelta(u.n(), u.learningRate(), rho, epsilon, u.gradientScale(), u.l1(), u.l2(),
                u.shrink(), u.parameters(), u.offset(), u.gradients(), u.offset(), u.slot(0), u.offset(),
                u.slot(1), u.offset());
    }
}
