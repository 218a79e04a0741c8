package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard input, pipes, devices and links in place of files. */
class StreamsAsDataTest {
    @TempDir
    Path folder;

    private Path flowers;
    private byte[] rows;

    @BeforeEach
    void writeFlowers() throws IOException {
        flowers = TestData.flowers(folder.resolve("flowers.csv"));
        rows = Files.readAllBytes(flowers);
    }

    private static List<Object> training(Object data, Object out) {
        return List.of("train", "--data", data, "--label", "kind", "--layers", "dense:3", "--epochs", 2,
                "--batch-size",
                8, "--quiet", "--out", out);
    }

    private Path model() {
        Path out = folder.resolve("model");
        Cli cli = Cli.run(training(flowers, out).toArray());
        assertThat(cli.err()).isEmpty();
        return out.resolve("model.safetensors");
    }

    /** Runs the command in a JVM of its own, which reads these bytes. */
    private Cli piped(byte[] input, List<?> arguments) throws Exception {
        return piped(List.of(), input, arguments);
    }

    private Cli piped(List<String> starter, byte[] input, List<?> arguments) throws Exception {
        OwnJvm jvm = OwnJvm.start(folder, starter, List.of(), arguments);
        try (OutputStream pipe = jvm.process().getOutputStream()) {
            pipe.write(input);
        } catch (IOException closed) {
            assertThat(jvm.process().waitFor()).as("reads all of its input").isNotZero();
        }
        return jvm.await();
    }

    @ParameterizedTest
    @CsvSource({"-, false", "-, true", "/dev/stdin, false", "/dev/fd/0, true"})
    void trainsOnStandardInput(String name, boolean packed) throws Exception {
        Path out = folder.resolve("piped");
        Cli cli = piped(packed ? TestData.gzip(rows) : rows, training(name, out));
        assertThat(cli.err()).isEmpty();
        assertThat(InterruptedRun.weights(cli)).isEqualTo(InterruptedRun.weights(
                Cli.run(training(flowers, folder.resolve("file")).toArray())));
        Map<String, String> json = JsonValues.of(Files.readString(out.resolve("run.json")));
        assertThat(json).containsEntry("/config/data", name);
        if (!name.endsWith("0")) {
            assertThat(json).containsEntry("/dataset", "stdin");
        }
    }

