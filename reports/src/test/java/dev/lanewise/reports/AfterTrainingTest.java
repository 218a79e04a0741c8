package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.io.ModelFile;
import dev.lanewise.nn.io.WeightsDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a trained model if something goes wrong behind it, and of what recipe and experiments have computed. */
class AfterTrainingTest {
    /** For minutes of diagnosis: nothing is learnt, so that all is tried, and the JVM only interprets. */
    private static final List<String> SLOW = List.of("-Dlanewise.backend=reference", "-Xint");

    @TempDir
    Path folder;

    private final List<OwnJvm> started = new ArrayList<>();

    @AfterEach
    void leavesNoProcess() {
        started.forEach(jvm -> jvm.process().destroyForcibly());
    }

    private OwnJvm start(List<String> options, Object... arguments) throws IOException {
        OwnJvm jvm = OwnJvm.start(folder, options, List.of(arguments));
        started.add(jvm);
        return jvm;
    }

    private RunFiles run() {
        return new RunFiles(folder.resolve("run"));
    }

    private static void await(OwnJvm jvm, Path file) throws InterruptedException {
        while (jvm.process().isAlive() && !Files.exists(file)) {
            Thread.sleep(2);
        }
    }

    private Path digits() throws IOException {
        return TestData.digits(folder.resolve("digits"));
    }

    /** Minutes of diagnosis are ahead, and none of it is there when the process has ended. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalInTheDiagnosisEndsAtOnceAndTheModelIsKept(String signal, int code) throws Exception {
        OwnJvm jvm = start(SLOW, "train", "--data", digits(), "--layers",
                "dense:32 sigmoid dense:32 sigmoid dense:10",
                "--learning-rate", "1e-6", "--epochs", 1, "--out", run().folder());
        await(jvm, run().result());
        jvm.signal(signal);
        Cli end = jvm.await();
        assertThat(end.err()).isEmpty();
        assertThat(end.code()).isEqualTo(code);
        assertThat(end.lastLine()).isEqualTo("interrupted after the training; its model is " + run().model());
        assertThat(InterruptedRun.names(run().folder())).containsExactlyInAnyOrder(".lock", "config.json",
                "epochs.csv",
                "log.jsonl", "model.safetensors", "run.json");
        assertIsWhole();
        assertThat(Cli.run("diagnose", run().folder()).err()).isEqualTo("lanewise: " + run().folder()
                + ": no diagnosis.json (expected the folder of a training whose diagnosis was neither interrupted nor "
                + "failed)\n");
        assertThat(InterruptedRun.resume(run().folder()).err()).contains(": complete, it has a run.json");
    }

    private void assertIsWhole() throws IOException {
        Map<String, String> json = JsonValues.of(Files.readString(run().result()));
        assertThat(WeightsDigest.sha256(ModelFile.read(run().model()))).isEqualTo(json.get("/weightsSha256"));
        assertThat(json.get("/test/accuracy")).isNotEqualTo("null");
    }

    @Test
    void aSignalInThePreflightEndsAtOnce() throws Exception {
        OwnJvm jvm = start(SLOW, "train", "--preflight", "--data", digits(), "--layers",
                "dense:500 relu dense:10");
        Thread.sleep(1500);
        jvm.signal("TERM");
        Cli end = jvm.await();
        assertThat(end.code()).isEqualTo(143);
        assertThat(end.out()).isEmpty();
    }

    /** Folders lie where the files of a continued run would go. */
    @Test
    void whatCannotBeWrittenIsToldInOneLineAndTheRestIsThere() throws Exception {
        OwnJvm jvm = InterruptedRun.start(folder, List.of(), "--out", run().folder());
        started.add(jvm);
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.signal("TERM");
        assertThat(jvm.await().code()).isEqualTo(143);
        Files.createDirectories(run().report().resolve("full"));
        Files.createDirectory(run().learningCurve());
        Cli end = InterruptedRun.resume(run().folder());
        assertThat(end.code()).isEqualTo(1);
        assertThat(end.err()).isEqualTo("lanewise: trained, and saved as " + run().model()
                + ", but learning-curve.svg failed: " + run().learningCurve()
                + ": Is a directory; report.html failed: "
                + run().report() + ": Is a directory\n");
        assertThat(end.lastLine()).startsWith("test accuracy ");
        assertThat(run().diagnosis()).isRegularFile();
        assertThat(run().checkpoint()).doesNotExist();
        assertIsWhole();
    }

