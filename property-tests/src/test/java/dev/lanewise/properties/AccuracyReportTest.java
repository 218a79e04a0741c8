package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.catalog.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reports/accuracy.md} is of this code, and what the sources say about errors is what the catalogue publishes. */
@Tag("once")
class AccuracyReportTest {
    private static final Path CHECKED_IN = Path.of("..", "reports", "accuracy.md");
    private static final Path SOURCES = Path.of("..", "kernels", "src", "main", "java", "dev", "lanewise",
            "kernels");

    @TempDir
    Path folder;

    @Test
    void everyRowHasTheBoundOfTheCatalogueAndTheOthersAreNamed() throws IOException {
        AccuracyReport report = AccuracyReport.of(CHECKED_IN);
        for (Measured measured : Measured.all()) {
            List<String> cells = report.cells(measured.name());
            if (!cells.isEmpty()) {
                assertThat(cells.get(1)).as(measured.name()).isEqualTo(AccuracyReport.published(measured));
            }
        }
        List<String> missing = Measured.all()
                .stream()
                .filter(m -> report.cells(m.name()).isEmpty())
                .map(m -> "`" + m.name() + "`")
                .toList();
        String text = Files.readString(CHECKED_IN);
        assertThat(text).contains(AccuracyReport.missing(missing));
        assertThat(text.contains("Not measured")).isEqualTo(!missing.isEmpty());
    }

    @Test
    void aRunKeepsTheRowsOfOthers() throws IOException {
        Path file = folder.resolve("accuracy.md");
        Measured first = Measured.all().get(0);
        Measured second = Measured.all().get(1);
        AccuracyReport report = AccuracyReport.of(file);
        report.turns(1e-8, 2e-8);
        report.add(second, finding(0.5), Duration.ofSeconds(7), 2);
        AccuracyReport again = AccuracyReport.of(file);
        again.turns(1e-8, 2e-8);
        again.add(first, finding(0.25), Duration.ofSeconds(8), 2);
        assertThat(AccuracyReport.of(file).cells(second.name())).contains("0.500000 ULP", "7 s");
        assertThat(AccuracyReport.of(file).cells(first.name())).contains("0.250000 ULP", "8 s");
        assertThat(AccuracyReport.of(file).worst(first.name())).hasValue(Float.floatToRawIntBits(-2f));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Finding finding(double ulps) {
        return new Finding(ulps, -2f, ulps, 1, 4, 4, 2, 0, 0);
    }

    /** The table of MathReference, and the sentences of ErrorFunctionReference and ElementMath. */
    @Test
    void theDocumentationSaysWhatTheCatalogueSays() throws IOException {
        String documentation = Files.readString(SOURCES.resolve("reference/MathReference.java"))
                + Files.readString(SOURCES.resolve("reference/ErrorFunctionReference.java"));
        String facade = Files.readString(SOURCES.resolve("ElementMath.java"));
        for (ElementaryFunction function : ElementaryFunction.values()) {
            Kernel kernel = function.kernel();
            String bound = kernel.contract().accuracy().text();
            assertThat(documentation).contains(function == ElementaryFunction.ERF
                    ? bound + "."
                    : "<tr><td>" + function.name().toLowerCase(Locale.ROOT) + "</td><td>" + bound + "</td>");
            if (kernel.method().equals(function.name().toLowerCase(Locale.ROOT))) {
                assertThat(facade).containsPattern("at most " + bound + "\\.[^/]*/\\s*public static void "
                        + kernel.method() + "\\(");
            }
        }
    }
}
