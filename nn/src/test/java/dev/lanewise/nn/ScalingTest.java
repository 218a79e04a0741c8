package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.nn.data.Dataset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
    private static float[] applied(Scaling scaling, int features, float... rows) {
        scaling.apply(rows.length / features, features, rows, 0);
        return rows;
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void subtractsTheOffsetThenMultiplies() {
        assertThat(applied(Scaling.uniform(2, 3), 2, 1, 2, 3, 4)).containsExactly(-3, 0, 3, 6);
        assertThat(applied(Scaling.of(new float[]{1, 10}, new float[]{2, -1}), 2, 1, 2, 3, 4))
                .containsExactly(0, 8,
                        4, 6);
        assertThat(applied(Scaling.none(), 2, 1, 2, -3, 4)).containsExactly(1, 2, -3, 4);
        assertThat(applied(Scaling.bytes(), 1, 0, 51, 255)).containsExactly(0, 51f * (1f / 255f), 1);
    }

    @Test
    void scalesOnlyTheRowsOfTheBatch() {
        float[] rows = {1, 1, 1, 1, 1, 1};
        Scaling.of(new float[]{0, 0}, new float[]{5, 7}).apply(1, 2, rows, 2);
        assertThat(rows).containsExactly(1, 1, 5, 7, 1, 1);
        Scaling.uniform(0, 3).apply(1, 2, rows, 2);
        assertThat(rows).containsExactly(1, 1, 15, 21, 1, 1);
    }

    /** More rows than one chunk, far from zero, where a one-pass variance in float would fail. */
    @ParameterizedTest
    @ValueSource(ints = {2, 255, 256, 257, 700})
    void standardizesByTheExactMeanAndDeviation(int size) {
        float[] values = Samples.uniform(3 * size, new Random(size));
        for (int i = 0; i < size; i++) {
            values[3 * i + 1] = 1000 + values[3 * i + 1] / 16;
        }
        Scaling scaling = Scaling.standardize(
                Dataset.ofFloats("random", 3, values, new int[size], List.of("a")));
        for (int j = 0; j < 3; j++) {
            BigDecimal mean = mean(values, j, BigDecimal.ZERO, 1);
            double deviation = Math.sqrt(mean(values, j, mean, 2).doubleValue());
            assertThat(scaling.offset()[j]).isEqualTo(mean.floatValue());
            assertThat((double) scaling.factor()[j]).isCloseTo(1 / deviation,
                    Percentage.withPercentage(1e-5));
        }
    }

    /** Exact mean of (x - centre)^power of one of three columns. */
    private static BigDecimal mean(float[] values, int column, BigDecimal centre, int power) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = column; i < values.length; i += 3) {
            sum = sum.add(new BigDecimal(values[i]).subtract(centre).pow(power));
        }
        return sum.divide(BigDecimal.valueOf(values.length / 3), MathContext.DECIMAL128);
    }

    @Test
    void aConstantFeatureIsOnlyCentred() {
        Dataset data = Dataset.ofFloats("flat", 2, new float[]{0.1f, 1, 0.1f, 3, 0.1f, 5}, new int[3],
                List.of("a"));
        Scaling scaling = Scaling.standardize(data);
        assertThat(scaling.offset()).containsExactly(0.1f, 3);
        assertThat(scaling.factor()[0]).isEqualTo(1);
        assertThat(applied(scaling, 2, 0.1f, 3)).containsExactly(0, 0);
    }

    @Test
    void oneRowIsOnlyCentred() {
        Dataset data = Dataset.ofTargets("one", 2, new float[]{7, -2}, new float[]{1});
        assertThat(Scaling.standardize(data)).isEqualTo(Scaling.of(new float[]{7, -2}, new float[]{1, 1}));
    }

    @Test
    void keepsItsNumbersToItself() {
        float[] offset = {1, 2};
        float[] factor = {3, 4};
        Scaling scaling = Scaling.of(offset, factor);
        offset[0] = 99;
        factor[0] = 99;
        scaling.offset()[0] = 99;
        scaling.factor()[0] = 99;
        assertThat(scaling.offset()).containsExactly(1, 2);
        assertThat(scaling.factor()).containsExactly(3, 4);
    }

    @Test
    void equalsByItsNumbers() {
        Scaling scaling = Scaling.of(new float[]{1, 2}, new float[]{3, 4});
        assertThat(scaling).isEqualTo(Scaling.of(new float[]{1, 2}, new float[]{3, 4}))
                .hasSameHashCodeAs(Scaling.of(new float[]{1, 2}, new float[]{3, 4}))
                .isNotEqualTo(Scaling.of(new float[]{1, 2}, new float[]{3, 5}))
                .isNotEqualTo(Scaling.of(new float[]{0, 2}, new float[]{3, 4}))
                .hasToString("per feature (2)");
        assertThat(Scaling.uniform(1, 0.5f)).hasToString("(x - 1.0) * 0.5");
    }

    @Test
    void refusesBadNumbers() {
        assertRefused(() -> Scaling.of(new float[2], new float[3]),
                "scaling: 2 offsets and 3 factors (expected equal, >= 1)");
        assertRefused(() -> Scaling.of(new float[0], new float[0]),
                "scaling: 0 offsets and 0 factors (expected equal, >= 1)");
        assertRefused(() -> Scaling.of(new float[]{0, Float.NaN}, new float[]{1, 1}),
                "scaling: feature 1 has offset NaN and factor 1.0 (expected finite numbers)");
        assertRefused(() -> Scaling.uniform(0, Float.POSITIVE_INFINITY),
                "scaling: feature 0 has offset 0.0 and factor Infinity (expected finite numbers)");
        assertRefused(() -> Scaling.standardize(Samples.clouds(3, 3, 1).take(0)),
                "data: 0 rows (expected >= 1 to standardize by)");
    }
}
