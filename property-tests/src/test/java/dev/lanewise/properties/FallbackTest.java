package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in a JVM that was started without the vector module, or cannot compile vectors. */
@Tag("once")
class FallbackTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";
    private static final String OFF = "SIMD kernels are off, results are the same but slower: ";

    @TempDir
    private Path folder = Path.of("");

    private record Run(int exit, String out, String err) {
        /** Lines on standard error that mention SIMD or the module, beside the JVM's own. */
        List<String> warnings() {
            return err.lines().filter(line -> line.contains(OFF)).toList();
        }
    }

    @Test
    void withoutTheModuleTheBitsAreTheSameAndOneWarningSaysWhatToDo() throws Exception {
        Run with = run(MODULE, "-Dlanewise.backend=simd");
        Run without = run();
        assertThat(with.out).startsWith("SIMD ");
        assertThat(without.out).startsWith("REFERENCE 0 ");
        assertThat(bits(without)).isEqualTo(bits(with));
        assertThat(with.warnings()).isEmpty();
        assertThat(without.warnings()).singleElement()
                .asString()
                .contains("start Java with --add-modules=jdk.incubator.vector");
    }

    @Test
    void chosenReferenceIsNoWarning() throws Exception {
        Run chosen = run(MODULE, "-Dlanewise.backend=reference");
        assertThat(chosen.out).startsWith("REFERENCE 0 ");
        assertThat(chosen.err).doesNotContain(OFF);
    }

    @Test
    void simdWithoutTheModuleIsAnError() throws Exception {
        Run run = run("-Dlanewise.backend=simd");
        assertThat(run.exit).isNotZero();
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("lanewise.backend: simd is impossible: the vector module is not resolved; "
                        + "start Java with --add-modules=jdk.incubator.vector");
    }

    @Test
    void invalidSettingsAreErrors() throws Exception {
        assertThat(run(MODULE, "-Dlanewise.vectorBits=64").err)
                .contains("lanewise.vectorBits: 64 (expected 128, 256 or 512)");
        assertThat(run(MODULE, "-Dlanewise.backend=gpu").err)
                .contains("lanewise.backend: gpu (expected auto, simd or reference)");
    }

    @Test
    void interpreterUsesTheReferenceAndSaysWhy() throws Exception {
        Run run = run(MODULE, "-Xint");
        assertThat(run.out).startsWith("REFERENCE 0 ");
        assertThat(run.warnings()).singleElement().asString().contains("-Xint");
    }

    @Test
    void interpreterAndFirstCompilerGiveTheSameBits() throws Exception {
        String expected = bits(run(MODULE, "-Dlanewise.backend=simd"));
        assertThat(bits(run(MODULE, "-Dlanewise.backend=simd", "-Xint"))).isEqualTo(expected);
        assertThat(bits(run(MODULE, "-Dlanewise.backend=simd", "-XX:TieredStopAtLevel=1")))
                .isEqualTo(expected);
        assertThat(bits(run("-Xint"))).isEqualTo(expected);
    }

    @Test
    void withoutHardwareFmaTheReferenceIsUsedAndSaysWhy() throws Exception {
        String expected = bits(run(MODULE, "-Dlanewise.backend=simd"));
        Run run = run(MODULE, "-XX:-UseFMA");
        assertThat(run.out).startsWith("REFERENCE 0 ");
        assertThat(bits(run)).isEqualTo(expected);
        assertThat(run.warnings()).singleElement()
                .asString()
                .contains("no hardware fma")
                .contains("computed exactly by way of double, the same bits, slower");
    }

    @Test
    void vectorsWithoutHardwareFmaGiveTheSameBitsAndAWarning() throws Exception {
        Run run = run(MODULE, "-XX:-UseFMA", "-Dlanewise.backend=simd");
        assertThat(run.out).startsWith("SIMD ");
        assertThat(bits(run)).isEqualTo(bits(run(MODULE)));
        assertThat(run.err)
                .contains("SIMD kernels are far slower here than the reference: lanewise.backend=simd; "
                        + "no hardware fma");
    }

    /** A small run-time image has no management interface; what the processor has is found out all the same. */
    @Test
    void hardwareFmaIsFoundWithoutTheManagementModule() throws Exception {
        assertThat(run("--limit-modules=java.base,java.logging,jdk.incubator.vector", MODULE).out)
                .isEqualTo(run(MODULE).out);
        assertThat(
                run("--limit-modules=java.base,java.logging,jdk.incubator.vector", MODULE, "-XX:-UseFMA").out)
                .startsWith("REFERENCE 0 ");
    }

    private static String bits(Run run) {
        assertThat(run.exit).as(run.err).isZero();
        return run.out.substring(run.out.indexOf("bits "));
    }

    /** {@link BitsProbe} in a JVM of its own on the class path, with these options. */
    private Run run(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(property("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", property("java.class.path")));
        command.addAll(List.of(options));
        command.add(BitsProbe.class.getName());
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
