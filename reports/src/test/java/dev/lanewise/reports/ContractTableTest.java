package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTableTest {
    /** Tests run in the module's folder, where the reports lie too. */
    private static final Path CHECKED_IN = Path.of("kernels.md").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theTableCheckedInIsThatOfTheCode() throws IOException {
        assertThat(Files.readString(CHECKED_IN))
                .as("reports/kernels.md: write it again with ./lanewise kernels --out reports/kernels.md")
                .isEqualTo(KernelsCommand.pageBeside(CHECKED_IN));
    }

    @Test
    void everyKernelHasARow() {
        List<String> names = MarkdownTable.rows(Cli.run("kernels").out())
                .stream()
                .map(row -> row.get(0).replace("`", ""))
                .toList();
        assertThat(names).startsWith("kernel")
                .containsAll(KernelCatalog.all().stream().map(Kernel::name).toList())
                .hasSize(1 + KernelCatalog.all().size());
    }

    @Test
    void figuresBesideTheFileAreTakenIn() throws IOException {
        Files.writeString(folder.resolve("accuracy.md"), """
                Text.

                | function | published | observed | worst input |
                |---|---:|---:|---|
                | `ElementMath.exp` | 0.892 ULP | 0.8914 ULP | 3.5 |
                | `Activations.activate:RELU` | exact | 0.000000 ULP | 0.0 |
                | `Activations.activateBackward:SILU` | x \\|dy\\| | 93.0 % of it | 3.5 |
                """);
        Files.writeString(folder.resolve("kernels.csv"), """
                kernel,elements,columns,ns/element,fastest,slowest,GB/s,reference ns/element
                Activations.activate:RELU,2048,64,0.0380,0.0370,0.0390,210.50,
                Activations.activate:RELU,1048576,64,0.2710,0.2700,0.2800,29.52,3.9070
                """);
        Path out = folder.resolve("table.md");
        assertThat(Cli.run("kernels", "--out", out).code()).isZero();
        assertThat(row(out, "ElementMath.exp")).contains("0.892 ULP (0.8914 ULP)");
        assertThat(row(out, "Activations.activateBackward:SILU").get(5)).startsWith("4 ULP + ")
                .endsWith(" (93.0 % of it)");
        assertThat(row(out, "Activations.activate:RELU")).contains("exact",
                "2048: 0.0380 ns, 210.50 GB/s; 1048576: 0.2710 ns, 29.52 GB/s");
        assertThat(row(out, "ElementMath.log")).contains("0.876 ULP").endsWith("");
    }

    @Test
    void otherFilesAreNoFigures() throws IOException {
        Files.writeString(folder.resolve("kernels.csv"), "a,b\n1,2\n");
        Path out = folder.resolve("table.md");
        Cli cli = Cli.run("kernels", "--out", out);
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.err()).startsWith("lanewise: ").contains("kernels.csv: no figures of kernels");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsNamedAsItWasGiven() {
        Path out = folder.resolve("none").resolve("table.md");
        Cli cli = Cli.run("kernels", "--out", out);
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo("lanewise: " + out + ": no such file or folder" + System.lineSeparator());
    }

    @Test
    void theWidthsAreThoseOfThePropertyTests() throws IOException {
        List<Integer> tested = Pattern.compile("<lanewise.vectorBits>(\\d+)<")
                .matcher(Files.readString(Path.of("..", "property-tests", "pom.xml")))
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .distinct()
                .toList();
        assertThat(ContractTable.WIDTHS).isEqualTo(tested);
    }

    private static List<String> row(Path page, String kernel) throws IOException {
        return MarkdownTable.rows(Files.readString(page))
                .stream()
                .filter(row -> row.get(0).equals("`" + kernel + "`"))
                .findFirst()
                .orElseThrow();
    }
}
