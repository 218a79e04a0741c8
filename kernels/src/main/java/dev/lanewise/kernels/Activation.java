package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ActivationReference;

/**
 * An element-wise activation function, for {@link Activations}, {@link Gemm#linear} and {@link Dropout}. NaN stays NaN;
 * -0.0 stays -0.0 where the function is 0 at 0; at infinities a function has its limit. What each gives exactly, and its
 * largest error, is in {@code reports/kernels.md}.
 */
public enum Activation {
    /** {@code y = x}. */
    IDENTITY(Saved.OUTPUT),
    /** Rectified linear unit: {@code y = x < 0 ? +0 : x}; the derivative at 0 is 1. */
    RELU(Saved.INPUT),
    /** {@code y = x < 0 ? alpha x : x}, alpha (the slope) finite; 0.01 is usual. The derivative at 0 is 1. */
    LEAKY_RELU(Saved.INPUT),
    /** Exponential linear unit: {@code y = x < 0 ? alpha (e^x - 1) : x}, alpha above 0; 1 is usual. Clevert 2015. */
    ELU(Saved.OUTPUT),
    /** Scaled ELU: {@code y = 1.0507 (x < 0 ? 1.6733 (e^x - 1) : x)}. Klambauer 2017. */
    SELU(Saved.OUTPUT),
    /** Logistic sigmoid: {@code y = 1 / (1 + e^-x)}. */
    SIGMOID(Saved.OUTPUT),
    /** Hyperbolic tangent. */
    TANH(Saved.OUTPUT),
    /** {@code y = ln(1 + e^x)}. */
    SOFTPLUS(Saved.INPUT),
    /** {@code y = x Phi(x)}, Phi the normal distribution function, by erf. Hendrycks and Gimpel 2016. */
    GELU(Saved.INPUT),
    /** The approximation {@code y = x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))} of {@link #GELU}. */
    GELU_TANH(Saved.INPUT),
    /** {@code y = x sigmoid(x)}, also named swish. */
    SILU(Saved.INPUT);

    /** What of the forward pass the backward pass needs. */
    public enum Saved {
        /** The function's arguments. */
        INPUT,
        /** The function's values, so that they may have replaced the arguments. */
        OUTPUT
    }

    private final Saved backwardFrom;

    Activation(Saved backwardFrom) {
        this.backwardFrom = backwardFrom;
    }

    /** What the backward pass of {@link Activations#activateBackward} takes. */
    public Saved backwardFrom() {
        return backwardFrom;
    }

    /** Whether the function has a parameter alpha; the others are given 0. */
    public boolean hasAlpha() {
        return this == LEAKY_RELU || this == ELU;
    }

    /** The alpha that is usual: 0.01 of {@code LEAKY_RELU}, 1 of {@code ELU}, 0 of all others. */
    public float usualAlpha() {
        return switch (this) {
            case LEAKY_RELU -> 0.01f;
            case ELU -> 1f;
            default -> 0f;
        };
    }

    /**
     * Refuses an alpha that the function cannot have, and any but 0 where it would be ignored.
     *
     * @throws IllegalArgumentException naming alpha, what was given and what was expected
     */
    public void checkAlpha(float alpha) {
        if (!hasAlpha()) {
            if (alpha != 0f) {
                throw new IllegalArgumentException(
                        "alpha: " + alpha + " (expected 0, as " + this + " has none)");
            }
        } else if (this == ELU && !(alpha > 0f)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected > 0 and finite)");
        } else {
            Check.finite("alpha", alpha);
        }
    }

    /** The definition, on one float. */
    public ActivationReference.Value value(float alpha) {
        return switch (this) {
            case IDENTITY -> x -> x;
            case RELU -> ActivationReference::relu;
            case LEAKY_RELU -> x -> ActivationReference.leakyRelu(x, alpha);
            case ELU -> x -> ActivationReference.elu(x, alpha);
            case SELU -> ActivationReference::selu;
            case SIGMOID -> ActivationReference::sigmoid;
            case TANH -> ActivationReference::tanh;
            case SOFTPLUS -> ActivationReference::softplus;
            case GELU -> ActivationReference::gelu;
            case GELU_TANH -> ActivationReference::geluTanh;
            case SILU -> ActivationReference::silu;
        };
    }

    /** The definition of the gradient, on one saved float and the gradient by the output. */
    public ActivationReference.Gradient gradient(float alpha) {
        return switch (this) {
            case IDENTITY -> (y, dy) -> dy;
            case RELU -> ActivationReference::reluGradient;
            case LEAKY_RELU -> (x, dy) -> ActivationReference.leakyReluGradient(x, dy, alpha);
            case ELU -> (y, dy) -> ActivationReference.eluGradient(y, dy, alpha);
            case SELU -> ActivationReference::seluGradient;
            case SIGMOID -> ActivationReference::sigmoidGradient;
            case TANH -> ActivationReference::tanhGradient;
            case SOFTPLUS -> ActivationReference::softplusGradient;
            case GELU -> ActivationReference::geluGradient;
            case GELU_TANH -> ActivationReference::geluTanhGradient;
            case SILU -> ActivationReference::siluGradient;
        };
    }
}
