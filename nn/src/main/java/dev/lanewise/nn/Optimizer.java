package dev.lanewise.nn;

/** Pick the best function: how parameters follow their gradients. */
public interface Optimizer {
    /** Such as {@code sgd}. */
    String name();

    /** The learning rate eta. */
    float learningRate();

    /** One step: changes the parameters by their gradients. */
    void step(float[] parameters, float[] gradients);
}
