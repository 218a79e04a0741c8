package dev.lanewise.properties;

/**
 * An optimizer as its paper writes it, in double and for one parameter. The papers' rules are element-wise, so many
 * parameters are as many calls. Nothing of the library is used.
 */
interface PaperOptimizer {
    /** What the state holds before the first step. */
    double[] start();

    /**
     * One step: advances the state and returns what is added to the parameter.
     *
     * @param g the gradient
     * @param s the state, as long as {@link #start}
     * @param t the step, from 1
     * @param eta the learning rate
     */
    double change(double g, double[] s, int t, double eta);
}
