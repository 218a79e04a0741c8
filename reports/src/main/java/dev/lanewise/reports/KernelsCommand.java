package dev.lanewise.reports;

import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanewise kernels}: the contract of every kernel. */
@Command(name = "kernels", mixinStandardHelpOptions = true, description = "Show the contract of every kernel as a table in Markdown.")
final class KernelsCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "Write the table there, with the errors and speeds that accuracy.md and kernels.csv beside it hold.")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            spec.commandLine()
                    .getOut()
                    .print(new ContractTable(ObservedErrors.NONE, MeasuredSpeeds.NONE).markdown());
        } else {
            AtomicFile.write(out, pageBeside(out.toAbsolutePath()));
        }
        return 0;
    }

    /** The table with the figures of the files beside it. */
    static String pageBeside(Path file) throws IOException {
        return new ContractTable(ObservedErrors.read(file.resolveSibling("accuracy.md")),
                MeasuredSpeeds.read(file.resolveSibling("kernels.csv"))).markdown();
    }
}
