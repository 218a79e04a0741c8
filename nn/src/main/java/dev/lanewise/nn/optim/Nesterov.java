package dev.lanewise.nn.optim;

import dev.lanewise.kernels.Optimizers;
import java.util.List;

/**
 * Nesterov's momentum: {@code v <- lambda v - eta g; w <- w + lambda v - eta g}, as in Keras. With the learning rate
 * outside the velocity, as in PyTorch: {@code v <- lambda v + g; w <- w - eta (lambda v + g)}.
 *
 * @param learningRate eta, above 0
 * @param momentum lambda, at least 0 and below 1
 * @param rateOutside whether the learning rate is outside the velocity
 */
public record Nesterov(float learningRate, float momentum, boolean rateOutside) implements Optimizer {
    /** Checks the hyper-parameters. */
    public Nesterov {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("momentum", momentum);
    }

    /** The learning rate inside the velocity. */
    public Nesterov(float learningRate, float momentum) {
        this(learningRate, momentum, false);
    }

    @Override
    public String name() {
        return "nesterov";
    }

    @Override
    public List<String> slots() {
        return List.of("v");
    }

    @Override
    public void step(Update u) {
        float inner = rateOutside ? 1f : -u.learningRate();
        float outer = rateOutside ? -u.learningRate() : 1f;
        Optimizers.nesterov(u.n(), u.momentum(), inner, outer, u.gradientScale(), u.l1(), u.l2(), u.shrink(),
                u.parameters(), u.offset(), u.gradients(), u.offset(), u.slot(0), u.offset());
    }
}
