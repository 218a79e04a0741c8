package dev.lanewise.properties;

import dev.lanewise.nn.optim.Optimizer;
import java.util.List;

/**
 * An optimizer of the library, the paper's rule for it, and what both are to minimise.
 *
 * @param state for each element of the paper's state the library's slot, or -1 if the library needs none
 * @param tolerance how far apart parameters may be when both run on their own
 */
record OptimizerCase(String name, Optimizer optimizer, PaperRule rule, List<Integer> state,
        Objective objective, double tolerance) {
    double eta() {
        return optimizer.learningRate();
    }

    /** Whether the library has the paper's value, which is the parameter (0) or an element of the state. */
    boolean isKept(int value) {
        return value == 0 || state.get(value - 1) >= 0;
    }

    OptimizerCase with(PaperRule other) {
        return new OptimizerCase(name, optimizer, other, state, objective, tolerance);
    }

    @Override
    public String toString() {
        return name + " on " + objective;
    }
}
