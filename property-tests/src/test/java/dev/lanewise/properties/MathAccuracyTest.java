package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.lanewise.kernels.reference.MathReference;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published accuracy of the elementary functions, on samples; {@link ExhaustiveAccuracy} takes all floats. */
@Tag("once")
class MathAccuracyTest {
    private static final int STRIDE = 997;
    private static final int BAND = 4096;
    private static final float INFINITY = Float.POSITIVE_INFINITY;
    /** Where a selection, an exponent or the kind of result changes. */
    static final float[] BREAKPOINTS = {0f, -0f, 1f, -1f, 0.5f, -0.5f, 88.7228f, 89f, -87.3365f,
            -103.972f, -104f, 0.34657f, -0.34657f, 0.17328f, 0.707107f, 1.41421f, 0.549306f, 9.0109f,
            -9.0109f, 10f,
            16.6355f, 0.4054651f, -0.2876821f, 1.0986123f, 17.0398f, -17.3287f, -20f, 88.4351f, -0.25f, 2f,
            0x1p24f, 0x1.8p126f, 0x1.8p127f, 1.125f, -1.125f, 3.8325f, 4f, -4f, Float.MIN_NORMAL,
            -Float.MIN_NORMAL, Float.MAX_VALUE, INFINITY, -INFINITY, Float.NaN};

    @ParameterizedTest
    @EnumSource
    void sampledErrorStaysWithinThePublishedBound(ElementaryFunction function) {
        for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
            check(function, Float.intBitsToFloat((int) bits));
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorAroundBreakpointsStaysWithinThePublishedBound(ElementaryFunction function) {
        for (float point : BREAKPOINTS) {
            int middle = Float.floatToRawIntBits(point);
            for (int i = -BAND; i <= BAND; i++) {
                check(function, Float.intBitsToFloat(middle + i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"EXP, 0, 1", "EXP, -0.0, 1", "EXP, Infinity, Infinity", "EXP, -Infinity, 0", "EXP, NaN, NaN",
            "EXP, 88.72284, Infinity", "EXP, -103.97208, 1.4e-45", "EXP, -103.97209, 0", "LOG, 1, 0",
            "LOG, 0, -Infinity", "LOG, -0.0, -Infinity", "LOG, Infinity, Infinity", "LOG, -Infinity, NaN",
            "LOG, -1e-45, NaN", "LOG, -1, NaN", "LOG, NaN, NaN", "LOG, 1.4e-45, -103.27893",
            "SIGMOID, 0, 0.5",
            "SIGMOID, -0.0, 0.5", "SIGMOID, Infinity, 1", "SIGMOID, -Infinity, 0", "SIGMOID, NaN, NaN",
            "SIGMOID, -100, 3.8e-44", "TANH, 0, 0", "TANH, -0.0, -0.0", "TANH, Infinity, 1",
            "TANH, -Infinity, -1",
            "TANH, NaN, NaN", "TANH, 1.4e-45, 1.4e-45", "TANH, -1.4e-45, -1.4e-45", "EXPM1, 0, 0",
            "EXPM1, -0.0, -0.0", "EXPM1, Infinity, Infinity", "EXPM1, -Infinity, -1", "EXPM1, NaN, NaN",
            "EXPM1, 88.72284, Infinity", "EXPM1, 1.4e-45, 1.4e-45", "EXPM1, -1.4e-45, -1.4e-45",
            "EXPM1, -18, -1", "LOG1P, 0, 0", "LOG1P, -0.0, -0.0", "LOG1P, Infinity, Infinity",
            "LOG1P, -1, -Infinity", "LOG1P, -1.0000001, NaN", "LOG1P, -Infinity, NaN", "LOG1P, NaN, NaN",
            "LOG1P, 1.4e-45, 1.4e-45", "LOG1P, -1.4e-45, -1.4e-45", "LOG1P, 3.4028235e38, 88.72284",
            "SOFTPLUS, 0, 0.6931472", "SOFTPLUS, -0.0, 0.6931472", "SOFTPLUS, Infinity, Infinity",
            "SOFTPLUS, -Infinity, 0", "SOFTPLUS, NaN, NaN", "SOFTPLUS, -100, 3.8e-44", "SOFTPLUS, -104, 0",
            "SOFTPLUS, 3.4028235e38, 3.4028235e38", "ERF, 0, 0", "ERF, -0.0, -0.0", "ERF, Infinity, 1",
            "ERF, -Infinity, -1", "ERF, NaN, NaN", "ERF, 1.4e-45, 1.4e-45", "ERF, -1.4e-45, -1.4e-45",
            "ERF, 4, 1", "ERF, -4, -1"})
    void specialValue(ElementaryFunction function, float x, float expected) {
        assertThat(Float.floatToIntBits(function.apply(x))).isEqualTo(Float.floatToIntBits(expected));
    }

    /** To 16 digits, from tables. */
    @ParameterizedTest
    @CsvSource({"0.25, 0.2763263901682369", "0.5, 0.5204998778130465", "1, 0.8427007929497149",
            "-1, -0.8427007929497149", "1.5, 0.9661051464753108", "2, 0.9953222650189527",
            "3, 0.9999779095030014", "4, 0.9999999845827421", "5, 0.9999999999984626",
            "1e-30, 1.1283791670955126e-30"})
    void theOracleOfErfIsAccurate(double x, double erf) {
        assertThat(ErrorFunctionOracle.erf(x)).isCloseTo(erf, withinPercentage(2e-13));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0.25, 1, 0", "0.5, 0, -1", "0.75, -1, 0"})
    void quarterTurnsAreExact(float u, float sin, float cos) {
        assertThat(Float.floatToRawIntBits(MathReference.sinTwoPi(u)))
                .isEqualTo(Float.floatToRawIntBits(sin));
        assertThat(Float.floatToRawIntBits(MathReference.cosTwoPi(u)))
                .isEqualTo(Float.floatToRawIntBits(cos));
    }

    @Test
    void sinTwoPiIsWithinTwoToMinus23() {
        assertThat(largestTurnError(MathReference::sinTwoPi, StrictMath::sin)).isLessThanOrEqualTo(0x1p-23);
    }

    @Test
    void cosTwoPiIsWithinTwoToMinus23() {
        assertThat(largestTurnError(MathReference::cosTwoPi, StrictMath::cos)).isLessThanOrEqualTo(0x1p-23);
    }

    private static double largestTurnError(ElementaryFunction.FloatFunction function,
            DoubleUnaryOperator oracle) {
        double worst = 0;
        for (int k = 0; k < 1 << 24; k += 7) {
            float u = k * 0x1p-24f;
            worst = Math.max(worst, Math.abs(function.apply(u) - oracle.applyAsDouble(2 * Math.PI * u)));
        }
        return worst;
    }

    private static void check(ElementaryFunction function, float x) {
        double ulps = function.ulps(x);
        if (!(ulps <= function.publishedUlps())) {
            assertThat(ulps).as("%s(%s), bits %08x", function, x, Float.floatToRawIntBits(x))
                    .isLessThanOrEqualTo(function.publishedUlps());
        }
    }
}
