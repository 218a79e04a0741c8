package dev.lanewise.nn.optim;

import dev.lanewise.kernels.AdamOptimizers;
import java.util.List;

/**
 * Adam: {@code m <- beta1 m + (1 - beta1) g; v <- beta2 v + (1 - beta2) g^2; w <- w - eta m^ / (sqrt(v^) + epsilon)}, where {@code
 * m^ = m / (1 - beta1^t)} and {@code v^ = v / (1 - beta2^t)} in step t. AMSGrad takes the largest v so far for v. With
 * epsilon hat, as in Keras, epsilon is added before v is corrected: {@code w <- w - eta sqrt(1 - beta2^t) m^ / (sqrt(v) +
 * epsilon)}. A momentum schedule changes beta1.
 *
 * @param learningRate eta, above 0
 * @param beta1 at least 0 and below 1
 * @param beta2 at least 0 and below 1
 * @param epsilon at least 1e-16: 1e-8 in the paper and PyTorch, 1e-7 in Keras
 * @param amsgrad whether the largest v counts
 * @param epsilonHat whether epsilon is added before the correction
 */
public record Adam(float learningRate, float beta1, float beta2, float epsilon, boolean amsgrad,
        boolean epsilonHat) implements Optimizer {
    /** Checks the hyper-parameters. */
    public Adam {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("beta1", beta1);
        HyperParameter.share("beta2", beta2);
        HyperParameter.epsilon(epsilon);
    }

    /** The paper's: beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8. */
    public Adam(float learningRate) {
        this(learningRate, 0.9f, 0.999f, 1e-8f, false, false);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public float momentum() {
        return beta1;
    }

    @Override
    public List<String> slots() {
        return amsgrad ? List.of("m", "v", "x") : List.of("m", "v");
    }

    /** The corrections of m and v in this step. */
    @Override
    public int scalars() {
        return 2;
    }

    @Override
    public void begin(long number, float momentum, double[] scalars) {
        scalars[0] = AdamOptimizers.correction(momentum, number);
        scalars[1] = AdamOptimizers.correction(beta2, number);
    }

    @Override
    public void step(Update u) {
        step(u, u.shrink());
    }

    /** With that decoupled decay. */
    void step(Update u, float shrink) {
        double[] corrections = u.scalars();
        float rate = AdamOptimizers.rate(u.learningRate(), corrections[0], corrections[1], epsilonHat);
        float rootScale = AdamOptimizers.rootScale(corrections[1], epsilonHat);
        int at = u.offset();
        if (amsgrad) {
            AdamOptimizers.amsgrad(u.n(), rate, rootScale, u.momentum(), beta2, epsilon, u.gradientScale(),
                    u.l1(), u.l2(), shrink, u.parameters(), at, u.gradients(), at, u.slot(0), at, u.slot(1),
                    at, u.slot(2), at);
        } else {
            AdamOptimizers.adam(u.n(), rate, rootScale, u.momentum(), beta2, epsilon, u.gradientScale(),
                    u.l1(), u.l2(), shrink, u.parameters(), at, u.gradients(), at, u.slot(0), at, u.slot(1),
                    at);
        }
    }
}
