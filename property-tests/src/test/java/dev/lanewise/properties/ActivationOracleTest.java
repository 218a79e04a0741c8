package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracles in double beside decimal arithmetic: far more accurate than a float, also in tails and near zeros. */
@Tag("once")
class ActivationOracleTest {
    /** Of the exact value, and of 1 in place of derivatives that are near 0, where terms cancel. */
    private static final double RELATIVE = 1e-11;
    private static final double ABSOLUTE = 1e-15;
    /** From the middle, the derivatives' zeros and the oracles' seams down to the subnormals of the floats. */
    private static final float[] NEGATIVE = {-1e-30f, -1e-7f, -0.01f, -0.3f, -0.7524614f, -0.7517916f,
            -1.2784646f, -2.2f, -2.4999998f, -2.5000002f, -3.7f, -5.5f, -8.9f, -9.87f, -13.2f, -17.33f,
            -40f, -87.4f, -103.9f};
    private static final int BELOW_GELU = 3;

    /** GELU vanishes beside every float below -18, and in decimal arithmetic of 90 digits. */
    private static float[] negative(Activation f) {
        return f == Activation.GELU ? Arrays.copyOf(NEGATIVE, NEGATIVE.length - BELOW_GELU) : NEGATIVE;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"IDENTITY", "RELU", "LEAKY_RELU"})
    void valuesBelowZero(Activation f) {
        for (float x : negative(f)) {
            double exact = DecimalOracle.value(f, new BigDecimal(x)).doubleValue();
            assertThat(Math.abs(ActivationOracle.value(f, 1, x) - exact)).as("%s at %s: %s", f, x, exact)
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(exact));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"IDENTITY", "RELU", "LEAKY_RELU"})
    void derivativesBelowZero(Activation f) {
        for (float x : negative(f)) {
            double exact = DecimalOracle.derivative(f, new BigDecimal(x)).doubleValue();
            double absolute = x > -4 ? ABSOLUTE : 0;
            assertThat(Math.abs(ActivationOracle.derivative(f, 1, x) - exact)).as("%s at %s: %s", f, x, exact)
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(exact) + absolute);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "GELU", "GELU_TANH", "SILU"})
    void derivativesAboveZeroFollowFromThoseBelow(Activation f) {
        for (float x : NEGATIVE) {
            double below = ActivationOracle.derivative(f, 0, x);
            boolean even = f == Activation.SIGMOID || f == Activation.TANH;
            assertThat(Math.abs(ActivationOracle.derivative(f, 0, -x) - (even ? below : 1 - below)))
                    .as("%s at %s", f, -x)
                    .isLessThanOrEqualTo(ABSOLUTE);
        }
    }

    /** From {@code f(x) - f(-x) = x}, or 2 f(x) for the odd function, or 1 for the sigmoid. */
    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "GELU", "GELU_TANH", "SILU"})
    void valuesAboveZeroFollowFromThoseBelow(Activation f) {
        for (float x : NEGATIVE) {
            double below = ActivationOracle.value(f, 0, x);
            double expected = switch (f) {
                case SIGMOID -> 1 - below;
                case TANH -> -below;
                // x Phi(x) is below 0 on the left: f(x) = x + f(-x) holds for every x (1 - gate(-x)).
                default -> -x + below;
            };
            assertThat(Math.abs(ActivationOracle.value(f, 0, -x) - expected)).as("%s at %s", f, -x)
                    .isLessThanOrEqualTo(4 * Math.ulp(expected) + ABSOLUTE * Math.abs(below));
        }
    }
}
