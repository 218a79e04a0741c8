package dev.lanewise.nn.optim;

import dev.lanewise.kernels.Optimizers;
import java.util.List;

/**
 * Momentum: {@code v <- lambda v - eta (1 - dampening) g; w <- w + v}. The learning rate is inside the velocity, as in the
 * lecture and in Keras; outside it, as in PyTorch: {@code v <- lambda v + (1 - dampening) g; w <- w - eta v}. As in PyTorch
 * the first gradient is not dampened.
 *
 * @param learningRate eta, above 0
 * @param momentum lambda, at least 0 and below 1
 * @param dampening at least 0 and below 1
 * @param rateOutside whether the learning rate is outside the velocity
 */
public record Momentum(float learningRate, float momentum, float dampening, boolean rateOutside)
        implements
            Optimizer {
    /** Checks the hyper-parameters. */
    public Momentum {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("momentum", momentum);
        HyperParameter.share("dampening", dampening);
    }

    /** The lecture's form. */
    public Momentum(float learningRate, float momentum) {
        this(learningRate, momentum, 0f, false);
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public List<String> slots() {
        return List.of("v");
    }

    @Override
    public void step(Update u) {
        float gain = u.step() == 1 ? 1f : 1f - dampening;
        float inner = rateOutside ? gain : -u.learningRate() * gain;
        float outer = rateOutside ? -u.learningRate() : 1f;
        Optimizers.momentum(u.n(), u.momentum(), inner, outer, u.gradientScale(), u.l1(), u.l2(), u.shrink(),
                u.parameters(), u.offset(), u.gradients(), u.offset(), u.slot(0), u.offset());
    }
}
