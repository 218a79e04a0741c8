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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Separators, decimals, headers, missing values. */
class CsvFormatTest {
    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    private CsvFile file(String text) throws IOException {
        return CsvFile.of(Files.writeString(folder.resolve("table.csv"), text)).notices(notices::add);
    }

    private void assertNotices(String... expected) {
        Path file = folder.resolve("table.csv");
        assertThat(notices).containsExactly(List.of(expected)
                .stream()
                .map(notice -> file + ": " + notice)
                .toArray(String[]::new));
        notices.clear();
    }

    private void assertRefused(CsvFile file, String rest) {
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> file.read(null))
                .withMessage(file.file() + rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {",#", ";#recognised separator semicolon",
            "|#recognised separator pipe"})
    void recognisesSeparators(String separator, String notice) throws IOException {
        String text = "x,y,k\n1.5,-2,rose\n0,7,aster\n".replace(",", separator);
        Dataset table = file(text).read(null);
        assertThat(features(table)).containsExactly(1.5f, -2, 0, 7);
        assertThat(table.classNames()).containsExactly("aster", "rose");
        assertThat(table.featureNames()).containsExactly("x", "y");
        assertNotices(notice == null ? new String[0] : new String[]{notice});
    }

    @Test
    void recognisesTabs() throws IOException {
        assertThat(features(file("x\ty z\tk\n1\t2\ta b\n3\t4\t c\n").read(null))).containsExactly(1, 2, 3, 4);
        assertNotices("recognised separator tab");
        assertRefused(file("x\ty\tk\n1\t\ta\n2\t3\tb\n"), ": row 2, column 1 (y): missing value");
        assertNotices("recognised separator tab");
    }

    @Test
    void recognisesDecimalCommas() throws IOException {
        Dataset table = file("1,5;a\n2,5;b\n3,5;a\n").read(null);
        assertThat(features(table)).containsExactly(1.5f, 2.5f, 3.5f);
        assertThat(table.classNames()).containsExactly("a", "b");
        assertNotices("recognised separator semicolon, decimal comma");
        assertThat(features(file("x\tk\n-1,25e1\ta\n7\tb\n").read(null))).containsExactly(-12.5f, 7);
        assertNotices("recognised separator tab, decimal comma");
        assertThat(file("x;y\n1,5;0,25\n2;3\n").readTargets(List.of("y")).target(0)).isEqualTo(0.25f);
    }

