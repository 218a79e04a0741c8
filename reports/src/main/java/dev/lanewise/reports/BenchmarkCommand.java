package dev.lanewise.reports;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code lanewise benchmark}: a program of its own, which the launcher runs; here stands its name for the help. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, description = "Measure kernels and trainings against the machine's limits; without a name it lists the benchmarks.")
final class BenchmarkCommand implements Callable<Integer> {
    @Unmatched
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> arguments;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "benchmark " + String.join(" ", arguments)
                + ": not in this program (expected a call through the launcher: ./lanewise benchmark)");
    }
}
