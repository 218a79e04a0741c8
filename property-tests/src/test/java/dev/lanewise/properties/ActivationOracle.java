package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;

/** The activation functions and their derivatives in double. Coefficients are those of the papers, not their floats. */
final class ActivationOracle {
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SQRT_2_OVER_PI = 0.7978845608028654;
    private static final double GELU_CUBIC = 0.044715;

    private ActivationOracle() {
    }

    static double value(Activation f, float alpha, double x) {
        return switch (f) {
            case IDENTITY -> x;
            case RELU -> x < 0 ? 0 : x;
            case LEAKY_RELU -> x < 0 ? alpha * x : x;
            case ELU -> x < 0 ? alpha * StrictMath.expm1(x) : x;
            case SELU -> SELU_SCALE * (x < 0 ? SELU_ALPHA * StrictMath.expm1(x) : x);
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
            case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case GELU -> times(x, NormalOracle.distribution(x));
            case GELU_TANH -> times(x, sigmoid(2 * tanhArgument(x)));
            case SILU -> times(x, sigmoid(x));
        };
    }

    /** The derivative by x; where the kernels are given y, and y underflows to -0.0, that at 0. */
    static double derivative(Activation f, float alpha, double x) {
        return switch (f) {
            case IDENTITY -> 1;
            case RELU -> x < 0 ? 0 : 1;
            case LEAKY_RELU -> x < 0 ? alpha : 1;
            case ELU -> (float) value(f, alpha, x) < 0 ? alpha * StrictMath.exp(x) : 1;
            case SELU -> SELU_SCALE * (x < 0 ? SELU_ALPHA * StrictMath.exp(x) : 1);
            case SIGMOID -> sigmoid(x) * sigmoid(-x);
            case TANH -> 4 * sigmoid(2 * x) * sigmoid(-2 * x);
            case SOFTPLUS -> sigmoid(x);
            case GELU -> NormalOracle.distribution(x) + times(x, NormalOracle.density(x));
            case GELU_TANH -> geluTanhDerivative(x);
            case SILU -> sigmoid(x) + times(x, sigmoid(x) * sigmoid(-x));
        };
    }

    private static double geluTanhDerivative(double x) {
        double u = 2 * tanhArgument(x);
        double slope = 2 * SQRT_2_OVER_PI * (1 + 3 * GELU_CUBIC * x * x);
        return sigmoid(u) + times(x, times(slope, sigmoid(u) * sigmoid(-u)));
    }

    private static double tanhArgument(double x) {
        return SQRT_2_OVER_PI * (x + GELU_CUBIC * x * x * x);
    }

    /** The product; where the gate is shut or open it is a zero or x, however large x is. */
    private static double times(double x, double gate) {
        return Double.isInfinite(x) && gate == 0 ? Math.copySign(0, x) : x * gate;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
