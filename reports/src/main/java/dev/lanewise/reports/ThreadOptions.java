package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that every computing command has. */
final class ThreadOptions {
    @Option(names = "--threads", paramLabel = "N", description = "Threads to compute on; results do not depend on it. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--verbose", description = "Show the stack trace of a failure.")
    private boolean verbose;

    int threads() {
        return threads;
    }

    Workers workers(CommandLine command) {
        if (threads < 1 || threads > Workers.MAX_PARTS) {
            throw new ParameterException(command,
                    "threads: " + threads + " (expected 1 to " + Workers.MAX_PARTS + ")");
        }
        return Workers.of(threads);
    }
}
