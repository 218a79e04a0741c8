package dev.lanewise.jmh.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Starts contestants from the folder that the Maven profile fills: {@code benchmarks.jar} and a folder of jars each. */
final class ContestantLauncher {
    /** Settings of the caller's that would change a contestant. */
    private static final List<String> FOREIGN = List.of("OPENBLAS_", "GOTO_", "MKL_", "OMP_", "KMP_", "GOMP_",
            "DNNL_",
            "ONEDNN_", "DJL_", "PYTORCH_", "ND4J_", "ORT_", "MALLOC_", "GLIBC_TUNABLES", "LD_PRELOAD",
            "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final Contest contest;
    private final Path folder;
    private final Path java;
    private final List<String> ownOptions;

    /** {@code ownOptions}: of the JVM that runs Lanewise. */
    ContestantLauncher(Contest contest, Path folder, List<String> ownOptions) {
        this.contest = contest;
        this.folder = folder;
        this.ownOptions = ownOptions;
        java = Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Its measuring thread is pinned to a processor if one is given. */
    ContestantProcess start(Contestant contestant, int threads, OptionalInt processor) throws IOException {
        Path log = Files.createDirectories(folder.resolve("log"))
                .resolve(contestant.name().toLowerCase(Locale.ROOT) + "-" + threads + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(contestant, threads, processor))
                .redirectError(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        environment.putAll(contestant.environment(threads));
        return new ContestantProcess(builder);
    }

    private List<String> command(Contestant contestant, int threads, OptionalInt processor) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        Path unpacked = folder.resolve("unpacked");
        command.addAll(contestant.jvmOptions(unpacked, threads));
        if (contestant == Contestant.LANEWISE) {
            command.addAll(ownOptions);
        }
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir=" + unpacked, "-cp", classPath(contestant),
                ContestantMain.class.getName(), contest.name(), contestant.name(),
                Integer.toString(threads)));
        processor.ifPresent(p -> command.add(Integer.toString(p)));
        return command;
    }

    private String classPath(Contestant contestant) {
        String own = folder.resolve("benchmarks.jar").toString();
        return contestant.jars().isEmpty()
                ? own
                : own + File.pathSeparator + folder.resolve(contestant.jars()).resolve("*");
    }
}
