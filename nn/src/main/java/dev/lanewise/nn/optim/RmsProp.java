package dev.lanewise.nn.optim;

import dev.lanewise.kernels.AdaptiveOptimizers;
import java.util.List;

/**
 * RMSProp: {@code s <- rho s + (1 - rho) g^2; q = g / (sqrt(s) + epsilon); w <- w - eta q}.
 *
 * <p>Centred: the mean a of gradients is kept too, and {@code s - a^2} stands for s in q. With momentum: {@code b <- lambda b -
 * eta q; w <- w + b}; with the learning rate outside the velocity, as in PyTorch, {@code b <- lambda b + q; w <- w - eta
 * b}. With epsilon inside the root, as in Keras, {@code q = g / sqrt(s + epsilon)}.
 *
 * @param learningRate eta, above 0
 * @param rho at least 0 and below 1: 0.9 in Keras, 0.99 in PyTorch
 * @param momentum lambda, at least 0 and below 1; there is no velocity if it is 0
 * @param rateOutside whether the learning rate is outside the velocity, which makes no difference without one
 * @param centred whether the squared mean is taken from the mean square
 * @param epsilon at least 1e-16: 1e-8 in PyTorch, 1e-7 in Keras
 * @param epsilonInside whether epsilon is inside the root
 */
public record RmsProp(float learningRate, float rho, float momentum, boolean rateOutside, boolean centred,
        float epsilon, boolean epsilonInside) implements Optimizer {
    /** Checks the hyper-parameters. */
    public RmsProp {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("rho", rho);
        HyperParameter.share("momentum", momentum);
        HyperParameter.epsilon(epsilon);
    }

    /** Plain: rho = 0.9, no momentum, epsilon = 1e-8 outside the root. */
    public RmsProp(float learningRate) {
        this(learningRate, 0.9f, 0f, false, false, 1e-8f, false);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public List<String> slots() {
        if (momentum == 0) {
            return centred ? List.of("s", "a") : List.of("s");
        }
        return centred ? List.of("s", "a", "b") : List.of("s", "b");
    }

    @Override
    public void step(Update u) {
        if (momentum == 0) {
            plain(u);
        } else {
            withVelocity(u);
        }
    }

    private void plain(Update u) {
        int at = u.offset();
        float[] w = u.parameters();
        float[] g = u.gradients();
        if (centred) {
            AdaptiveOptimizers.rmspropCentred(u.n(), u.learningRate(), rho, inside(), outside(),
                    u.gradientScale(), u.l1(), u.l2(), u.shrink(), w, at, g, at, u.slot(0), at, u.slot(1),
                    at);
        } else {
            AdaptiveOptimizers.rmsprop(u.n(), u.learningRate(), rho, inside(), outside(), u.gradientScale(),
                    u.l1(), u.l2(), u.shrink(), w, at, g, at, u.slot(0), at);
        }
    }

    private void withVelocity(Update u) {
        int at = u.offset();
        float[] w = u.parameters();
        float[] g = u.gradients();
        float inner = rateOutside ? 1f : -u.learningRate();
        float outer = rateOutside ? -u.learningRate() : 1f;
        if (centred) {
            AdaptiveOptimizers.rmspropCentredMomentum(u.n(), u.momentum(), inner, outer, rho, inside(),
                    outside(), u.gradientScale(), u.l1(), u.l2(), u.shrink(), w, at, g, at, u.slot(0), at,
                    u.slot(1), at, u.slot(2), at);
        } else {
            AdaptiveOptimizers.rmspropMomentum(u.n(), u.momentum(), inner, outer, rho, inside(), outside(),
                    u.gradientScale(), u.l1(), u.l2(), u.shrink(), w, at, g, at, u.slot(0), at, u.slot(1),
                    at);
        }
    }

    private float inside() {
        return epsilonInside ? epsilon : 0f;
    }

    private float outside() {
        return epsilonInside ? 0f : epsilon;
    }
}
