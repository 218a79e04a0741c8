package dev.lanewise.nn.optim;

import dev.lanewise.kernels.AdaptiveOptimizers;
import java.util.List;

/**
 * Adagrad: {@code s <- s + g^2; w <- w - eta g / (sqrt(s) + epsilon)}; with epsilon inside the root, as in Keras, {@code w <-
 * w - eta g / sqrt(s + epsilon)}. PyTorch's lr_decay is a schedule here.
 *
 * @param learningRate eta, above 0
 * @param initialAccumulator s before the first step, at least 0: 0 in PyTorch, 0.1 in Keras
 * @param epsilon at least 1e-16: 1e-10 in PyTorch, 1e-7 in Keras
 * @param epsilonInside whether epsilon is inside the root
 */
public record Adagrad(float learningRate, float initialAccumulator, float epsilon, boolean epsilonInside)
        implements
            Optimizer {
    /** Checks the hyper-parameters. */
    public Adagrad {
        HyperParameter.learningRate(learningRate);
        HyperParameter.notNegative("initialAccumulator", initialAccumulator);
        HyperParameter.epsilon(epsilon);
    }

    /** With s = 0 at first and epsilon = 1e-10 outside the root. */
    public Adagrad(float learningRate) {
        this(learningRate, 0f, 1e-10f, false);
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public List<String> slots() {
        return List.of("s");
    }

    @Override
    public float initial(int slot) {
        return initialAccumulator;
    }

    @Override
    public void step(Update u) {
        AdaptiveOptimizers.adagrad(u.n(), u.learningRate(), epsilonInside ? epsilon : 0f,
                epsilonInside ? 0f : epsilon, u.gradientScale(), u.l1(), u.l2(), u.shrink(), u.parameters(),
                u.offset(), u.gradients(), u.offset(), u.slot(0), u.offset());
    }
}
