package dev.lanewise.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static List<String> labels(Scale scale) {
        return Arrays.stream(scale.ticks()).mapToObj(scale::label).toList();
    }

    @Test
    void ticksAreRoundNumbersAroundTheValues() {
        assertThat(labels(Axis.of(0, 0.874, 5))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Axis.of(75.9, 99.6, 5))).containsExactly("75", "80", "85", "90", "95", "100");
        assertThat(labels(Axis.of(-0.1, 0.1, 5))).containsExactly("-0.10", "-0.05", "0.00", "0.05", "0.10");
        assertThat(labels(Axis.of(0, 2e14, 5))).containsExactly("0", "5\u00b710\u00b9\u00b3",
                "1.0\u00b710\u00b9\u2074",
                "1.5\u00b710\u00b9\u2074", "2.0\u00b710\u00b9\u2074");
        assertThat(labels(Axis.of(0, 40_000, 5))).containsExactly("0", "10,000", "20,000", "30,000",
                "40,000");
        assertThat(labels(Axis.ofIntegers(1, 12, 8))).containsExactly("2", "4", "6", "8", "10", "12");
        assertThat(labels(Axis.ofIntegers(1, 3, 8))).containsExactly("1", "2", "3");
        assertThat(labels(Axis.ofIntegers(7, 7, 8))).containsExactly("7");
    }

    @Test
    void aSingleValueHasAnAxisToo() {
        for (double value : new double[]{0, 1, -3, 97.5, 1e-9, 1e300, -1e300}) {
            Axis axis = Axis.of(value, value, 5);
            assertThat(axis.position(value)).isBetween(0.0, 1.0);
            assertThat(axis.ticks()).hasSizeBetween(2, 12);
        }
        for (double value : new double[]{1e-300, 0.3, 1, 1e300}) {
            LogAxis axis = LogAxis.of(value, value);
            assertThat(axis.position(value)).isBetween(0.0, 1.0);
            assertThat(axis.ticks()).hasSizeBetween(1, 7);
        }
    }

    @Test
    void powersOfTenLieAtEqualDistances() {
        LogAxis axis = LogAxis.of(0.001, 10);
        assertThat(labels(axis)).containsExactly("0.001", "0.01", "0.1", "1", "10");
        assertThat(axis.position(0.001)).isZero();
        assertThat(axis.position(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.position(10)).isEqualTo(1);
    }

    @Test
    void logarithmicTicksFitTheirRange() {
        assertThat(labels(LogAxis.of(0.3, 1.9))).containsExactly("0.2", "0.5", "1", "2");
        assertThat(labels(LogAxis.of(3e-7, 0.9))).containsExactly("10\u207b\u2076", "10\u207b\u2075",
                "10\u207b\u2074",
                "10\u207b\u00b3", "10\u207b\u00b2", "10\u207b\u00b9", "10\u2070");
        assertThat(labels(LogAxis.of(1e-30, 1))).containsExactly("10\u207b\u00b3\u2070",
                "10\u207b\u00b2\u2075",
                "10\u207b\u00b2\u2070", "10\u207b\u00b9\u2075", "10\u207b\u00b9\u2070", "10\u207b\u2075",
                "10\u2070");
        assertThat(labels(LogAxis.of(1000, 90_000))).containsExactly("1,000", "10,000", "100,000");
    }

    @Test
    void valuesAreTheInverseOfPositions() {
        for (Scale scale : List.of(Axis.of(-3, 17, 5), LogAxis.of(0.01, 500),
                new CategoryAxis(List.of(), 7))) {
            for (double value : new double[]{0.5, 1, 3, 6}) {
                assertThat(scale.value(scale.position(value))).isCloseTo(value,
                        within(1e-12));
            }
        }
    }

    @Test
    void onlyCategoriesOfThePlotHaveAPlace() {
        CategoryAxis axis = new CategoryAxis(List.of("a", "b"), 3);
        assertThat(labels(axis)).containsExactly("a", "b", "2");
        assertThat(axis.shows(-1)).isFalse();
        assertThat(axis.shows(2)).isTrue();
        assertThat(axis.shows(3)).isFalse();
        assertThat(axis.shows(Double.NaN)).isFalse();
        assertThat(labels(new CategoryAxis(List.of(), 2001))).startsWith("0", "200").endsWith("2000");
        assertThat(new CategoryAxis(List.of("a"), 1_000_000).ticks()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void numbersAreShort() {
        assertThat(Numbers.brief(0.5)).isEqualTo("0.5");
        assertThat(Numbers.brief(1234)).isEqualTo("1,234");
        assertThat(Numbers.brief(100)).isEqualTo("100");
        assertThat(Numbers.brief(-2)).isEqualTo("-2");
        assertThat(Numbers.brief(0)).isEqualTo("0");
        assertThat(Numbers.brief(1e6)).isEqualTo("1\u00b710\u2076");
        assertThat(Numbers.brief(2.5e-5)).isEqualTo("2.5\u00b710\u207b\u2075");
        assertThat(Numbers.fixed(-0.0, 1)).isEqualTo("0.0");
        assertThat(Numbers.fixed(-1e-17, 1)).isEqualTo("0.0");
    }
}
