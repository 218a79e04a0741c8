package dev.lanewise.properties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the JDK that runs the tests once more, with other flags, on the same class path. */
final class ChildJvm {
    private static final int TIMEOUT_SECONDS = 300;

    /** What a child left behind. */
    record Result(int exitCode, String out, String err) {
        /** Standard output of a child that ended well; fails with all its output otherwise. */
        String output() {
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + "\n" + out + err);
            }
            return out;
        }
    }

    private ChildJvm() {
    }

    /** Runs {@code java -cp (this class path) arguments...} in a folder; options come before the main class. */
    static Result run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            Process process = start(folder, arguments, out, err);
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            if (!ended) {
                throw new AssertionError(arguments + ": no end within " + TIMEOUT_SECONDS + " s\n" + result);
            }
            return result;
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static Process start(Path folder, List<String> arguments, Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Flags from outside would change what is tested.
        builder.environment()
                .keySet()
                .removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        return builder.start();
    }
}
