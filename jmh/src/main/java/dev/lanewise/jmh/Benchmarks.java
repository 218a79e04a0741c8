package dev.lanewise.jmh;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks in JMH and prints a table: {@code lanewise benchmark gemm|kernels|latency [JMH options]}. */
public final class Benchmarks {
    private static final String USAGE = """
            usage: lanewise benchmark gemm|kernels [JMH options]
                   lanewise benchmark latency
                   lanewise benchmark peers [options]
              gemm      matrix products: GFLOP/s, percent of the measured peak, ratio to blocked scalar Java and to the
                        definition; all takes half an hour, -p side=lanewise a third of it
              kernels   every other kernel: ns an element, ratio to the definition
              latency   predictions, call by call: percentiles in microseconds
              peers     matrix products beside OpenBLAS, MKL, oneDNN and netlib; --help lists its options
            JMH options, for example: -f 5 (forks) -p shape=NN:512x512x512 -p threads=2 -prof gc; -h lists them""";

    private Benchmarks() {
    }

    /** Exits 2 for wrong usage and 1 if a benchmark fails. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0 || !List.of("gemm", "kernels", "latency").contains(args[0])) {
            System.err.println(USAGE);
            System.exit(2);
        }
        if (args[0].equals("latency")) {
            System.out.println(Latency.table());
            return;
        }
        try {
            CommandLineOptions given = new CommandLineOptions(
                    List.of(args).subList(1, args.length).toArray(String[]::new));
            if (given.shouldHelp()) {
                given.showHelp();
                return;
            }
            Collection<RunResult> results = run(args[0].equals("gemm"), given);
            System.out.println(
                    args[0].equals("gemm") ? ResultTable.gemm(results) : ResultTable.kernels(results));
        } catch (CommandLineOptionException wrong) {
            System.err.println("benchmarks: " + wrong.getMessage());
            System.exit(2);
        } catch (RunnerException failed) {
            System.err.println("benchmarks: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static Collection<RunResult> run(boolean gemm, CommandLineOptions given) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given)
                .shouldFailOnError(true)
                .jvmArgsAppend("--add-modules=jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow",
                        "-Dlanewise.backend=simd");
        if (!given.getForkCount().hasValue()) {
            options.forks(3);
        }
        options.include(gemm ? "GemmBenchmark" : "KernelBenchmark");
        return new Runner(options.build()).run();
    }
}
