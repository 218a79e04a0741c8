package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import java.math.BigDecimal;
import java.math.MathContext;

/** The activations with curves, and their derivatives, in decimal arithmetic: slow, and as exact as one likes. */
final class DecimalOracle {
    private static final MathContext DIGITS = new MathContext(90);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-120");
    private static final BigDecimal PI = new BigDecimal(
            "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534");
    private static final BigDecimal GELU_CUBIC = new BigDecimal("0.044715");
    private static final BigDecimal SELU_SCALE = new BigDecimal("1.0507009873554804934193349852946");
    private static final BigDecimal SELU_ALPHA = new BigDecimal("1.6732632423543772848170429916717");

    private DecimalOracle() {
    }

    /** With alpha = 1 where there is one, x below 0. */
    static BigDecimal value(Activation f, BigDecimal x) {
        return switch (f) {
            case ELU -> exp(x).subtract(ONE);
            case SELU -> SELU_SCALE.multiply(SELU_ALPHA).multiply(exp(x).subtract(ONE));
            case SIGMOID -> sigmoid(x);
            case TANH -> TWO.multiply(sigmoid(TWO.multiply(x))).subtract(ONE);
            case SOFTPLUS -> log1p(exp(x));
            case GELU -> x.multiply(normal(x));
            case GELU_TANH -> x.multiply(sigmoid(argument(x)));
            case SILU -> x.multiply(sigmoid(x));
            case IDENTITY, RELU, LEAKY_RELU -> throw new IllegalArgumentException(f + " has no curve");
        };
    }

    /** With alpha = 1 where there is one, x below 0. */
    static BigDecimal derivative(Activation f, BigDecimal x) {
        return switch (f) {
            case ELU -> exp(x);
            case SELU -> SELU_SCALE.multiply(SELU_ALPHA).multiply(exp(x));
            case SIGMOID -> sigmoid(x).multiply(sigmoid(x.negate()));
            case TANH -> ONE.subtract(value(f, x).pow(2));
            case SOFTPLUS -> sigmoid(x);
            case GELU -> normal(x).add(x.multiply(density(x)));
            case GELU_TANH -> {
                BigDecimal u = argument(x);
                BigDecimal slope = TWO.multiply(root())
                        .multiply(ONE.add(GELU_CUBIC.multiply(x.pow(2)).multiply(BigDecimal.valueOf(3))));
                yield sigmoid(u)
                        .add(x.multiply(slope).multiply(sigmoid(u)).multiply(sigmoid(u.negate())));
            }
            case SILU -> sigmoid(x).add(x.multiply(sigmoid(x)).multiply(sigmoid(x.negate())));
            case IDENTITY, RELU, LEAKY_RELU -> throw new IllegalArgumentException(f + " has no curve");
        };
    }

    private static BigDecimal root() {
        return TWO.divide(PI, DIGITS).sqrt(DIGITS);
    }

    /** Twice the argument of the hyperbolic tangent. */
    private static BigDecimal argument(BigDecimal x) {
        return TWO.multiply(root()).multiply(x.add(GELU_CUBIC.multiply(x.pow(3))));
    }

    private static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
    }

    private static BigDecimal density(BigDecimal x) {
        return exp(x.pow(2).divide(TWO).negate()).divide(TWO.multiply(PI).sqrt(DIGITS), DIGITS);
    }

    /** {@code 1/2 + density(x) * sum of x^(2k+1) / (1 * 3 * ... * (2k+1))}. */
    private static BigDecimal normal(BigDecimal x) {
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int odd = 3; term.abs().compareTo(NEGLIGIBLE) > 0; odd += 2) {
            term = term.multiply(x.pow(2)).divide(BigDecimal.valueOf(odd), DIGITS);
            sum = sum.add(term);
        }
        return new BigDecimal("0.5").add(density(x).multiply(sum));
    }

    /** The power series of x / 2^12, squared twelve times. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 12;
        BigDecimal small = x.divide(BigDecimal.valueOf(1L << halvings), DIGITS);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int k = 1; term.abs().compareTo(NEGLIGIBLE) > 0; k++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** {@code 2 artanh(y / (2 + y))} by its power series, y from 0 to 1. */
    private static BigDecimal log1p(BigDecimal y) {
        BigDecimal t = y.divide(TWO.add(y), DIGITS);
        BigDecimal power = t;
        BigDecimal sum = t;
        for (int odd = 3; power.abs().compareTo(NEGLIGIBLE) > 0; odd += 2) {
            power = power.multiply(t.pow(2), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), DIGITS));
        }
        return TWO.multiply(sum);
    }
}
