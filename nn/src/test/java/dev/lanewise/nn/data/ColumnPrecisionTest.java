package dev.lanewise.nn.data;

import static dev.lanewise.nn.data.CsvFileTest.features;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns whose numbers lose their differences as floats are refused by name, others are not. */
class ColumnPrecisionTest {
    @TempDir
    Path folder;

    private Path table(String... values) throws IOException {
        StringBuilder text = new StringBuilder("t,k\n");
        for (String value : values) {
            text.append(value).append(",1\n");
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private void assertRefused(String part, String... values) throws IOException {
        Path file = table(values);
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, null))
                .withMessageStartingWith(file + ": column 0 (t): ")
                .withMessageContaining(part);
    }

    private static String[] milliseconds(int step) {
        return IntStream.range(0, 200)
                .mapToObj(i -> Long.toString(1_700_000_000_000L + (long) step * i))
                .toArray(String[]::new);
    }

    @Test
    void refusesTimesThatFloatsCannotTellApart() throws IOException {
        assertRefused("subtract a number such as 1700000000000 from the column", milliseconds(300));
        assertRefused(
                "values from 1.7E12 to 1.7000000597E12 with a standard deviation of 1.73e+04, which floats hold with an "
                        + "error of",
                milliseconds(300));
        // A day each: 38 seconds of error are none.
        assertThat(CsvFile.read(table(milliseconds(86_400_000)), null).size()).isEqualTo(200);
    }

    @Test
    void refusesTinyAndHugeNumbers() throws IOException {
        assertRefused("take another unit", "0.07e-60", "1.38e-60", "2.25e-60");
        assertRefused("expected 1e-36 to 1e+36", "1e-37", "2e-37", "3e-37");
        assertRefused("expected 1e-36 to 1e+36", "1e38", "-2e38", "3e38");
        assertRefused("all 0.0 in double precision", "1e-400", "2e-400");
        assertThat(features(CsvFile.read(table("1e-60", "0.5", "0.25"), null))).containsExactly(0, 0.5f,
                0.25f);
    }

    @Test
    void refusesIntegersThatDoublesCannotTellApart() throws IOException {
        assertRefused("differ", "1700000000000000000", "1700000000000000001", "1700000000000000002");
        assertRefused("error", "9007199254740992", "9007199254740994", "9007199254740996");
        assertRefused("error", "16777216", "16777217", "16777218");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "1700000000001", "1e-60", "1e30", "0", "-3"})
    void takesConstantColumns(String value) throws IOException {
        float rounded = Float.parseFloat(value);
        assertThat(features(CsvFile.read(table(value, value, value), null))).containsExactly(rounded, rounded,
                rounded);
    }

    @Test
    void takesTheNoiseOfDoublesAsConstant() throws IOException {
        assertThat(features(CsvFile.read(table("0.3", "0.30000000000000004", "0.30"), null))).containsExactly(
                0.3f, 0.3f,
                0.3f);
        assertThat(features(CsvFile.read(table("0", "0.0", "-0", "0e5"), null))).containsExactly(0, 0, -0f,
                0);
    }

    @Test
    void namesEverySuchColumnAndTargetsToo() throws IOException {
        Path file = folder.resolve("houses.csv");
        Files.writeString(file, IntStream.range(0, 50)
                .mapToObj(i -> String.format(Locale.ROOT, "%d,%d,%d\n", i, 1_700_000_000_000L + i,
                        1_800_000_000_000L + i))
                .reduce("x,born,died\n", String::concat));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CsvFile.readTargets(file, List.of("died")))
                .withMessageContaining("column 1 (born): ")
                .withMessageContaining("column 2 (died): ");
        assertThat(CsvFile.of(file).readTargetsFor(2, Schema.NONE, List.of("died")).size()).isEqualTo(50);
    }
}