    @Test
    void aRunOnStandardInputGetsAFolderOfThatName() throws Exception {
        List<Object> arguments = new ArrayList<>(training("-", "none"));
        arguments.subList(arguments.size() - 2, arguments.size()).clear();
        Cli cli = piped(rows, arguments);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.lastLine()).matches(".*  run (runs/\\d{8}-\\d{6}-stdin)  report \\1/report.html");
    }

    @Test
    void evaluatesAndPredictsStandardInput() throws Exception {
        Path model = model();
        String evaluated = Cli.run("evaluate", "--model", model, "--data", flowers, "--label", "kind").out();
        Cli evaluate = piped(rows, List.of("evaluate", "--model", model, "--data", "-", "--label", "kind"));
        assertThat(evaluate.out()).isEqualTo(evaluated.replace("flowers", "stdin"));
        String predicted = Cli.run("predict", "--model", model, "--data", flowers, "--label", "kind").out();
        Cli predict = piped(TestData.gzip(rows),
                List.of("predict", "--model", model, "--data", "/dev/stdin", "--label",
                        "kind"));
        assertThat(predict.err()).isEmpty();
        assertThat(predict.out()).isEqualTo(predicted);
    }

    /** What the shell makes of {@code <(...)}: an open file beside the usual three. */
    @Test
    void readsWhatAShellSubstitutes() throws Exception {
        Path model = model();
        String predicted = Cli.run("predict", "--model", model, "--data", flowers, "--label", "kind").out();
        Cli predict = piped(List.of("sh", "-c", "cat | exec \"$@\" 7<&0 </dev/null", "sh"), rows,
                List.of("predict", "--model", model, "--data", "/dev/fd/7", "--label", "kind"));
        assertThat(predict.err()).isEmpty();
        assertThat(predict.out()).isEqualTo(predicted);
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    @Test
    void trainsOnANamedPipe() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                Files.write(pipe, rows);
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
        Cli cli = Cli.run(training(pipe, folder.resolve("piped")).toArray());
        writer.join();
        assertThat(cli.err()).isEmpty();
        assertThat(InterruptedRun.weights(cli)).isEqualTo(InterruptedRun.weights(
                Cli.run(training(flowers, folder.resolve("file")).toArray())));
    }

    @Test
    void aTrainingOnStandardInputIsNotResumedButSaysHow() throws Exception {
        RunFiles run = new RunFiles(Files.createDirectory(folder.resolve("run")));
        Files.writeString(run.config(), "{\"data\": \"-\", \"label\": \"kind\", \"layers\": \"dense:3\"}");
        Cli cli = Cli.run("train", "--resume", run.folder());
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo("lanewise: data: - (expected data that can be read again, to go on with "
                        + run.folder() + ": put the same rows into a file, and its name as \"data\" into "
                        + run.config() + ")\n");
        Files.writeString(run.config(), "{\"data\": \"" + flowers
                + "\", \"label\": \"kind\", \"layers\": \"dense:3\"}");
        assertThat(Cli.run("train", "--resume", run.folder(), "--quiet").err()).isEmpty();
    }

    @Test
    void predictsIntoPipesOpenFilesAndThroughLinks() throws Exception {
        Path model = model();
        List<Object> command = List.of("predict", "--model", model, "--data", flowers, "--label", "kind");
        String predicted = Cli.run(command.toArray()).out();

        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        assertThat(predict(command, link).err()).isEmpty();
        assertThat(target).hasContent(predicted).isRegularFile();
        assertThat(Files.isSymbolicLink(link)).isTrue();

        Path pipe = pipe();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
        assertThat(predict(command, pipe).err()).isEmpty();
        assertThat(reader.join()).isEqualTo(predicted);
        assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();

        List<Object> toOutput = new ArrayList<>(command);
        toOutput.addAll(List.of("--out", "/dev/stdout"));
        assertThat(piped(new byte[0], toOutput).out()).isEqualTo(predicted);
        Path log = Files.writeString(folder.resolve("log"), "before\n");
        assertThat(piped(List.of("sh", "-c", "exec \"$@\" >>log", "sh"), new byte[0], toOutput).err())
                .isEmpty();
        assertThat(log).hasContent("before\n" + predicted);
    }

    private static Cli predict(List<Object> command, Path out) {
        List<Object> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--out", out));
        return Cli.run(arguments.toArray());
    }

    /** The disk that is full is the system's device for that; it is named as the output that it is. */
    @Test
    void aFullDeviceIsToldInOneLine() throws Exception {
        Path full = Path.of("/dev/full");
        if (!Files.exists(full)) {
            System.err.println(
                    "NOT TESTED, the system has no /dev/full; InterruptionTest limits the size of files");
            return;
        }
        Path model = model();
        Cli cli = piped(List.of("sh", "-c", "exec \"$@\" >/dev/full", "sh"), new byte[0],
                List.of("predict", "--model",
                        model, "--data", flowers, "--label", "kind", "--out", "/dev/stdout"));
        assertThat(cli.err()).isEqualTo("lanewise: /dev/stdout: No space left on device\n");
        assertThat(cli.code()).isEqualTo(1);
    }

    @Test
    void aRunGoesIntoALinkedFolderAndTheLinkStays() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("linked"), Path.of("real"));
        Cli cli = Cli.run(training(flowers, link).toArray());
        assertThat(cli.err()).isEmpty();
        assertThat(cli.lastLine()).endsWith("  run " + link + "  report " + link.resolve("report.html"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real.resolve("model.safetensors")).exists();
        Files.createDirectory(folder.resolve("empty"));
        Path unused = Files.createSymbolicLink(folder.resolve("unused"), Path.of("empty"));
        RunFolder.release(RunFolder.reserve(unused, "any"));
        assertThat(Files.isSymbolicLink(unused)).isTrue();
    }

    /** Names of classes that a spreadsheet would compute; one is a number, which is none of those. */
    @Test
    void formulasAreNeutralizedOnRequestOnly() throws Exception {
        Path file = folder.resolve("formulas.csv");
        StringBuilder text = new StringBuilder("a,kind\n");
        List<String> names = List.of("=1+1", "a;=1", "-2+3", "@SUM(A1)", "-1.5", "plain");
        for (int i = 0; i < 60; i++) {
            text.append(i % 6).append(',').append(names.get(i % 6)).append('\n');
        }
        Files.writeString(file, text);
        Path out = folder.resolve("formulas");
        List<Object> training = new ArrayList<>(training(file, out));
        training.set(training.indexOf("dense:3"), "dense:6");
        assertThat(Cli.run(training.toArray()).err()).isEmpty();
        List<Object> command = List.of("predict", "--model", out.resolve("model.safetensors"), "--data", file,
                "--label",
                "kind");
        String usual = Cli.run(command.toArray()).out();
        for (String name : names) {
            assertThat(usual.lines().findFirst().orElseThrow().split(",")).contains(
                    name.contains(";") ? "\"p_" + name + "\"" : "p_" + name);
        }
        List<Object> safe = new ArrayList<>(command);
        safe.add("--csv-safe");
        String guarded = Cli.run(safe.toArray()).out();
        assertThat(guarded.lines().findFirst().orElseThrow().split(",")).contains("p_'=1+1", "\"p_a;=1\"",
                "p_'-2+3",
                "p_'@SUM(A1)", "p_-1.5", "p_plain");
        assertThat(guarded.lines().skip(1)).noneMatch(line -> line.matches("\\d+,([=@]|[-+](?!1\\.5,)).*"));
        safe.addAll(List.of("--format", "json"));
        assertThat(Cli.run(safe.toArray()).code()).isEqualTo(2);
    }

    @Test
    void onlyFormulasGetAnApostrophe() {
        for (String formula : new String[]{"=1", "+a", "-a", "@a", "\ta", "\ra", "\na", " =1", "-1+2",
                "\uFF1D1", "-", "\u00a0=1", "\u200b=1", "\ufeff@a", "'=1", "'a"}) {
            assertThat(FormulaGuard.neutral(formula)).isEqualTo("'" + formula);
        }
        for (String plain : new String[]{"", "a", "a=b", "1", "-1", "+1", "-1.5e-7", "-.5", "a'b",
                "\u00e4"}) {
            assertThat(FormulaGuard.neutral(plain)).isEqualTo(plain);
        }
        assertThat(new String(rows, StandardCharsets.UTF_8)).contains("kind");
    }
}
