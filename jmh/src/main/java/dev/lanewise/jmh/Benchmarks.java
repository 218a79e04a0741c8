package dev.lanewise.jmh;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks in JMH and prints a table: {@code lanewise benchmark gemm [JMH options]}. */
public final class Benchmarks {
    private static final String USAGE = """
            usage: lanewise benchmark gemm|linear|pollution|kernels [JMH options]
                   lanewise benchmark latency|cliff
                   lanewise benchmark peers [options]
              gemm       matrix products: GFLOP/s, percent of the measured peak, ratio to blocked scalar Java and
                         to the definition; all of it takes half an hour, -p side=lanewise a third of that
              linear     a dense layer with ReLU: separate passes, fused, with packed weights
              pollution  products and layers in a fresh JVM and in one that has used every other kind before
              kernels    every other kernel: ns an element, ratio to the definition
              latency    predictions, call by call: percentiles in microseconds
              cliff      squares 1 to 300: which are below 60 % of the speed of their neighbours
              peers      matrix products beside OpenBLAS, MKL, oneDNN and netlib; --help lists its options
            JMH options, for example: -f 5 (forks) -p shape=NN:512x512x512,TN:784x512x128 -p side=lanewise,blocked
              -p threads=2 -prof gc; -h lists them""";

    /** Benchmarks of JMH by the word that runs them. */
    private static final Map<String, Suite> SUITES = Map.of("gemm",
            new Suite("GemmBenchmark", ResultTable::gemm), "linear",
            new Suite("LinearBenchmark", ResultTable::linear), "pollution",
            new Suite("PollutionBenchmark", ResultTable::pollution), "kernels",
            new Suite("KernelBenchmark", ResultTable::kernels));
    /** Measurements of their own, without options. */
    private static final Map<String, Supplier<String>> REPORTS = Map.of("latency", Latency::table, "cliff",
            Cliff::report);

    private record Suite(String include, Function<Collection<RunResult>, String> table) {
    }

    private Benchmarks() {
    }

    /** Exits 2 for wrong usage and 1 if a benchmark fails. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Suite suite = SUITES.get(name);
        Supplier<String> report = REPORTS.get(name);
        if (suite != null) {
            run(suite, List.of(args).subList(1, args.length).toArray(String[]::new));
        } else if (report != null && args.length == 1) {
            System.out.println(report.get());
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static void run(Suite suite, String[] jmhOptions) throws IOException {
        try {
            CommandLineOptions given = new CommandLineOptions(jmhOptions);
            if (given.shouldHelp()) {
                given.showHelp();
                return;
            }
            System.out.println(suite.table().apply(results(suite, given)));
        } catch (CommandLineOptionException wrong) {
            System.err.println("benchmarks: " + wrong.getMessage());
            System.exit(2);
        } catch (RunnerException failed) {
            System.err.println("benchmarks: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static Collection<RunResult> results(Suite suite, CommandLineOptions given)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given)
                .shouldFailOnError(true)
                .jvmArgsAppend("--add-modules=jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow",
                        "-Dlanewise.backend=simd");
        if (!given.getForkCount().hasValue()) {
            options.forks(3);
        }
        return new Runner(options.include(suite.include()).build()).run();
    }
}
