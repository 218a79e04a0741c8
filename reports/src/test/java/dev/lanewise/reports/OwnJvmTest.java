package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs a JVM of its own: system properties, standard streams, the working folder. */
class OwnJvmTest {
    @TempDir
    Path folder;

    private Cli java(List<String> options, String... arguments) throws IOException, InterruptedException {
        return OwnJvm.start(folder, options, List.of(arguments)).await();
    }

    @Test
    void wrongSystemPropertiesAreWrongUsage() throws Exception {
        Cli backend = java(List.of("-Dlanewise.backend=gpu"), "train");
        assertThat(backend.err())
                .isEqualTo("""
                        lanewise: lanewise.backend: gpu (expected auto, simd or reference)
                        Try 'lanewise train --help'.
                        """);
        assertThat(backend.code()).isEqualTo(2);
        Cli bits = java(List.of("-Dlanewise.vectorBits=64"), "info");
        assertThat(bits.err()).startsWith("lanewise: lanewise.vectorBits: 64 (expected 128, 256 or 512)\n");
        assertThat(bits.code()).isEqualTo(2);
    }

    @Test
    void anySideAndWidthGivesTheSameWeightsInANewFolder() throws Exception {
        TestData.digits(folder.resolve("few"));
        List<String> results = new ArrayList<>();
        for (String option : List.of("-Dlanewise.backend=reference", "-Dlanewise.vectorBits=128")) {
            Cli cli = java(List.of(option), "train", "--data", "few", "--layers", "dense:10", "--epochs", "1",
                    "--quiet");
            assertThat(cli.err()).isEmpty();
            assertThat(cli.lastLine())
                    .matches(".*  run runs/\\d{8}-\\d{6}-few(-2)?  report runs/.*/report\\.html");
            results.add(cli.lastLine().replaceFirst("  run .*", ""));
        }
        assertThat(results.get(0)).isEqualTo(results.get(1));
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs).hasSize(2).allSatisfy(run -> assertThat(run.resolve("run.json")).exists());
        }
    }

    @Test
    void infoShowsTheMachine() throws Exception {
        Cli cli = java(List.of("-Dlanewise.backend=reference"), "info");
        assertThat(cli.code()).isZero();
        assertThat(cli.out()).contains("backend               reference (lanewise.backend=reference)\n",
                "fma peak, 1 thread    not measured (it needs the simd backend)\n")
                .containsPattern("copy, 1 thread {8}\\d+\\.\\d GB/s \\(arrays of \\d+ MiB\\)");
        assertThat(cli.out().lines().map(line -> line.substring(0, 20).strip())).contains("java", "jvm",
                "vector module", "preferred width", "hardware fma", "processors", "caches",
                "triad, 1 thread", "other load");
    }

    @Test
    void infoTellsOfMissingFusedMultiplyAdd() throws Exception {
        Cli cli = java(List.of("-XX:-UseFMA"), "info");
        assertThat(cli.code()).isZero();
        assertThat(cli.out())
                .containsPattern(
                        "backend {15}reference \\(.*no hardware fma .*: it is computed exactly by way of "
                                + "double, the same bits, slower\\)")
                .containsPattern("hardware fma {10}no\n")
                .doesNotContain("the JIT compiles it");
        assertThat(cli.err()).contains("SIMD kernels are off, results are the same but slower");
    }

    @Test
    void tooLittleMemoryIsToldInOneLine() throws Exception {
        Cli cli = java(List.of("-Xmx64m"), "train", "--layers", "dense:50000 relu dense:10");
        assertThat(cli.err()).startsWith("lanewise: out of memory (").doesNotContain("\tat ");
        assertThat(cli.code()).isEqualTo(1);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).doesNotContain("model.safetensors");
        }
    }
}
