package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A training of a few seconds, and ways to interrupt it. */
final class InterruptedRun {
    private static final int EPOCHS = 150;
    static final String NEVER = "1000000";

    private InterruptedRun() {
    }

    /** The arguments, but for the folder of the run; data are drawn into the folder given. */
    static List<Object> command(Path folder) throws IOException {
        Path data = folder.resolve("digits");
        return List.of("train", "--data", Files.exists(data) ? data : TestData.digits(data), "--layers",
                "dense:16 dropout:0.2 relu dense:10", "--optimizer", "adam", "--learning-rate", "1e-4",
                "--early-stopping", "patience=" + EPOCHS, "--epochs", EPOCHS);
    }

    /** Starts it in a JVM of its own, which only interprets, so that it takes half a minute and is there to be interrupted. */
    static OwnJvm start(Path folder, List<String> starter, Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(command(folder));
        arguments.addAll(List.of(more));
        return OwnJvm.start(folder, starter, List.of("-Dlanewise.backend=reference", "-Xint"), arguments);
    }

    /** Waits until it has printed something, or has ended. */
    static void await(OwnJvm jvm, String text) throws IOException, InterruptedException {
        while (jvm.process().isAlive() && !Files.readString(jvm.out()).contains(text)) {
            Thread.sleep(2);
        }
    }

    /** The result of the training that nobody disturbs. */
    static String weights(Path folder) throws IOException {
        List<Object> arguments = new ArrayList<>(command(folder));
        arguments.addAll(List.of("--out", folder.resolve("whole"), "--quiet"));
        return weights(Cli.run(arguments.toArray()));
    }

    /** What the last line says about the weights. */
    static String weights(Cli cli) {
        return cli.lastLine().replaceFirst("  run .*", "");
    }

    /** Continues it in this JVM. */
    static Cli resume(Path run) {
        return Cli.run("train", "--resume", run, "--checkpoint-steps", NEVER, "--quiet");
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static List<String> names(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
