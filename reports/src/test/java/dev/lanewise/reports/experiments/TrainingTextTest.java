package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1.00", "12.345, 12.3", "123.4, 123", "0.5, 0.500", "-0.0312, -0.0312",
            "0.00123, 0.00123",
            "0.00012, 1.20e-04", "123456, 1.23e+05", "NaN, -", "Infinity, Infinity"})
    void numbersHaveThreeDigits(double value, String text) {
        assertThat(TrainingText.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.9731, 97.3 %", "1, 100.0 %", "NaN, -"})
    void fractionsArePercentages(double value, String text) {
        assertThat(TrainingText.percent(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5.0E-4, 0.0005", "10.0, 10", "0.1, 0.1", "1, 1"})
    void settingsHaveAllTheirDigits(float value, String text) {
        assertThat(TrainingText.plain(value)).isEqualTo(text);
    }
}
