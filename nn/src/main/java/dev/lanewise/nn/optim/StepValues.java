package dev.lanewise.nn.optim;

/** What all ranges of a training share in a step; changed from step to step. */
public final class StepValues {
    private final float l1;
    private final float l2;
    private final float decay;
    private final double[] scalars;
    private long step;
    private float learningRate;
    private float momentum;
    private float gradientScale = 1f;

    /** Before the first step. */
    public StepValues(float l1, float l2, float decay, double[] scalars) {
        this.l1 = l1;
        this.l2 = l2;
        this.decay = decay;
        this.scalars = scalars;
    }

    /** The values of a step, numbered from 1. */
    public void set(long number, float rate, float stepMomentum, float scale) {
        step = number;
        learningRate = rate;
        momentum = stepMomentum;
        gradientScale = scale;
    }

    long step() {
        return step;
    }

    float learningRate() {
        return learningRate;
    }

    float momentum() {
        return momentum;
    }

    float gradientScale() {
        return gradientScale;
    }

    float l1() {
        return l1;
    }

    float l2() {
        return l2;
    }

    float decay() {
        return decay;
    }

    /** The numbers that all parameters share. */
    public double[] scalars() {
        return scalars;
    }
}
