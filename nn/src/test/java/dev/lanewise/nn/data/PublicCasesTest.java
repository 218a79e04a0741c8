package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables on which other programs failed, which are not part of the project: looked for beside the repository. Where they
 * are missing a line says so; CsvFormatTest, CsvLabelsTest, CsvModelTest and ColumnPrecisionTest hold their like.
 */
class PublicCasesTest {
    private static final Path CASES = Path.of("../../shared/cases");

    private static Path require(String name) {
        Path file = CASES.resolve(name);
        if (!Files.exists(file)) {
            String message = "NOT TESTED, missing case: " + file.toAbsolutePath().normalize();
            System.out.println(message);
            Assumptions.abort(message);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "labels_snow_cli.csv|1234567890123456789 1234567890123456790 1234567890123456791",
            "labels_bigint.csv|9007199254740992 9007199254740993 9007199254740994 9007199254740995",
            "labels_overflow.csv|-1e999 1 1e400 2e400", "labels_version.csv|3.1 3.10 3.11 3.2",
            "labels_NA_country.csv|DE FR NA US", "labels_quoted_NA.csv|DE FR NA US",
            "pandas_iris_int_header.csv|setosa versicolor virginica",
            "pandas_int_header.csv|setosa versicolor virginica", "semi_headerless.csv|a b",
            "iris_semicolon.csv|setosa versicolor virginica"})
    void classes(String name, String classes) throws IOException {
        assertThat(CsvFile.read(require(name), null).classNames()).containsExactly(classes.split(" "));
    }

    @Test
    void headers() throws IOException {
        assertThat(CsvFile.read(require("pandas_int_header.csv"), null).featureNames()).containsExactly("0",
                "1", "2",
                "3");
        assertThat(CsvFile.read(require("pandas_iris_int_header.csv"), null).featureNames())
                .containsExactly("0", "1");
        Dataset years = CsvFile.readTargets(require("reg_named_int.csv"), List.of("2021"));
        assertThat(years.featureNames()).containsExactly("a", "2020");
        assertThat(years.target(1)).isEqualTo(5);
        assertThat(CsvFile.read(require("lab.csv"), "größe").labelName()).isEqualTo("größe");
    }

    @ParameterizedTest
    @CsvSource({"timestamp_only.csv,column 0 (t_ms)", "tiny.csv,column 0 (x)"})
    void numbersThatFloatsLose(String name, String column) {
        Path file = require(name);
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, null))
                .withMessageContaining(column);
    }

    @Test
    void reorderedColumns() throws IOException {
        Dataset xy = CsvFile.read(require("xy.csv"), null);
        Dataset reordered = CsvFile.of(require("reordered.csv"))
                .readFor(2, xy.schema(), xy.classNames(), null);
        assertThat(reordered.fingerprint()).isEqualTo(xy.fingerprint());
        Dataset first = CsvFile.read(require("label_first_numeric.csv"), "label");
        assertThat(CsvFile.of(require("label_first_numeric.csv"))
                .readFeaturesFor(2, first.schema(), first.classNames(), null))
                .isEqualTo(CsvFileTest.features(first));
    }
}
