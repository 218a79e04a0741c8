package dev.lanewise.nn.data;

import static dev.lanewise.nn.data.CsvFileTest.features;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTargetsTest {
    private static final String HOUSES = "rooms,price,age,rent\n3,250.5,10,-1e1\n5,400,2,.5\n";

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("houses.csv"), text);
    }

    private static float[] targets(Dataset table) {
        float[] all = new float[table.size() * table.targets()];
        table.gatherTargets(IntStream.range(0, table.size()).toArray(), 0, table.size(), all);
        return all;
    }

    /** {@code message} with FILE for the file's name. */
    private void assertRefused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(DataException.class).isThrownBy(call)
                .withMessage(message.replace("FILE", folder.resolve("houses.csv").toString()));
    }

    private void assertRefused(String text, String message, String... targetColumns) throws IOException {
        Path file = write(text);
        assertRefused(message, () -> CsvFile.readTargets(file, List.of(targetColumns)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "1", "-3"})
    void allOtherColumnsAreFeatures(String target) throws IOException {
        Dataset table = CsvFile.readTargets(write(HOUSES), List.of(target));
        assertThat(table).hasToString("houses: 2 rows x 3 features, regression");
        assertThat(features(table)).containsExactly(3, 10, -10, 5, 2, 0.5f);
        assertThat(targets(table)).containsExactly(250.5f, 400);
        assertThat(table.targetNames()).containsExactly("price");
        assertThat(table.classNames()).isEmpty();
    }

    @Test
    void targetsComeInTheOrderInWhichTheyAreAskedFor() throws IOException {
        Dataset table = CsvFile.readTargets(write(HOUSES), List.of("rent", "0"));
        assertThat(table).hasToString("houses: 2 rows x 2 features, regression, 2 targets");
        assertThat(features(table)).containsExactly(250.5f, 10, 400, 2);
        assertThat(targets(table)).containsExactly(-10, 3, 0.5f, 5);
        assertThat(table.targetNames()).containsExactly("rent", "rooms");
        assertThat(table.subset(1).targetNames()).containsExactly("rent", "rooms");
    }

    @Test
    void withoutAHeaderTargetsHaveNoNames() throws IOException {
        Dataset table = CsvFile.readTargets(write("1,2,3\n4,5,6\n"), List.of("-1", "0"));
        assertThat(features(table)).containsExactly(2, 5);
        assertThat(targets(table)).containsExactly(3, 1, 6, 4);
        assertThat(table.targetNames()).isEmpty();
    }

    @Test
    void aModelsNamesAreNamesEvenIfTheyAreIntegers() throws IOException {
        Path file = write("a,2,1\n10,20,30\n");
        assertThat(targets(named(file, 1, "1", "2"))).containsExactly(30, 20);
        assertRefused(
                "target column: 0 (expected a name in the first row of FILE: a, 2, 1; or an index -3..2)",
                () -> named(file, 1, "1", "0"));
    }

    private static Dataset named(Path file, int features, String... targetNames) throws IOException {
        return CsvFile.of(file)
                .readTargetsFor(features, Schema.NONE.withTargetNames(List.of(targetNames)), List.of());
    }

    @Test
    void aNameComesBeforeAnIndex() throws IOException {
        List<String> notices = new ArrayList<>();
        CsvFile file = CsvFile.of(write("a,2,1\n10,20,30\n")).notices(notices::add);
        assertThat(targets(file.readTargets(List.of("1", "2")))).containsExactly(30, 20);
        assertThat(notices).containsExactly(
                file.file() + ": target column: 1 is the name of column 2 and taken as such, not as an index",
                file.file()
                        + ": target column: 2 is the name of column 1 and taken as such, not as an index");
        assertThat(targets(file.readTargets(List.of("-1")))).containsExactly(30);
        assertThat(targets(CsvFile.readTargets(write("a,2020,2021\n1,2,3\n3,4,5\n"), List.of("2021"))))
                .containsExactly(3, 5);
        assertThat(targets(CsvFile.readTargets(write("2019,2020,2021\n1,2,3\n3,4,5\n"), List.of("2021"))))
                .containsExactly(3, 5);
    }

    @Test
    void readsManyRows() throws IOException {
        StringBuilder text = new StringBuilder("y,x\n");
        for (int row = 0; row < 3_000; row++) {
            text.append(row).append(',').append(-row).append('\n');
        }
        Dataset table = CsvFile.readTargets(write(text.toString()), List.of("y"));
        for (int row = 0; row < 3_000; row++) {
            assertThat(table.target(row)).isEqualTo(row);
            assertThat(features(table)[row]).isEqualTo(-row);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|missing value", "?|missing value \"?\"", "NA|missing value \"NA\"",
            "NaN|NaN (expected a finite number)", "-inf|-inf (expected a finite number)",
            "cheap|\"cheap\" (expected a number)", "0x1|\"0x1\" (expected a number)",
            "1e39|1e39 (expected a number of at most 3.4028235E38)"})
    void refusesTargetsThatAreNoFiniteNumbers(String cell, String problem) throws IOException {
        assertRefused("x,y\n1,2\n\n3," + cell + "\n", "FILE: row 4, column 1 (y): " + problem, "y");
        assertRefused("1,2\n3," + cell + "\n", "FILE: row 2, column 1: " + problem, "1");
    }

    /** Text in the place of a target in the first row alone makes no header that would swallow a row. */
    @Test
    void refusesTextAsTheTargetOfTheFirstRow() throws IOException {
        assertRefused("1,cheap\n3,4\n", "FILE: row 1, column 1: \"cheap\" (expected a number)", "1");
    }

    @Test
    void refusesColumnsThatAreNotThere() throws IOException {
        assertRefused(HOUSES,
                "target column: cost (expected a name in the first row of FILE: rooms, price, age, rent; or an "
                        + "index -4..3)",
                "price", "cost");
        assertRefused(HOUSES, "target column: 4 (expected -4..3, because FILE has 4 columns)", "4");
        assertRefused("y\n1\n",
                "FILE: 1 column (expected at least 2, separated by commas, semicolons, tabs or pipes: features and a target)",
                "y");
        assertRefused("x,y,y\n1,2,3\n",
                "target column: y occurs twice (expected a name in the first row of FILE: x, y, y; or an index "
                        + "-3..2)",
                "y");
    }

    @Test
    void refusesTheSameTargetTwiceAndAFileWithoutFeatures() throws IOException {
        assertRefused(HOUSES, "target columns: price and -3 are columns 1 (price) and 1 (price) "
                + "(expected columns and names that differ)", "price", "-3");
        assertRefused("x,y,y\n1,2,3\n", "target columns: 1 and 2 are columns 1 (y) and 2 (y) "
                + "(expected columns and names that differ)", "1", "2");
        assertRefused("1,2,3\n", "target columns: 0 and -3 are columns 0 and 0 "
                + "(expected columns and names that differ)", "0", "1", "-3");
        assertRefused("x,y\n1,2\n",
                "target columns: x, y (expected fewer, because they are all columns of FILE "
                        + "and one is a feature at least)",
                "x", "y");
        assertThatIllegalArgumentException().isThrownBy(() -> CsvFile.readTargets(write(HOUSES), List.of()))
                .withMessage("targetColumns: none (expected >= 1)");
    }

    private static float[] beside(Path file, List<String> targetNames, String... targetColumns)
            throws IOException {
        return CsvFile.of(file)
                .readFeaturesBeside(2, Schema.NONE.withTargetNames(targetNames), List.of(targetColumns));
    }

    @Test
    void readsFeaturesBesideTargetsWhateverTheseHold() throws IOException {
        Path file = write("rooms,price,age\n3,?,10\n5,dear,2\n");
        for (String target : List.of("price", "1", "-2")) {
            assertThat(beside(file, List.of(), target)).containsExactly(3, 10, 5, 2);
        }
        assertThat(beside(file, List.of("rent", "price"))).containsExactly(3, 10, 5, 2);
        Path bare = write("3,10\n5,2\n");
        assertThat(beside(bare, List.of("price"))).containsExactly(3, 10, 5, 2);
        assertThat(beside(bare, List.of())).containsExactly(3, 10, 5, 2);
    }

    @Test
    void refusesAnotherNumberOfFeatures() throws IOException {
        Path file = write(HOUSES);
        assertRefused("FILE: 3 feature columns beside 1 target columns (expected 2 features)",
                () -> beside(file, List.of(), "price"));
        assertRefused("FILE: 4 columns (expected 2 features, or 3 columns with targets)",
                () -> beside(file, List.of("cost")));
    }
}
