package dev.lanewise.reports;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command in a JVM of its own, with files for what it prints. */
record OwnJvm(Process process, Path out, Path err) {
    /** The number of Ctrl-C's signal. */
    private static final int INTERRUPT = 2;

    /** Starts it in a folder. */
    static OwnJvm start(Path folder, List<String> options, List<?> arguments) throws IOException {
        return start(folder, List.of(), options, arguments);
    }

    /** The same by another command, such as a shell that limits it, whose last arguments the JVM's become. */
    static OwnJvm start(Path folder, List<String> starter, List<String> options, List<?> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(interruptible());
        command.addAll(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("jdk.module.path", "") + File.pathSeparator
                + System.getProperty("java.class.path"), "dev.lanewise.reports.Main"));
        arguments.forEach(argument -> command.add(argument.toString()));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new OwnJvm(process, out, err);
    }

    /**
     * What makes a process listen to Ctrl-C although this one does not: shells have processes in the background ignore it,
     * and so do those that they start.
     */
    private static List<String> interruptible() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return List.of();
        }
        String ignored = Files.readString(status).replaceAll("(?s).*SigIgn:\\s*(\\p{XDigit}+).*", "$1");
        boolean interrupt = (Long.parseUnsignedLong(ignored, 16) >> (INTERRUPT - 1) & 1) == 1;
        return interrupt ? List.of("env", "--default-signal=INT") : List.of();
    }

    /** Waits for its end. */
    Cli await() throws IOException, InterruptedException {
        int code = process.waitFor();
        // The JVM's own line about the incubating module.
        String errors = Files.readString(err).replaceAll("WARNING: Using incubator modules.*\\R", "");
        return new Cli(code, Files.readString(out), errors);
    }

    /** Sends it a signal, such as INT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
    }

    /** Stops it until it is killed, and waits, where that can be seen, until each of its threads stands still. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        while (Files.exists(tasks) && !stopped(tasks)) {
            Thread.sleep(2);
        }
    }

    private static boolean stopped(Path tasks) throws IOException {
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                if (!Files.readString(thread.resolve("status")).contains("State:\tT")) {
                    return false;
                }
            }
            return true;
        }
    }
}
