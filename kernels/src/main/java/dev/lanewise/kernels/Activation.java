package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.reference.MathReference;

/** An element-wise activation function; {@link Activations} has the same functions one by one, and their gradients. */
public enum Activation {
    /** {@code y = x}. */
    IDENTITY,
    /** {@code y = x < 0 ? +0 : x}. */
    RELU,
    /** {@code y = x < 0 ? slope * x : x}; the only one with a slope. */
    LEAKY_RELU,
    /** {@code y = 1 / (1 + exp(-x))}. */
    SIGMOID,
    /** {@code y = tanh(x)}. */
    TANH;

    /** Refuses a slope that is not finite, and any but 0 where it would be ignored. */
    void checkSlope(float slope) {
        if (this == LEAKY_RELU) {
            Check.finite("slope", slope);
        } else if (slope != 0f) {
            throw new IllegalArgumentException("slope: " + slope + " (expected 0, as " + this + " has none)");
        }
    }

    /** The definition, on one float. */
    ActivationReference.Scalar definition(float slope) {
        return switch (this) {
            case IDENTITY -> x -> x;
            case RELU -> ActivationReference::relu;
            case LEAKY_RELU -> x -> ActivationReference.leakyRelu(x, slope);
            case SIGMOID -> MathReference::sigmoid;
            case TANH -> MathReference::tanh;
        };
    }
}
