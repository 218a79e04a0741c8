package dev.lanewise.nn.optim;

import java.util.List;

/** What an {@link Optimizer} sees of a step in one range of the parameters. */
public final class Update {
    private final float[] parameters;
    private final float[] gradients;
    private final List<float[]> slots;
    private final StepValues values;
    private final int offset;
    private final int n;
    private final boolean weights;

    /**
     * The range of n parameters from offset.
     *
     * @param weights whether L1, L2 and decay apply here: to weights, not to biases and slopes
     */
    public Update(float[] parameters, float[] gradients, List<float[]> slots, StepValues values, int offset,
            int n, boolean weights) {
        this.parameters = parameters;
        this.gradients = gradients;
        this.slots = List.copyOf(slots);
        this.values = values;
        this.offset = offset;
        this.n = n;
        this.weights = weights;
    }

    /** Where the range begins in the parameters, the gradients and each slot. */
    public int offset() {
        return offset;
    }

    /** Parameters in the range. */
    public int n() {
        return n;
    }

    /** All parameters. */
    public float[] parameters() {
        return parameters;
    }

    /** All gradients. */
    public float[] gradients() {
        return gradients;
    }

    /** All of one slot. */
    public float[] slot(int index) {
        return slots.get(index);
    }

    /** The step's number, from 1. */
    public long step() {
        return values.step();
    }

    /** The learning rate in this step. */
    public float learningRate() {
        return values.learningRate();
    }

    /** The momentum in this step. */
    public float momentum() {
        return values.momentum();
    }

    /** What gradients are multiplied by first, so that their norm is clipped; usually 1. */
    public float gradientScale() {
        return values.gradientScale();
    }

    /** Coefficient of {@code sign(w)} in the gradient. */
    public float l1() {
        return weights ? values.l1() : 0f;
    }

    /** Coefficient of {@code w} in the gradient. */
    public float l2() {
        return weights ? values.l2() : 0f;
    }

    /** Decoupled weight decay: {@code w} loses {@code learningRate * decay * w}. */
    public float decay() {
        return weights ? values.decay() : 0f;
    }

    /** What decay takes off a weight in this step: {@code learningRate * decay}, the kernels' shrink. */
    public float shrink() {
        return learningRate() * decay();
    }

    /** Whether the range holds weights, not biases or slopes. */
    public boolean isWeights() {
        return weights;
    }

    /** The numbers that all parameters share. */
    public double[] scalars() {
        return values.scalars();
    }
}
