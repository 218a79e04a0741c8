package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.Ending;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import dev.lanewise.nn.diagnosis.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part behind a training fails alone. */
class ConclusionTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private RunFiles files() {
        return new RunFiles(folder);
    }

    private static RunRecord run() {
        EpochMetrics epoch = new EpochMetrics(1, 0.5, 0.75, 0, Double.NaN, Double.NaN, 0.1f, 1, 4);
        return new RunRecord("few", Network.input(2).classNames(List.of("a", "b")).dense(2).build(1),
                new Configuration(new LinkedHashMap<>(Map.of("data", "few"))), 1, Capabilities.current(), 4,
                0,
                new History(List.of(epoch), Ending.COMPLETED, 0), new Evaluation(2, 0.5, 0.75), null, "abc");
    }

    private static Diagnosis healthy() {
        return new Diagnosis(
                List.of(new Finding(Verdict.HEALTHY, 0.9, List.of("all 1 is well"), List.of(), "Rest.")));
    }

    private Conclusion write(Supplier<Diagnosis> examination) throws IOException {
        try (Interruption interruption = new Interruption()) {
            Conclusion conclusion = new Conclusion(files(), interruption, new PrintWriter(out), false);
            conclusion.write(run(), examination);
            return conclusion;
        }
    }

    @Test
    void writesAllParts() throws IOException {
        write(ConclusionTest::healthy).requireWhole("saved");
        assertThat(JsonValues.of(Files.readString(files().result()))).containsEntry("/verdict", "healthy");
        assertThat(InterruptedRun.names(folder)).containsExactlyInAnyOrder("diagnosis.json", "run.json",
                "learning-curve.svg", "report.html");
        assertThat(out.toString()).startsWith("diagnosis: healthy");
        assertThat(files().report()).content().contains("All 1 is well");
    }

    private static Diagnosis fail(String how) {
        switch (how) {
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            case "stack" -> throw new StackOverflowError();
            case "assertion" -> throw new AssertionError("no");
            default ->
                throw new IllegalArgumentException("testFraction: -2731178.67 (expected >= 0 and < 1)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "stack", "assertion", "argument"})
    void whateverTheDiagnosisThrowsThePagesAreWritten(String how) throws IOException {
        Conclusion conclusion = write(() -> fail(how));
        String message = Map
                .of("memory",
                        "out of memory (Java heap space); give Java more with -Xmx, or choose smaller layers",
                        "stack", "out of stack; give Java more with -Xss", "assertion",
                        "internal error: java.lang.AssertionError: no (run again with --verbose and report it)",
                        "argument",
                        "internal error: java.lang.IllegalArgumentException: testFraction: -2731178.67 "
                                + "(expected >= 0 and < 1) (run again with --verbose and report it)")
                .getOrDefault(how, "");
        assertThatIOException().isThrownBy(() -> conclusion.requireWhole("saved"))
                .withMessage("saved, but diagnosis failed: " + message)
                .matches(all -> all.getSuppressed().length == 1);
        assertThat(InterruptedRun.names(folder)).containsExactlyInAnyOrder("learning-curve.svg",
                "report.html");
        assertThat(files().report()).content().contains("Learning curve").doesNotContain("id=\"diagnosis\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnosis.json", "run.json", "learning-curve.svg", "report.html"})
    void aFileThatCannotBeWrittenIsNamedAndTheOthersAreThere(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).resolve("full"));
        Conclusion conclusion = write(ConclusionTest::healthy);
        assertThatIOException().isThrownBy(() -> conclusion.requireWhole("saved"))
                .withMessage("saved, but " + name + " failed: " + folder.resolve(name) + ": Is a directory");
        assertThat(InterruptedRun.names(folder)).containsExactlyInAnyOrder("diagnosis.json", "run.json",
                "learning-curve.svg", "report.html");
        assertThat(out.toString()).startsWith("diagnosis: healthy");
    }
}
