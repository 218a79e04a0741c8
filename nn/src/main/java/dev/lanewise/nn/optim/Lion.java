package dev.lanewise.nn.optim;

import dev.lanewise.kernels.Optimizers;
import java.util.List;

/**
 * Lion: {@code w <- w - eta sgn(beta1 m + (1 - beta1) g); m <- beta2 m + (1 - beta2) g}. Its paper takes a learning rate 3
 * to 10 times smaller than AdamW's and as much more decay. A momentum schedule changes beta1.
 *
 * @param learningRate eta, above 0
 * @param beta1 at least 0 and below 1
 * @param beta2 at least 0 and below 1
 */
public record Lion(float learningRate, float beta1, float beta2) implements Optimizer {
    /** Checks the hyper-parameters. */
    public Lion {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("beta1", beta1);
        HyperParameter.share("beta2", beta2);
    }

    /** The paper's: beta1 = 0.9, beta2 = 0.99. */
    public Lion(float learningRate) {
        this(learningRate, 0.9f, 0.99f);
    }

    @Override
    public String name() {
        return "lion";
    }

    @Override
    public float momentum() {
        return beta1;
    }

    @Override
    public List<String> slots() {
        return List.of("m");
    }

    @Override
    public void step(Update u) {
        Optimizers.lion(u.n(), u.learningRate(), u.momentum(), beta2, u.gradientScale(), u.l1(), u.l2(),
                u.shrink(), u.parameters(), u.offset(), u.gradients(), u.offset(), u.slot(0), u.offset());
    }
}
