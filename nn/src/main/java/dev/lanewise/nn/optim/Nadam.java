package dev.lanewise.nn.optim;

import dev.lanewise.kernels.AdamOptimizers;
import java.util.List;

/**
 * NAdam: Adam's m and v with Nesterov's momentum: {@code w <- w - eta (mu(t + 1) m / (1 - P(t + 1)) + (1 - mu(t)) g / (1 -
 * P(t))) / (sqrt(v^) + epsilon)} in step t, where {@code mu(t) = beta1 (1 - 0.96^(t momentumDecay) / 2)} and P(t) is the
 * product of the momenta mu up to t. A momentum schedule changes beta1.
 *
 * @param learningRate eta, above 0
 * @param beta1 at least 0 and below 1
 * @param beta2 at least 0 and below 1
 * @param epsilon at least 1e-16: 1e-8 in PyTorch, 1e-7 in Keras
 * @param momentumDecay at least 0: 0.004 in the paper and PyTorch, 1 in Keras
 */
public record Nadam(float learningRate, float beta1, float beta2, float epsilon, float momentumDecay)
        implements
            Optimizer {
    private static final int PRODUCT = 0;
    private static final int MOMENTUM = 1;
    private static final int NEXT_MOMENTUM = 2;
    private static final int CORRECTION = 3;

    /** Checks the hyper-parameters. */
    public Nadam {
        HyperParameter.learningRate(learningRate);
        HyperParameter.share("beta1", beta1);
        HyperParameter.share("beta2", beta2);
        HyperParameter.epsilon(epsilon);
        HyperParameter.notNegative("momentumDecay", momentumDecay);
    }

    /** beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, momentumDecay = 0.004. */
    public Nadam(float learningRate) {
        this(learningRate, 0.9f, 0.999f, 1e-8f, 0.004f);
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public float momentum() {
        return beta1;
    }

    @Override
    public List<String> slots() {
        return List.of("m", "v");
    }

    /** P(t), mu(t), mu(t + 1) and the correction of v. */
    @Override
    public int scalars() {
        return 4;
    }

    @Override
    public void begin(long number, float momentum, double[] scalars) {
        double before = number == 1 ? 1 : scalars[PRODUCT];
        scalars[MOMENTUM] = mu(momentum, number);
        scalars[NEXT_MOMENTUM] = mu(momentum, number + 1);
        scalars[PRODUCT] = before * scalars[MOMENTUM];
        scalars[CORRECTION] = AdamOptimizers.correction(beta2, number);
    }

    private double mu(float momentum, long number) {
        return momentum * (1 - 0.5 * StrictMath.pow(0.96, number * (double) momentumDecay));
    }

    @Override
    public void step(Update u) {
        double[] s = u.scalars();
        double product = s[PRODUCT];
        float momentRate = (float) (u.learningRate() * s[NEXT_MOMENTUM] / (1 - product * s[NEXT_MOMENTUM]));
        float gradientRate = (float) (u.learningRate() * (1 - s[MOMENTUM]) / (1 - product));
        int at = u.offset();
        AdamOptimizers.nadam(u.n(), momentRate, gradientRate, AdamOptimizers.rootScale(s[CORRECTION], false),
                u.momentum(), beta2, epsilon, u.gradientScale(), u.l1(), u.l2(), u.shrink(), u.parameters(),
                at,
                u.gradients(), at, u.slot(0), at, u.slot(1), at);
    }
}
