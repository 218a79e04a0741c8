package dev.lanewise.jmh;

import dev.lanewise.kernels.MachineLoad;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            usage: lanewise benchmark gemm|linear|pollution|kernels|elements-jdk|training [JMH options]
                   lanewise benchmark latency|cliff|bandwidth|optimizers|subnormals|statistics
                   lanewise benchmark peers [elements|training|optimizers] [options]
              gemm       matrix products: GFLOP/s, percent of the measured peak, ratio to blocked scalar Java and
                         to the definition; all of it takes half an hour, -p side=lanewise a third of that
              linear     a dense layer with ReLU: separate passes, fused, with packed weights
              pollution  products and layers in a fresh JVM and in one that has used every other kind before
              kernels    every other kernel: ns an element, GB/s, ratio to the definition; -p kernel=Losses,Activations.activate:RELU
                         chooses, -p columns=1000 shapes the matrices, --save FILE (first) writes the figures as CSV
              elements-jdk  exp, sigmoid, tanh and GELU beside the JDK's vector operators and Math: ns an element, errors
              latency    predictions, call by call: percentiles in microseconds
              cliff      squares 1 to 300: which are below 60 % of the speed of their neighbours
              bandwidth  simple kernels: percent of the measured bandwidth, and of what the ports of L1 allow
              optimizers optimizer steps of 1M and 10M parameters: ns a parameter, percent of the measured bandwidth
              training   epochs of whole trainings: samples/s, share and speed of the products, percent of the bound;
                         -p network=784-512-512-10:128 (widths:batch) -p threads=1 choose
              subnormals steps 5,000 to 5,500 of trainings with dead units beside steps 0 to 500; subnormals in the state
              statistics what statistics and logs cost, in percent of a training's time
              peers      matrix products beside OpenBLAS, MKL, oneDNN and netlib, or activations, softmax, dropout
                         and dense layers beside DJL, ND4J, oneDNN and ONNX Runtime, or steps of training and
                         updates by optimizers beside DJL and DL4J; --help lists its options
            JMH options, for example: -f 5 (forks) -p shape=NN:512x512x512,TN:784x512x128 -p side=lanewise,blocked
              -p threads=2 -prof gc; -h lists them""";

    /** Benchmarks of JMH by the word that runs them. */
    private static final Map<String, Suite> SUITES = Map.of("gemm",
            new Suite("GemmBenchmark", ResultTable::gemm), "linear",
            new Suite("LinearBenchmark", ResultTable::linear), "pollution",
            new Suite("PollutionBenchmark", ResultTable::pollution), "elements-jdk",
            new Suite("ElementBenchmark", ResultTable::elements), "training",
            new Suite("TrainingBenchmark", TrainingTable::of));
    /** Measurements of their own, without options. */
    private static final Map<String, Supplier<String>> REPORTS = Map.of("latency", Latency::table, "cliff",
            Cliff::report, "bandwidth", Bandwidth::table, "optimizers", OptimizerBandwidth::table,
            "subnormals", SubnormalCost::table, "statistics", StatisticsCost::table);

    private record Suite(String include, Function<Collection<RunResult>, String> table) {
    }

    /** Something that wrong options or a failing benchmark may end. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, CommandLineOptionException, RunnerException;
    }

    private Benchmarks() {
    }

    /** Exits 2 for wrong usage and 1 if a benchmark fails. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        List<String> options = List.of(args).subList(Math.min(1, args.length), args.length);
        Work work = work(name, options);
        if (List.of("-h", "--help").contains(name)) {
            System.out.println(USAGE);
        } else if (work == null) {
            System.err.println(USAGE);
            System.exit(2);
        } else {
            MachineLoad load = MachineLoad.start();
            run(work);
            System.out.println("\n" + load.verdict());
        }
    }

    private static @Nullable Work work(String name, List<String> options) {
        Suite suite = SUITES.get(name);
        Supplier<String> report = REPORTS.get(name);
        if (name.equals("kernels")) {
            return () -> KernelRun.of(options).run();
        }
        if (suite != null) {
            return () -> run(suite, options);
        }
        return report == null || !options.isEmpty() ? null : () -> System.out.println(report.get());
    }

    private static void run(Work work) throws IOException {
        try {
            work.run();
        } catch (CommandLineOptionException wrong) {
            System.err.println("benchmarks: " + wrong.getMessage());
            System.exit(2);
        } catch (RunnerException failed) {
            System.err.println("benchmarks: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(Suite suite, List<String> jmhOptions)
            throws IOException, CommandLineOptionException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(jmhOptions.toArray(String[]::new));
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        System.out.println(suite.table()
                .apply(new Runner(options(given).include(suite.include()).build()).run()));
    }

    /** The given options, in JVMs that have the vector module; three of them unless told otherwise. */
    static ChainedOptionsBuilder options(CommandLineOptions given) {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given)
                .shouldFailOnError(true)
                .jvmArgsAppend("--add-modules=jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow",
                        "-Dlanewise.backend=simd");
        return given.getForkCount().hasValue() ? options : options.forks(3);
    }
}
