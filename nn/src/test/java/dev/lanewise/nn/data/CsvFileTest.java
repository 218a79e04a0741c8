package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static final String FLOWERS = "length,width,kind\n1.5,-2,rose\n+3e1,.25,aster\n0,7,rose\n";

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    /** All rows. */
    static float[] features(Dataset table) {
        float[] all = new float[table.size() * table.features()];
        table.gather(IntStream.range(0, table.size()).toArray(), 0, table.size(), all);
        return all;
    }

    private static int[] labels(Dataset table) {
        return IntStream.range(0, table.size()).map(table::label).toArray();
    }

    /** {@code rest} follows the file's name in the message. */
    private void assertRefused(String text, @Nullable String labelColumn, String rest) throws IOException {
        Path file = write(text);
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, labelColumn))
                .withMessage(file + rest);
    }

    @Test
    void readsNumbersAndTextLabelsUnderAHeader() throws IOException {
        Dataset table = CsvFile.read(write(FLOWERS), null);
        assertThat(table).hasToString("table: 3 rows x 2 features, 2 classes");
        assertThat(features(table)).containsExactly(1.5f, -2, 30, 0.25f, 0, 7);
        assertThat(table.classNames()).containsExactly("aster", "rose");
        assertThat(labels(table)).containsExactly(1, 0, 1);
    }

    @Test
    void readsFilesWithoutHeader() throws IOException {
        Dataset table = CsvFile.read(write("1,2,rose\n3,4,aster"), null);
        assertThat(features(table)).containsExactly(1, 2, 3, 4);
        assertThat(labels(table)).containsExactly(1, 0);
        assertThat(CsvFile.read(write("1,2,0\n3,4,1"), null).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "1", "-2"})
    void takesTheLabelColumnByNameOrIndex(String labelColumn) throws IOException {
        Dataset table = CsvFile.read(write("x,kind,y\n1,b,2\n3,a,4\n"), labelColumn);
        assertThat(features(table)).containsExactly(1, 2, 3, 4);
        assertThat(table.classNames()).containsExactly("a", "b");
        assertThat(labels(table)).containsExactly(1, 0);
    }

    @Test
    void anIndexWorksWithoutHeader() throws IOException {
        assertThat(features(CsvFile.read(write("b,1,2\na,3,4\n"), "0"))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void sortsNumericClassesByValueAndMergesNone() throws IOException {
        Dataset table = CsvFile.read(write("x,k\n1,10\n1,9\n1,09.0\n1,-1\n1,2.5\n"), "k");
        assertThat(table.classNames()).containsExactly("-1", "2.5", "09.0", "9", "10");
        assertThat(labels(table)).containsExactly(4, 3, 2, 0, 1);
    }

    @Test
    void sortsNumbersBeforeText() throws IOException {
        assertThat(CsvFile.read(write("x,k\n1,b\n1,10\n1,B\n1,9\n"), "k").classNames()).containsExactly("9",
                "10", "B", "b");
    }

    @Test
    void keepsTheClassOrderOfAModel() throws IOException {
        Dataset table = CsvFile.of(write(FLOWERS))
                .readFor(2, Schema.NONE, List.of("rose", "tulip", "aster"), "kind");
        assertThat(table.classNames()).containsExactly("rose", "tulip", "aster");
        assertThat(labels(table)).containsExactly(0, 2, 0);
        Dataset numbers = CsvFile.of(write("x,k\n1,2.0\n1,1\n"))
                .readFor(1, Schema.NONE, List.of("2", "1"), "k");
        assertThat(labels(numbers)).containsExactly(0, 1);
    }

    @Test
    void refusesClassesTheModelDoesNotKnow() throws IOException {
        Path file = write(FLOWERS);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CsvFile.of(file).readFor(2, Schema.NONE, List.of("rose", "tulip"), null))
                .withMessage(file
                        + ": row 3, column 2 (kind): unknown class \"aster\" (expected one of rose, tulip)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.of(file).readFor(2, Schema.NONE, List.of(), null))
                .withMessage("classNames: none (expected >= 1)");
    }

    @Test
    void readsQuotesBlanksLineEndsAndByteOrderMark() throws IOException {
        Path file = write(
                "\uFEFFx, \"y, or \"\"z\"\"\" ,kind\r\n\r\n \"1\" , 2 ,\"two\nlines\"\r\n3,4, plain \r\n\r\n");
        Dataset table = CsvFile.read(file, "kind");
        assertThat(features(table)).containsExactly(1, 2, 3, 4);
        assertThat(table.classNames()).containsExactly("plain", "two\nlines");
        assertThat(CsvFile.read(write("a,\"b,c\"\n0,1\n"), "b,c").classNames()).containsExactly("1");
    }

    @Test
    void readsGzipByContentAndNamesTheTable() throws IOException {
        Path file = Files.write(folder.resolve("flowers.CSV.gz"),
                TestFiles.gzip(FLOWERS.getBytes(StandardCharsets.UTF_8)));
        assertThat(CsvFile.read(file, null)).hasToString("flowers: 3 rows x 2 features, 2 classes");
    }

    @Test
    void readsMoreRowsThanItFirstMadeRoomFor() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,d,e,k\n");
        for (int row = 0; row < 3_000; row++) {
            text.append(row).append(",1,2,3,").append(-row).append(',').append(row % 7).append('\n');
        }
        Dataset table = CsvFile.read(write(text.toString()), "k");
        assertThat(table).hasToString("table: 3000 rows x 5 features, 7 classes");
        float[] features = features(table);
        for (int row = 0; row < 3_000; row++) {
            assertThat(Arrays.copyOfRange(features, 5 * row, 5 * row + 5)).containsExactly(row, 1, 2, 3,
                    -row);
            assertThat(table.label(row)).isEqualTo(row % 7);
        }
    }

    @Test
    void refusesMissingValues() throws IOException {
        assertRefused("x,y,k\n1,2,a\n3,,b\n", null, ": row 3, column 1 (y): missing value");
        assertRefused("x,y,k\n1,2,a\n\n3,?,b\n", null, ": row 4, column 1 (y): missing value \"?\"");
        assertRefused("x,y,k\n1,NA,a\n", null, ": row 2, column 1 (y): missing value \"NA\"");
        assertRefused("x,y,k\n1,2,\n", null, ": row 2, column 2 (k): missing value");
        assertRefused("?,2,a\n1,2,a\n", null, ": row 1, column 0: missing value \"?\"");
    }

    @Test
    void refusesRaggedRows() throws IOException {
        assertRefused("x,y,k\n1,2,a\n3,b\n", null, ": row 3: 2 columns (expected 3, as in the first row)");
        assertRefused("1,2,3\n4,5,6,7\n", null, ": row 2: 4 columns (expected 3, as in the first row)");
    }

    @ParameterizedTest
    @CsvSource({"abc", "1x", "0x10", "1f", "2d", "1.2.3", "--1", "e", "1;2"})
    void refusesTextWhereANumberIsDue(String cell) throws IOException {
        assertRefused("x,y,k\n1,2,a\n3," + cell + ",a\n", null,
                ": row 3, column 1 (y): \"" + cell + "\" (expected a number)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "Infinity", "-inf", "+INF"})
    void refusesNumbersThatAreNotFinite(String cell) throws IOException {
        assertRefused("x,y,k\n1," + cell + ",a\n", null,
                ": row 2, column 1 (y): " + cell + " (expected a finite number)");
        assertRefused(cell + ",1,a\n1,1,a\n", null,
                ": row 1, column 0: " + cell + " (expected a finite number)");
        assertThat(CsvFile.read(write("x,k\n1," + cell + "\n"), null).classNames()).containsExactly(cell);
    }

    @Test
    void refusesNumbersBeyondFloat() throws IOException {
        assertRefused("x,k\n1e39,a\n", null,
                ": row 2, column 0 (x): 1e39 (expected a number of at most 3.4028235E38)");
    }

    @Test
    void refusesEmptyFiles() throws IOException {
        assertRefused("", null, ": no rows (expected at least one)");
        assertRefused("\n\n", null, ": no rows (expected at least one)");
        assertRefused("x,y,k\n", "k", ": a header and no rows (expected at least one)");
        assertRefused("x\n1\n", null,
                ": 1 column (expected at least 2, separated by commas, semicolons, tabs or pipes: "
                        + "features and a label)");
        assertRefused("1 2 a\n3  4 b\n", null,
                ": 1 column (expected at least 2, separated by commas, semicolons, tabs "
                        + "or pipes: features and a label; blanks seem to separate the columns: name the separator space)");
    }

    @Test
    void refusesUnknownLabelColumns() throws IOException {
        Path file = write("x,y,y\n1,2,3\n");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, "z"))
                .withMessage("label column: z (expected a name in the first row of " + file
                        + ": x, y, y; or an index -3..2)");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, "y"))
                .withMessage(
                        "label column: y occurs twice (expected a name in the first row of " + file
                                + ": x, y, y; or an index -3..2)");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, "3"))
                .withMessage("label column: 3 (expected -3..2, because " + file + " has 3 columns)");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, "-4"))
                .withMessage("label column: -4 (expected -3..2, because " + file + " has 3 columns)");
    }

    @Test
    void aNamedLabelMakesNumericNamesAHeader() throws IOException {
        assertThat(features(CsvFile.read(write("0,1,kind\n3,4,a\n"), "kind"))).containsExactly(3, 4);
    }

    @Test
    void refusesBadQuotes() throws IOException {
        assertRefused("x,k\n1,\"a\n2,b\n", null, ": row 2: a quote is opened and never closed");
        assertRefused("x,k\n1,\"a\"b\n", null, ": row 2: text after a closing quote (expected a comma)");
    }

    @Test
    void refusesUnreadableFiles() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(missing, null))
                .withMessage(missing + ": file not found");
        byte[] packed = TestFiles.gzip(FLOWERS.getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 9));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(cut, null))
                .withMessage(cut + ": truncated gzip file");
        Path latin = Files.write(folder.resolve("latin.csv"),
                new byte[]{'x', ',', 'k', '\n', '1', ',', (byte) 0xE9, '\n'});
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(latin, null))
                .withMessage(latin + ": not UTF-8 text");
    }

    private static final List<String> KINDS = List.of("aster", "rose");

    private float[] featuresFor(String text, int features, @Nullable String labelColumn) throws IOException {
        return CsvFile.of(write(text)).readFeaturesFor(features, Schema.NONE, KINDS, labelColumn);
    }

    @Test
    void readsFeaturesWithALabelColumnOrWithout() throws IOException {
        assertThat(featuresFor("length,width\n1.5,-2\n0,7\n", 2, null)).containsExactly(1.5f, -2, 0, 7);
        assertThat(featuresFor("1.5,-2\n0,7\n", 2, null)).containsExactly(1.5f, -2, 0, 7);
        assertThat(featuresFor(FLOWERS, 2, null)).containsExactly(1.5f, -2, 30, 0.25f, 0, 7);
        assertThat(featuresFor("kind,a,b\n?,1,2\n,3,4\n", 2, "kind")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void refusesFeaturesThatAreTooManyOrTooFew() throws IOException {
        for (int features : new int[]{1, 4}) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> featuresFor(FLOWERS, features, null))
                    .withMessage(folder.resolve("table.csv") + ": 3 columns (expected " + features
                            + " features, or "
                            + (features + 1) + " columns with a label)");
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> featuresFor(FLOWERS, 3, "kind"))
                .withMessage(folder.resolve("table.csv")
                        + ": 2 feature columns beside 1 label columns (expected 3 "
                        + "features, or 4 columns with a label)");
    }
}
