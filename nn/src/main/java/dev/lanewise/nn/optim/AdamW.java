package dev.lanewise.nn.optim;

import java.util.List;

/**
 * {@link Adam} with decoupled decay of its own: a step first takes {@code eta decay w} off each weight, but not off biases
 * and slopes. The training's decay, if any, is added to it.
 *
 * @param adam everything but the decay
 * @param decay at least 0: 0.01 in PyTorch, 0.004 in Keras
 */
public record AdamW(Adam adam, float decay) implements Optimizer {
    /** Checks the decay. */
    public AdamW {
        HyperParameter.notNegative("decay", decay);
    }

    /** The paper's Adam, and decay = 0.01. */
    public AdamW(float learningRate) {
        this(new Adam(learningRate), 0.01f);
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public float learningRate() {
        return adam.learningRate();
    }

    @Override
    public float momentum() {
        return adam.momentum();
    }

    @Override
    public List<String> slots() {
        return adam.slots();
    }

    @Override
    public int scalars() {
        return adam.scalars();
    }

    @Override
    public void begin(long number, float momentum, double[] scalars) {
        adam.begin(number, momentum, scalars);
    }

    @Override
    public void step(Update u) {
        float own = u.isWeights() ? decay : 0f;
        adam.step(u, u.learningRate() * (own + u.decay()));
    }
}
