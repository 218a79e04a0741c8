package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Pick the best function: how parameters follow their gradients. An optimizer is an immutable description; its state
 * is in slots, each as long as the parameters, that belong to the training.
 */
public interface Optimizer {
    /** Such as {@code adam}. */
    String name();

    /** The learning rate eta, which a schedule may change from step to step. */
    float learningRate();

    /** The momentum, which a schedule may change from step to step; 0 if it has none. */
    default float momentum() {
        return 0f;
    }

    /** The names of the slots, such as m and v. */
    default List<String> slots() {
        return List.of();
    }

    /** What a slot holds before the first step. */
    default float initial(int slot) {
        return 0f;
    }

    /** How many numbers of state all parameters share. */
    default int scalars() {
        return 0;
    }

    /** Called once a step before any {@link #step}: brings the shared numbers to step {@code number}, from 1. */
    default void begin(long number, float momentum, double[] scalars) {
    }

    /**
     * One step of a range of parameters: changes them and their slots. Ranges are independent of each other and may be
     * stepped in several threads at once.
     */
    void step(Update update);
}
