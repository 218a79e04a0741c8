package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many threads to compute on. */
final class ThreadOptions {
    @Option(names = "--threads", paramLabel = "N", description = "Threads to compute on; results do not depend on it. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

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
