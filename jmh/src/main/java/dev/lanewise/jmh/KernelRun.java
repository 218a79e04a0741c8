package dev.lanewise.jmh;

import dev.lanewise.kernels.MachineProbe;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

/**
 * {@code lanewise benchmark kernels [--save FILE] [JMH options]}: the kernels of the catalogue, beside the copy bandwidth
 * measured before and after.
 *
 * @param file where the figures go, null for nowhere
 */
record KernelRun(@Nullable Path file, CommandLineOptions given) {
    private static final double SECONDS = 0.6;

    /** Refuses a file that could not be written, before hours are spent. */
    static KernelRun of(List<String> arguments) throws CommandLineOptionException {
        boolean saves = !arguments.isEmpty() && arguments.get(0).equals("--save");
        if (saves && arguments.size() < 2) {
            throw new CommandLineOptionException("--save: no file (expected --save FILE)");
        }
        Path file = saves ? Path.of(arguments.get(1)) : null;
        if (file != null && !Files.isDirectory(file.toAbsolutePath().resolveSibling("."))) {
            throw new CommandLineOptionException(
                    "--save: " + file + " (expected a file in an existing folder)");
        }
        List<String> rest = arguments.subList(saves ? 2 : 0, arguments.size());
        return new KernelRun(file, new CommandLineOptions(rest.toArray(String[]::new)));
    }

    /** Runs and prints; writes the figures if a file is named. */
    void run() throws IOException, CommandLineOptionException, RunnerException {
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        Options options = Benchmarks.options(given)
                .include("KernelBenchmark")
                .param("kernel", names(given.getParameter("kernel").orElse(List.of())))
                .build();
        String before = copy();
        KernelFigures figures = KernelFigures.of(new Runner(options).run());
        System.out.println("\ncopy bandwidth, 1 thread: " + before + " before, " + copy() + " after");
        System.out.println(figures.table());
        if (file != null) {
            figures.save(file);
        }
    }

    /** All names for nothing; a facade's class, such as {@code Losses}, for all of its kernels. */
    static String[] names(Collection<String> wanted) throws CommandLineOptionException {
        List<String> all = KernelCatalog.all().stream().map(Kernel::name).toList();
        List<String> names = new ArrayList<>(wanted.isEmpty() ? all : List.of());
        for (String one : wanted) {
            List<String> matching = all.stream()
                    .filter(n -> n.equals(one) || n.startsWith(one + ".") || n.startsWith(one + ":"))
                    .toList();
            if (matching.isEmpty()) {
                throw new CommandLineOptionException(
                        "kernel: " + one + " (expected a class such as Losses, or one of "
                                + String.join(", ", all) + ")");
            }
            names.addAll(matching);
        }
        return names.stream().distinct().toArray(String[]::new);
    }

    private static String copy() {
        try (Workers one = Workers.of(1)) {
            return String.format(Locale.ROOT, "%.1f GB/s", MachineProbe.copyGBps(one, SECONDS));
        }
    }
}