    /** Text may hold what separates cells elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"x,k\n1,a;b\n2,c;d\n", "x,y,k\n0.5,1,a|b\n1,2,c|d\n", "x,k\n1,\"a,b;c\"\n2,d;e\n",
            "x,k\n1,\ta\n2,\tb\n", "\"x;y\",k\n1,a\n2,b\n"})
    void keepsCommas(String text) throws IOException {
        assertThat(file(text).read(null).classes()).isEqualTo(2);
        assertNotices();
    }

    @Test
    void keepsCommasInTextOfOtherFiles() throws IOException {
        assertThat(file("a, b;k\n1;lily, white\n2;rose\n").read(null).classNames()).containsExactly(
                "lily, white",
                "rose");
        assertThat(file("1;2;b, c\n2;3;b, d\n3;4;a, a\n").read(null).classNames()).containsExactly("a, a",
                "b, c",
                "b, d");
    }

    @Test
    void refusesThousandsSeparators() throws IOException {
        assertRefused(file("x;k\n1.5;a\n1,234.5;b\n"),
                ": row 3, column 0 (x): \"1,234.5\" (expected a number without "
                        + "thousands separators, with a decimal point)");
        assertRefused(file("x;k\n1,5;a\n1.234,5;b\n"),
                ": row 3, column 0 (x): \"1.234,5\" (expected a number without "
                        + "thousands separators, with a decimal comma)");
        assertRefused(file("x,k\n\"1,234\",a\n"),
                ": row 2, column 0 (x): \"1,234\" (expected a number without "
                        + "thousands separators, with a decimal point)");
        assertRefused(file("x;k\n1.5;a\n2,5;b\n"),
                ": row 3, column 0 (x): \"2,5\" (expected a number with a decimal "
                        + "point)");
        assertRefused(file("x,k\n1 234,a\n"),
                ": row 2, column 0 (x): \"1 234\" (expected a number without thousands "
                        + "separators, with a decimal point)");
    }

    @Test
    void refusesToGuessBetweenThousandsAndDecimals() throws IOException {
        CsvFile file = file("x;k\n1,234;a\n5,678;b\n");
        assertRefused(file,
                ": \"5,678\" is a number with a decimal comma or with a thousands separator (expected the "
                        + "decimal separator to be named: comma, or point for numbers without thousands separators)");
        assertThat(features(file.format(CsvFormat.AUTO.withDecimal("comma")).read(null)))
                .containsExactly(1.234f, 5.678f);
        assertRefused(file.format(CsvFormat.AUTO.withDecimal("point")),
                ": row 2, column 0 (x): \"1,234\" (expected a "
                        + "number without thousands separators, with a decimal point)");
        assertThat(features(file("x;k\n0,125;a\n5,678;b\n").read(null))).containsExactly(0.125f, 5.678f);
    }

    @Test
    void takesTheFormatThatIsGiven() throws IOException {
        CsvFile file = file("1,5 2 a\n 2,5\t3  b \n")
                .format(CsvFormat.AUTO.withSeparator("space").withDecimal(","));
        assertThat(features(file.read(null))).containsExactly(1.5f, 2, 2.5f, 3);
        assertNotices();
        assertThat(file("x:k\n1:a\n").format(CsvFormat.AUTO.withSeparator(":")).read(null).classNames())
                .containsExactly("a");
        assertThat(features(
                file("\"1,5\",a\n").format(CsvFormat.AUTO.withDecimal("comma").withSeparator("comma"))
                        .read(null)))
                .containsExactly(1.5f);
    }

    @Test
    void refusesFormatsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvFormat.AUTO.withSeparator("::"))
                .withMessage(
                        "separator: :: (expected auto, comma, semicolon, tab, pipe, space or one character)");
        for (String part : List.of("1", "a", "-", "\"", "\n", "")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CsvFormat.AUTO.withSeparator(part));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CsvFormat.AUTO.withDecimal(";"))
                .withMessage("decimal: ; (expected auto, point or comma)");
        assertThatIllegalArgumentException().isThrownBy(() -> CsvFormat.AUTO.withHeader("maybe"))
                .withMessage("header: maybe (expected auto, yes or no)");
    }

    /** As pandas writes tables whose columns have no names, and years. */
    @ParameterizedTest
    @ValueSource(strings = {
            "0,1,2,3,species\n5.1,3.5,1.4,0.2,setosa\n4.9,3.0,1.4,0.2,setosa\n7.0,3.2,4.7,1.4,virginica\n",
            "0,1,species\n5,3,setosa\n4,3,setosa\n7,3,virginica\n6,3,virginica\n",
            "0,species\n5.5,setosa\n4.5,setosa\n7.5,virginica\n",
            "0,1,2\n5.5,0.5,0\n4.5,1.5,1\n7.5,1.0,2\n", "2019,2020,k\n1.5,2.5,a\n3.5,4.5,b\n",
            "0,1,2,3,4,5,6,7,8,9,10\n0,0,0,0,0,0,0,0,0,0,1\n0,0,0,0,0,0,0,0,0,0,2\n"})
    void recognisesAHeaderOfIntegers(String text) throws IOException {
        Dataset table = file(text).read(null);
        List<String> names = List.of(text.substring(0, text.indexOf('\n')).split(",", -1));
        assertThat(table.featureNames()).isEqualTo(names.subList(0, names.size() - 1));
        assertThat(table.labelName()).isEqualTo(names.getLast());
        assertThat(table.size()).isEqualTo(text.lines().count() - 1);
        assertNotices("the first row is taken as a header, not as data: " + String.join(", ", names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1,a\n0,0,b\n1,0,a\n1,1,b\n", "1,2,3,a\n1.5,2.5,3.5,a\n2.5,1.5,0.5,b\n",
            "5,3,1,a\n5.5,3.5,1.5,b\n", "0,1,1\n1,1,0\n", "0,1,2\n1,1,0\n2,0,1\n", "1,a\n2.5,b\n3.5,a\n3,b\n",
            "0,1,a\n",
            "1,1,1,1,B\n1,1,1,2,R\n1,1,1,3,R\n"})
    void takesIntegersAsDataWhereTheyMayBe(String text) throws IOException {
        Dataset table = file(text).read(null);
        assertThat(table.size()).isEqualTo((int) text.lines().count());
        assertThat(table.featureNames()).isEmpty();
        assertThat(table.labelName()).isNull();
        assertNotices();
    }

    @Test
    void takesTheHeaderThatIsGiven() throws IOException {
        CsvFile file = file("1,2,7\n1.5,2.5,0\n");
        Dataset headed = file.format(CsvFormat.AUTO.withHeader("yes")).read("2");
        assertThat(headed.featureNames()).containsExactly("1", "7");
        assertThat(headed.labelName()).isEqualTo("2");
        assertRefused(file("x,y,k\n1,2,a\n").format(CsvFormat.AUTO.withHeader("no")),
                ": row 1, column 0: \"x\" (expected a number)");
        assertThat(file("0,1,k\n1.5,2.5,a\n").format(CsvFormat.AUTO.withHeader("no")).read(null).size())
                .isEqualTo(2);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> file("x,k\n1,a\n").format(CsvFormat.AUTO.withHeader("no")).read("k"))
                .withMessage("label column: k (expected -2..1, because " + file.file()
                        + " is read without a header)");
    }

