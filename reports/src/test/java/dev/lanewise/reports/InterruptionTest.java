package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals to a training, and a disk that is full: the system's limit on the size of files stands for it. */
class InterruptionTest {
    /** 32 to 64 KB, by the shell's unit; a checkpoint has 200. */
    private static final List<String> LIMITED = List.of("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh");

    @TempDir
    static Path shared;

    private static String weights;

    @TempDir
    Path folder;

    private final List<OwnJvm> started = new ArrayList<>();

    @BeforeAll
    static void trainUndisturbed() throws Exception {
        weights = InterruptedRun.weights(shared);
    }

    @AfterEach
    void leavesNoProcess() {
        started.forEach(jvm -> jvm.process().destroyForcibly());
    }

    private OwnJvm start(List<String> starter, Object... more) throws IOException {
        OwnJvm jvm = InterruptedRun.start(folder, starter, more);
        started.add(jvm);
        return jvm;
    }

    private Path run() {
        return folder.resolve("run");
    }

    /** The second signal comes while the first is being answered. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalSavesAndSaysHowToGoOn(String signal, int code) throws Exception {
        OwnJvm jvm = start(List.of(), "--out", run(), "--checkpoint-steps", 1);
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.signal(signal);
        jvm.signal(signal);
        Cli end = jvm.await();
        assertThat(end.err()).isEmpty();
        assertThat(end.code()).isEqualTo(code);
        assertThat(end.lastLine())
                .isEqualTo("interrupted and saved; go on with: ./lanewise train --resume " + run());
        assertThat(InterruptedRun.names(run())).containsExactlyInAnyOrder(".lock", "config.json",
                "checkpoint.safetensors", "epochs.csv", "log.jsonl");
        Cli resumed = InterruptedRun.resume(run());
        assertThat(resumed.err()).isEmpty();
        assertThat(InterruptedRun.weights(resumed)).isEqualTo(weights);
    }

    /** The line that is written over and over is on, as in a terminal; {@link TerminalTest} has one. */
    @Test
    void ctrlCSavesWhereABarIsShown() throws Exception {
        List<Object> arguments = new ArrayList<>(InterruptedRun.command(folder));
        arguments.addAll(List.of("--out", run()));
        OwnJvm jvm = OwnJvm.start(folder, List.of(), List.of("-Dlanewise.backend=reference", "-Xint",
                "-Dlanewise.progress=always"), arguments);
        started.add(jvm);
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.signal("INT");
        Cli end = jvm.await();
        assertThat(end.err()).contains("\r\033[K\033[?7lepoch 1/150 [").endsWith("\r\033[K");
        assertThat(end.code()).isEqualTo(130);
        assertThat(end.lastLine())
                .isEqualTo("interrupted and saved; go on with: ./lanewise train --resume " + run());
        assertThat(InterruptedRun.weights(InterruptedRun.resume(run()))).isEqualTo(weights);
    }

    @Test
    void withoutACheckpointItBeginsAgain() throws Exception {
        OwnJvm jvm = start(List.of(), "--out", run());
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.process().destroyForcibly();
        assertThat(jvm.await().code()).isEqualTo(137);
        assertThat(new RunFiles(run()).checkpoint()).doesNotExist();
        assertThat(InterruptedRun.weights(InterruptedRun.resume(run()))).isEqualTo(weights);
        assertThat(Files.readAllLines(new RunFiles(run()).epochs())).hasSize(151);
    }

    @Test
    void aFullDiskEndsTheTrainingAndKeepsTheCheckpoint() throws Exception {
        OwnJvm jvm = start(List.of(), "--out", run());
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.signal("TERM");
        assertThat(jvm.await().code()).isEqualTo(143);
        RunFiles files = new RunFiles(run());
        byte[] before = Files.readAllBytes(files.checkpoint());

        jvm = OwnJvm.start(folder, LIMITED, List.of(),
                List.of("train", "--resume", run(), "--checkpoint-steps", 5));
        Cli end = jvm.await();
        assertThat(end.err()).isEqualTo("lanewise: " + files.checkpoint() + ": File too large\n");
        assertThat(end.code()).isEqualTo(1);
        assertThat(Files.readAllBytes(files.checkpoint())).isEqualTo(before);
        assertThat(InterruptedRun.names(run())).containsExactlyInAnyOrder(".lock", "config.json",
                "checkpoint.safetensors", "epochs.csv", "log.jsonl");
        assertThat(InterruptedRun.weights(InterruptedRun.resume(run()))).isEqualTo(weights);
    }

    @Test
    void aLogThatCannotGrowEndsTheTraining() throws Exception {
        OwnJvm jvm = start(LIMITED, "--out", run(), "--statistics", 1);
        Cli end = jvm.await();
        assertThat(end.err()).isEqualTo("lanewise: " + run().resolve("log.jsonl") + ": File too large\n");
        assertThat(end.code()).isEqualTo(1);
    }

    @Test
    void anInterruptionThatCannotSaveSaysSo() throws Exception {
        OwnJvm jvm = start(LIMITED, "--out", run(), "--log", "none");
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.signal("INT");
        Cli end = jvm.await();
        assertThat(end.err()).isEqualTo(
                "lanewise: " + run().resolve("checkpoint.safetensors") + ": File too large\n");
        assertThat(end.out()).doesNotContain("saved");
        assertThat(end.code()).isEqualTo(130);
        assertThat(InterruptedRun.names(run())).containsExactlyInAnyOrder(".lock", "config.json");
    }
}
