package dev.lanewise.reports;

import dev.lanewise.nn.data.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that name the data. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "DATA", defaultValue = "digits", description = {
            "digits (embedded), mnist, fashion-mnist, a CSV file (plain or gzip), - for one on standard input, "
                    + "or a folder with four IDX files as MNIST has them. Default: ${DEFAULT-VALUE}."})
    private String data = "digits";

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where to look for mnist and fashion-mnist before LANEWISE_DATA and the cache folder.")
    private @Nullable Path dataDir;

    @Option(names = "--label", paramLabel = "COLUMN", description = "CSV: the label column, by name or by index from 0 (-1 is the last, the default).")
    private @Nullable String label;

    @Option(names = "--target", paramLabel = "COLUMN[,COLUMN...]", description = "CSV: the target columns of regression, in place of a label; each by name or by index as a label (by index if its "
            + "name holds a comma). All other columns are features.")
    private @Nullable String target;

    /** Refuses to go on with a training whose data are gone. */
    void requireRepeatable(Path run) throws DataException {
        if (!DataSource.isRepeatable(data)) {
            throw new DataException("data: " + data + " (expected data that can be read again, to go on with "
                    + run + ": put the same rows into a file, and its name as \"data\" into "
                    + new RunFiles(run).config() + ")");
        }
    }

    /** The source that the options mean. */
    DataSource source(CommandLine command) throws IOException {
        if (label != null && target != null) {
            throw new ParameterException(command,
                    "label: " + label + ", target: " + target + " (expected one of them)");
        }
        return DataSource.of(data, dataDir, label, targetColumns(command), command);
    }

    /** Refuses a column of the other kind than the model predicts. */
    void requireKind(Model model, CommandLine command) {
        if (model.regression() && label != null) {
            throw new ParameterException(command, "label: " + label + " (expected none, because "
                    + model.file() + " is a regression model: --target names its columns)");
        }
        if (!model.regression() && target != null) {
            throw new ParameterException(command, "target: " + target + " (expected none, because "
                    + model.file() + " is a classifier: --label names its column)");
        }
    }

    private List<String> targetColumns(CommandLine command) {
        if (target == null) {
            return List.of();
        }
        List<String> columns = Stream.of(target.split(",", -1)).map(String::strip).toList();
        if (columns.contains("")) {
            throw new ParameterException(command,
                    "target: \"" + target + "\" (expected columns, separated by commas)");
        }
        return columns;
    }
}