    @Test
    void refusesNamesThatOccurTwice() throws IOException {
        assertRefused(file("x,y,x,k\n1,2,3,a\n"),
                ": columns with the same name: 0 (x), 2 (x) (expected names that differ, "
                        + "because a model finds columns by their names)");
        assertRefused(file("k,x,k\n1,2,a\n"),
                ": columns with the same name: 0 (k), 2 (k) (expected names that differ, "
                        + "because a model finds columns by their names)");
    }

    @Test
    void ignoresEmptyColumnsAtTheEnd() throws IOException {
        Dataset table = file("x,y,k,,\n1,2,a,,\n3,4,b,,\n").read(null);
        assertThat(table.labelName()).isEqualTo("k");
        assertNotices("the last 2 columns are empty and ignored");
        assertThat(features(file("1,2,a,\n3,4,b,\n").read(null))).containsExactly(1, 2, 3, 4);
        assertNotices("the last 1 columns are empty and ignored");
        StringBuilder text = new StringBuilder("x,k,\n");
        text.append("1,a,\n".repeat(300)).append("1,a,b\n");
        assertRefused(file(text.toString()),
                ": row 302, column 2: \"b\" (expected nothing, as in the first rows, where the "
                        + "last columns have neither names nor values)");
    }

    @Test
    void readsBlankLinesFirstAndOneRow() throws IOException {
        assertThat(features(file("\uFEFF\n\n  \nx;k\n1,5;a").read(null))).containsExactly(1.5f);
        assertThat(features(file("\r1,2,a\r3,4,b").read(null))).containsExactly(1, 2, 3, 4);
        assertRefused(file("x;y;k\n"), ": a header and no rows (expected at least one)");
    }

    @Test
    void missingIsWhatTheUserSays() throws IOException {
        assertRefused(file("x,k\n-9,a\n").format(CsvFormat.AUTO.withMissing("-9,")),
                ": row 2, column 0 (x): missing value \"-9\"");
        assertRefused(file("x,k\n1,NA\n").format(CsvFormat.AUTO.withMissing("NA,?,")),
                ": row 2, column 1 (k): missing value \"NA\"");
        assertThat(
                file("x,k\n1,\"NA\"\n2,?\n").format(CsvFormat.AUTO.withMissing("NA")).read(null).classNames())
                .containsExactly("?", "NA");
        assertRefused(file("x,k\nNA,a\n").format(CsvFormat.AUTO.withMissing("?")),
                ": row 2, column 0 (x): \"NA\" (expected a number)");
        for (String usual : List.of("?", "NA", "N/A", "null", "#N/A", "None")) {
            assertRefused(file("x,k\n" + usual + ",a\n"),
                    ": row 2, column 0 (x): missing value \"" + usual + "\"");
        }
        assertRefused(file("x,k\n\"NA\",a\n"), ": row 2, column 0 (x): \"NA\" (expected a number)");
    }
}