    @Test
    void aDivergedTrainingKeepsItsRecordIfItsDiagnosisCannotBeWritten() throws Exception {
        Path digits = digits();
        Cli whole = Cli.run("train", "--data", digits, "--layers", "dense:16 relu dense:16 relu dense:10",
                "--epochs",
                2, "--learning-rate", "1e20", "--out", run().folder());
        assertThat(whole.code()).isEqualTo(1);
        assertThat(InterruptedRun.names(run().folder())).contains("config.json", "epochs.csv", "log.jsonl",
                "diagnosis.json");
        Files.delete(run().diagnosis());
        Files.createDirectory(run().diagnosis());
        Cli again = Cli.run("train", "--resume", run().folder());
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).startsWith("lanewise: training diverged: loss NaN in epoch 1, step 2; ")
                .endsWith(", but diagnosis.json failed: " + run().diagnosis() + ": Is a directory\n");
    }

    /** A small network to begin with; all that follows takes many times the time of the first step. */
    static List<Object> recipe(Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("start.json"),
                """
                        {"layers": "dense:16 sigmoid dense:16 sigmoid dense:10", "optimizer": "sgd", "learning-rate": "0.01",
                        "epochs": "10"}""");
        return List.of("recipe", "--data", TestData.digits(folder.resolve("digits")), "--config", config,
                "--out",
                folder.resolve("run"));
    }

    @Test
    void aRecipeKeepsTheBestSoFar() throws Exception {
        OwnJvm jvm = start(List.of(), recipe(folder).toArray());
        await(jvm, run().report());
        jvm.signal("TERM");
        Cli end = jvm.await();
        assertThat(end.code()).as(end.out()).isEqualTo(143);
        assertRecipeIsKept(end, run());
    }

    /** What is printed behind the steps, and what it names. */
    static void assertRecipeIsKept(Cli end, RunFiles run) throws IOException {
        assertThat(end.out()).startsWith("1  the start\n")
                .containsPattern("\ninterrupted after \\d+ trainings?; the best settings so far are saved\n")
                .endsWith("train with them: ./lanewise train --config " + run.config() + "\nsettings: "
                        + run.config() + "  report: " + run.report() + "\n");
        assertThat(InterruptedRun.names(run.folder())).containsExactlyInAnyOrder("config.json",
                "report.html");
        assertThat(run.report()).content()
                .contains("Recipe for", "validation accuracy")
                .doesNotContain("test accuracy");
        assertThat(JsonValues.of(Files.readString(run.config()))).containsKey("/layers");
    }

    @Test
    void aRecipeWithoutAnyResultLeavesNothing() throws Exception {
        List<Object> arguments = new ArrayList<>(recipe(folder));
        Files.writeString(folder.resolve("start.json"),
                "{\"layers\": \"dense:400 sigmoid dense:10\", \"epochs\": \"1000\"}");
        OwnJvm jvm = start(SLOW, arguments.toArray());
        await(jvm, run().folder());
        Thread.sleep(1000);
        jvm.signal("INT");
        Cli end = jvm.await();
        assertThat(end.code()).isEqualTo(130);
        assertThat(end.out())
                .isEqualTo("interrupted before the first training was diagnosed: nothing is known yet\n");
        assertThat(run().folder()).doesNotExist();
    }

    @Test
    void experimentsKeepThePageOfTheFinished() throws Exception {
        OwnJvm jvm = start(List.of(), experiments(run().folder()).toArray());
        await(jvm, run().folder().resolve("experiments.html"));
        jvm.signal("TERM");
        Cli end = jvm.await();
        assertThat(end.code()).isEqualTo(143);
        assertExperimentsAreKept(end, run().folder());
    }

    /** A short one, and one that takes long enough to be interrupted. */
    static List<Object> experiments(Path out) {
        return List.of("experiments", "vanishing-gradient", "not-overfitting", "--quick", "--out", out);
    }

    static void assertExperimentsAreKept(Cli end, Path folder) throws IOException {
        Path page = folder.resolve("experiments.html");
        assertThat(end.out()).startsWith("vanishing-gradient: ")
                .containsPattern("\ninterrupted after 1 of 2 experiments\npage: " + page + "\n")
                .endsWith(" claims hold\n");
        assertThat(page).content()
                .contains("id=\"vanishing-gradient\"")
                .doesNotContain("id=\"not-overfitting\"");
        assertThat(InterruptedRun.names(folder)).contains("vanishing-gradient.svg")
                .noneMatch(name -> name.endsWith(".part"));
    }
}
