package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The activation functions and their derivatives beside the mathematics in double, from the largest arguments to the
 * smallest: the definitions themselves are right, not only alike on both sides. Errors are those published in the
 * catalogue: where it gives a relative and an absolute part, exactly these.
 */
@Tag("once")
class ActivationAccuracyTest {
    private static final double RELATIVE = 0x1p-21;
    /** Of derivatives from values: the value's own rounding, through a difference. */
    private static final double OF_VALUES = 0x1p-22;
    private static final Pattern PUBLISHED = Pattern
            .compile("2\\^-21 relative \\+ 2\\^(-[0-9]+) absolute: .*");
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    @ParameterizedTest
    @EnumSource
    void valuesAreThoseOfTheFunction(Activation f) {
        float[] x = arguments();
        float[] y = new float[x.length];
        Activations.activate(f, f.usualAlpha(), x.length, x, 0, y, 0);
        for (int i = 0; i < x.length; i++) {
            assertNear(f, x[i], y[i], value(f, x[i]), published("activate", f, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfTheDerivative(Activation f) {
        float[] x = arguments();
        float[] saved = x.clone();
        if (f.backwardFrom() == Activation.Saved.OUTPUT) {
            Activations.activate(f, f.usualAlpha(), x.length, x, 0, saved, 0);
        }
        float[] dx = new float[x.length];
        Arrays.fill(dx, 0.75f);
        double absolute = published("activateBackward", f,
                f.backwardFrom() == Activation.Saved.OUTPUT ? OF_VALUES : 0);
        Activations.activateBackward(f, f.usualAlpha(), x.length, saved, 0, dx, 0, dx, 0);
        for (int i = 0; i < x.length; i++) {
            assertNear(f, x[i], dx[i], 0.75 * derivative(f, x[i]), absolute);
        }
    }

    @ParameterizedTest
    @EnumSource
    void notANumberStaysAndSoDoesTheSignOfZero(Activation f) {
        float[] y = {Float.NaN, -0f};
        Activations.activate(f, f.usualAlpha(), 2, y, 0, y, 0);
        assertThat(y[0]).isNaN();
        if (f != Activation.SIGMOID && f != Activation.SOFTPLUS) {
            assertThat(Float.floatToRawIntBits(y[1])).isEqualTo(Float.floatToRawIntBits(-0f));
        }
    }

    /** The absolute part of a function's error in the catalogue, or what to take where there is none. */
    private static double published(String method, Activation f, double otherwise) {
        Matcher text = PUBLISHED.matcher(
                KernelCatalog.get("Activations." + method + ":" + f).contract().accuracy().text());
        return text.matches() ? Math.scalb(1.0, Integer.parseInt(text.group(1))) : otherwise;
    }

    @Test
    void gatedFunctionsPublishAnAbsoluteError() {
        assertThat(published("activate", Activation.GELU, 0)).isEqualTo(0x1p-23);
        assertThat(published("activateBackward", Activation.SILU, 0)).isEqualTo(0x1p-24);
    }

    private static void assertNear(Activation f, float x, float actual, double exact, double absolute) {
        if (Double.isInfinite(exact)) {
            assertThat((double) actual).as("%s at %s", f, x).isEqualTo(exact);
        } else {
            // Where a gate is subnormal, its rounding is multiplied by x.
            double bound = RELATIVE * Math.abs(exact) + absolute + Math.max(1, Math.abs(x)) * Float.MIN_VALUE;
            assertThat(Math.abs(actual - exact)).as("%s at %s: %s against %s", f, x, actual, exact)
                    .isLessThanOrEqualTo(bound);
        }
    }

    /** Both signs of every exponent, a fine grid around 0, and the infinities. */
    private static float[] arguments() {
        List<Float> all = new ArrayList<>(
                List.of(0f, Float.POSITIVE_INFINITY, 150f, 149.5f, 150.5f, 88f, 104f));
        for (float x = 4 * Float.MIN_VALUE; x < Float.POSITIVE_INFINITY; x *= 1.37f) {
            all.add(x);
        }
        for (float x = 0; x < 20; x += 0.0173f) {
            all.add(x);
        }
        float[] both = new float[2 * all.size()];
        for (int i = 0; i < all.size(); i++) {
            both[i] = all.get(i);
            both[all.size() + i] = -all.get(i);
        }
        return both;
    }

    private static double value(Activation f, double x) {
        return switch (f) {
            case IDENTITY -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x < 0 ? 0.01f * x : x;
            case ELU -> x < 0 ? StrictMath.expm1(x) : x;
            case SELU -> SELU_SCALE * (x < 0 ? SELU_ALPHA * StrictMath.expm1(x) : x);
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
            case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case GELU -> gated(x, normal(x));
            case GELU_TANH -> gated(x, sigmoid(2 * u(x)));
            case SILU -> gated(x, sigmoid(x));
        };
    }

    private static double derivative(Activation f, double x) {
        return switch (f) {
            case IDENTITY -> 1;
            case RELU -> x < 0 ? 0 : 1;
            case LEAKY_RELU -> x < 0 ? 0.01f : 1;
            case ELU -> x < 0 ? StrictMath.exp(x) : 1;
            case SELU -> SELU_SCALE * (x < 0 ? SELU_ALPHA * StrictMath.exp(x) : 1);
            case SIGMOID -> sigmoid(x) * sigmoid(-x);
            case TANH -> 1 / (StrictMath.cosh(x) * StrictMath.cosh(x));
            case SOFTPLUS -> sigmoid(x);
            case GELU ->
                normal(x) + gated(x, StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI));
            case GELU_TANH -> {
                double slope = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
                double s = sigmoid(2 * u(x));
                yield s + gated(x, gated(2 * slope, s * sigmoid(-2 * u(x))));
            }
            case SILU -> sigmoid(x) + gated(x, sigmoid(x) * sigmoid(-x));
        };
    }

    /** The product, 0 where the gate is shut, however large x is. */
    private static double gated(double x, double gate) {
        return gate == 0 ? 0 : x * gate;
    }

    private static double sigmoid(double x) {
        return x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x));
    }

    private static double u(double x) {
        return Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    }

    private static double normal(double x) {
        return 0.5 + 0.5 * ErrorFunctionOracle.erf(x * Math.sqrt(0.5));
    }
}
