package dev.lanewise.reports;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher, a JDK and a Maven that only say how they were called, and a build that is newer than
 * its sources.
 */
record Checkout(Path root, Path tools) {
    private static final Path LAUNCHER = Path.of("..", "lanewise");
    private static final String STAMP = "reports/target/.built";

    static Checkout in(Path root, Path tools) throws IOException {
        for (String folder : List.of("kernels/src/main", "nn/src/main", "reports/src/main", "reports/target",
                "jmh/src")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String file : List.of("pom.xml", "kernels/pom.xml", "nn/pom.xml", "reports/pom.xml",
                "jmh/pom.xml")) {
            Files.createFile(root.resolve(file));
        }
        Files.copy(LAUNCHER, root.resolve("lanewise")).toFile().setExecutable(true);
        Files.createFile(root.resolve(STAMP));
        Checkout checkout = new Checkout(root, tools);
        Files.createDirectories(tools.resolve("bin"));
        Files.writeString(tools.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        checkout.tool("java",
                "echo \"pid $$\"; echo \"ctype ${LC_ALL:-$LC_CTYPE}\"; printf '<%s>\\n' \"$@\"");
        checkout.tool("mvn", "echo \"mvn $*\" >&2; exit 9");
        return checkout;
    }

    /** Replaces a tool by shell commands. */
    void tool(String name, String commands) throws IOException {
        Path file = Files.writeString(tools.resolve("bin").resolve(name), "#!/bin/sh\n" + commands + "\n");
        file.toFile().setExecutable(true);
    }

    /** Makes the build older than its sources. */
    void outdate() throws IOException {
        Files.setLastModifiedTime(root.resolve(STAMP), FileTime.fromMillis(0));
    }

    void removeBuild() throws IOException {
        Files.delete(root.resolve(STAMP));
    }

    /** Puts the classes of this build where the launcher looks for them, and takes the real JDK. */
    Checkout withClasses() throws IOException {
        Path classes = Files.createDirectories(root.resolve("reports/target/classes/dev/lanewise"));
        Path lib = Files.createDirectories(root.resolve("reports/target/lib"));
        String path = System.getProperty("jdk.module.path", "") + File.pathSeparator
                + System.getProperty("java.class.path");
        for (String element : path.split(File.pathSeparator, -1)) {
            Path from = Path.of(element).toAbsolutePath();
            Path parts = from.resolve("dev/lanewise");
            if (element.endsWith(".jar")) {
                copy(from, lib.resolve(from.getFileName()));
            } else if (Files.isDirectory(parts) && !Files.exists(parts.resolve("reports/Checkout.class"))) {
                copy(parts, classes);
            }
        }
        return new Checkout(root, Path.of(System.getProperty("java.home")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private ProcessBuilder builder(Path folder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("LC_.*|LANG|CDPATH|.*JAVA.*"));
        builder.environment().put("PATH", tools.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", tools.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a command to its end, with both of its streams as output. */
    Cli run(Path folder, Map<String, String> environment, Object... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        Stream.of(command).forEach(word -> words.add(word.toString()));
        ProcessBuilder builder = builder(folder, environment, words);
        Path out = Files.createTempFile("launcher", ".out");
        try {
            int code = builder.redirectOutput(out.toFile()).start().waitFor();
            return new Cli(code, Files.readString(out), "");
        } finally {
            Files.delete(out);
        }
    }
}
