package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C as a key that is pressed in a terminal, the one that controls the process: {@code script} of util-linux makes it.
 * Where there is no such program, {@link InterruptionTest#ctrlCSavesWhereABarIsShown} and {@link AfterTrainingTest} send
 * the signal alone.
 */
class TerminalTest {
    /** Quotes all arguments, which hold no quotes themselves, for the terminal's shell. */
    private static final List<String> TERMINAL = List.of("sh", "-c", """
            for word; do line="$line '$word'"; done
            export TERM=xterm SHELL=/bin/sh
            exec script -qefc "exec$line" /dev/null""", "sh");
    private static final int CTRL_C = 3;

    @TempDir
    Path folder;

    private final List<OwnJvm> started = new ArrayList<>();

    @AfterEach
    void leavesNoProcess() {
        started.forEach(jvm -> jvm.process().descendants().forEach(ProcessHandle::destroyForcibly));
        started.forEach(jvm -> jvm.process().destroyForcibly());
    }

    /** Null, said loudly, where the system cannot make a terminal. */
    private @Nullable OwnJvm start(List<String> options, List<?> arguments) throws Exception {
        Process found = new ProcessBuilder("sh", "-c", "command -v script && script --version").start();
        String version = new String(found.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        if (found.waitFor() != 0 || !version.contains("util-linux")) {
            System.err.println(
                    "NOT TESTED in a terminal, because there is no script of util-linux: " + arguments);
            return null;
        }
        OwnJvm jvm = OwnJvm.start(folder, TERMINAL, options, arguments);
        started.add(jvm);
        return jvm;
    }

    private static void press(OwnJvm jvm, int key) throws IOException {
        OutputStream keyboard = jvm.process().getOutputStream();
        keyboard.write(key);
        keyboard.flush();
    }

    private Path run() {
        return folder.resolve("run");
    }

    /** What is left on the screen. */
    private static Cli screen(Cli end) {
        String text = end.out()
                .replace("\r\n", "\n")
                .replaceAll("(?md)^.*\r\033\\[K", "")
                .replaceAll("\033\\[\\?7[lh]", "")
                .replaceAll("WARNING: Using incubator modules.*\n", "")
                .replace("^C", "");
        return new Cli(end.code(), text, end.err());
    }

    @Test
    void ctrlCSavesATrainingWithItsBar() throws Exception {
        String weights = InterruptedRun.weights(folder);
        List<Object> arguments = new ArrayList<>(InterruptedRun.command(folder));
        arguments.addAll(List.of("--out", run()));
        OwnJvm jvm = start(List.of("-Dlanewise.backend=reference", "-Xint"), arguments);
        if (jvm == null) {
            return;
        }
        InterruptedRun.await(jvm, "epoch   2/150");
        press(jvm, CTRL_C);
        Cli end = jvm.await();
        assertThat(end.out()).contains("\r\033[K\033[?7lepoch 1/150 [");
        assertThat(end.code()).isEqualTo(130);
        assertThat(screen(end).lastLine())
                .isEqualTo("interrupted and saved; go on with: ./lanewise train --resume " + run());
        assertThat(new RunFiles(run()).checkpoint()).exists();
        assertThat(InterruptedRun.weights(InterruptedRun.resume(run()))).isEqualTo(weights);
    }

    @Test
    void ctrlCKeepsTheBestOfARecipe() throws Exception {
        OwnJvm jvm = start(List.of(), AfterTrainingTest.recipe(folder));
        if (jvm == null) {
            return;
        }
        awaitFile(jvm, new RunFiles(run()).report());
        press(jvm, CTRL_C);
        Cli end = jvm.await();
        assertThat(end.code()).isEqualTo(130);
        AfterTrainingTest.assertRecipeIsKept(screen(end), new RunFiles(run()));
    }

    @Test
    void ctrlCKeepsThePageOfExperiments() throws Exception {
        OwnJvm jvm = start(List.of(), AfterTrainingTest.experiments(run()));
        if (jvm == null) {
            return;
        }
        awaitFile(jvm, run().resolve("experiments.html"));
        press(jvm, CTRL_C);
        Cli end = jvm.await();
        assertThat(end.code()).isEqualTo(130);
        AfterTrainingTest.assertExperimentsAreKept(screen(end), run());
    }

    private static void awaitFile(OwnJvm jvm, Path file) throws InterruptedException {
        while (jvm.process().isAlive() && !Files.exists(file)) {
            Thread.sleep(2);
        }
    }
}
