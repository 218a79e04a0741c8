package dev.lanewise.nn;

/** Goodness of function: what training makes small. */
public enum Loss {
    /**
     * Cross-entropy of the softmax of the outputs against the class: {@code -log softmax(y)[label]}, in nats, mean
     * over samples. For classification.
     */
    SOFTMAX_CROSS_ENTROPY,
    /**
     * {@code (y - target)^2}, mean over outputs and samples. The target of a classification sample is 1 at its class
     * and 0 elsewhere.
     */
    MEAN_SQUARED_ERROR
}
