package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels are text. */
class CsvLabelsTest {
    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    private CsvFile file(String... labels) throws IOException {
        StringBuilder text = new StringBuilder("x,k\n");
        for (String label : labels) {
            text.append("1,").append(label).append('\n');
        }
        return CsvFile.of(Files.writeString(folder.resolve("table.csv"), text)).notices(notices::add);
    }

    private List<String> classes(String... labels) throws IOException {
        return file(labels).read(null).classNames();
    }

    private static int[] labels(Dataset table) {
        return IntStream.range(0, table.size()).map(table::label).toArray();
    }

    @Test
    void identifiersStayApart() throws IOException {
        assertThat(classes("9007199254740994", "9007199254740992", "9007199254740995", "9007199254740993"))
                .containsExactly("9007199254740992", "9007199254740993", "9007199254740994",
                        "9007199254740995");
        assertThat(classes("1234567890123456790", "1234567890123456789")).containsExactly(
                "1234567890123456789",
                "1234567890123456790");
        assertThat(notices).isEmpty();
    }

    @Test
    void numbersBeyondDoubleStayApart() throws IOException {
        assertThat(classes("1e400", "2e400", "1", "-1e999", "1e-400", "0")).containsExactly("-1e999", "0",
                "1e-400", "1",
                "1e400", "2e400");
        assertThat(classes("1e9999999999", "2e9999999999", "7")).containsExactly("7", "1e9999999999",
                "2e9999999999");
        assertThat(classes("1e999999999", "1e-999999999", "3")).containsExactly("1e-999999999", "3",
                "1e999999999");
    }

    @Test
    void spellingsStayApartAndAreTold() throws IOException {
        assertThat(classes("3.1", "3.10", "3.11", "3.2")).containsExactly("3.1", "3.10", "3.11", "3.2");
        assertThat(classes("02134", "2134", "10001")).containsExactly("02134", "2134", "10001");
        assertThat(classes("+1", "1", "1.0", "1e0", "2")).containsExactly("+1", "1", "1.0", "1e0", "2");
        Path file = folder.resolve("table.csv");
        assertThat(notices).containsExactly(
                file + ": labels are text, so these classes differ: 3.1 and 3.10",
                file + ": labels are text, so these classes differ: 02134 and 2134",
                file + ": labels are text, so these classes differ: +1 and 1, 1 and 1.0, 1.0 and 1e0");
    }

    @Test
    void wordsThatElsewhereMeanNothingAreClasses() throws IOException {
        assertThat(classes("NA", "DE", "US")).containsExactly("DE", "NA", "US");
        assertThat(classes("Null", "None", "Nan", "Inf", "-inf", "?", "true")).containsExactly("-inf", "?",
                "Inf", "Nan",
                "None", "Null", "true");
        assertThat(classes("\"NA\"", "\"\"", "\" a \"", "a")).containsExactly("", " a ", "NA", "a");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> classes("a", ""))
                .withMessage(folder.resolve("table.csv") + ": row 3, column 1 (k): missing value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "\u2603", "\u00A0a\u00A0", "\uD83D\uDE00", "\u05D0\u05D1", "a\u0001b",
            "\u2003x",
            "e\u0301", "\u200Fr", "\u001Cq"})
    void keepsEveryCharacter(String label) throws IOException {
        assertThat(classes(label, "z")).contains(label);
        Files.writeString(folder.resolve("named.csv"), label + ",x\n1,2\n");
        Dataset named = CsvFile.read(folder.resolve("named.csv"), label);
        assertThat(named.labelName()).isEqualTo(label);
    }

    @Test
    void aModelsClassesAreFoundByTextAndThenByValue() throws IOException {
        CsvFile file = file("0.0", "1", "01", "1.0");
        assertThat(labels(file.readFor(1, Schema.NONE, List.of("0", "1"), "k"))).containsExactly(0, 1, 1, 1);
        assertThat(notices.getLast()).isEqualTo(file.file()
                + ": labels are taken as the model's classes of the same value: 0.0 as 0, 01 as 1, 1.0 as 1");
        assertThat(labels(file("1.0", "1").readFor(1, Schema.NONE, List.of("1.0", "1"), "k")))
                .containsExactly(0, 1);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> file("1.00").readFor(1, Schema.NONE, List.of("1.0", "1"), "k"))
                .withMessage(folder.resolve("table.csv")
                        + ": row 2, column 1 (k): unknown class \"1.00\" (expected one of "
                        + "1.0, 1; 1.0, 1 are the same number)");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> file("9007199254740993").readFor(1, Schema.NONE,
                        List.of("9007199254740992"), "k"))
                .withMessageContaining("unknown class \"9007199254740993\"");
    }
}
