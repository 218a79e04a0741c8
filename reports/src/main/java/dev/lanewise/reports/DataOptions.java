package dev.lanewise.reports;

import dev.lanewise.nn.data.CsvFormat;
import dev.lanewise.nn.data.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
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

    @Option(names = "--label", paramLabel = "COLUMN", description = "CSV: the label column, by name or by index from 0 (-1 is the last). Default: what the model knows, or the last.")
    private @Nullable String label;

    @Option(names = "--target", paramLabel = "COLUMN[,COLUMN...]", description = "CSV: the target columns of regression, in place of a label; each by name or by index as a label (by index if its "
            + "name holds a comma). All other columns are features.")
    private @Nullable String target;

    @Option(names = "--header", paramLabel = "HEADER", description = "CSV: whether the first row holds the names of the columns: yes, no or auto, the default.")
    private @Nullable String header;

    @Option(names = "--separator", paramLabel = "SEPARATOR", description = "CSV: comma, semicolon, tab, pipe, space or another character. Default: auto, a comma, semicolon, tab or pipe "
            + "as the first rows show.")
    private @Nullable String separator;

    @Option(names = "--decimal", paramLabel = "DECIMAL", description = "CSV: point or comma in numbers. Default: auto, as the first rows show.")
    private @Nullable String decimal;

    @Option(names = "--missing", paramLabel = "TEXTS", description = "CSV: cells outside quotes that stand for missing values, such as \"NA,?,\", in all columns; empty ones always do. "
            + "Default: ? NA na N/A n/a #N/A NULL Null null None in columns of numbers; as labels these are classes.")
    private @Nullable String missing;

    /** Refuses to go on with a training whose data are gone. */
    void requireRepeatable(Path run) throws DataException {
        if (!DataSource.isRepeatable(data)) {
            throw new DataException("data: " + data + " (expected data that can be read again, to go on with "
                    + run + ": put the same rows into a file, and its name as \"data\" into "
                    + new RunFiles(run).config() + ")");
        }
    }

    /** All that is set, by the names of the options without dashes. */
    Map<String, Object> settings() {
        return Configuration.of(CommandSpec.forAnnotatedObject(this)).values();
    }

    /** The source that the options mean. */
    DataSource source(CommandLine command) throws IOException {
        if (label != null && target != null) {
            throw new ParameterException(command,
                    "label: " + label + ", target: " + target + " (expected one of them)");
        }
        List<String> targets = targetColumns(command);
        DataSource source = DataSource.of(data, dataDir, label, targets, format(command),
                notice -> Failures.say(command, notice));
        if (!source.isTable()) {
            refuseTableOptions(command);
        }
        return source;
    }

    private void refuseTableOptions(CommandLine command) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("label", label);
        columns.put("target", target);
        columns.put("header", header);
        columns.put("separator", separator);
        columns.put("decimal", decimal);
        columns.put("missing", missing);
        columns.forEach((name, value) -> {
            if (value != null) {
                throw new ParameterException(command, name + ": " + value + " (expected none for " + data
                        + ", only a CSV file has " + (name.equals("label") || name.equals("target")
                                ? "a " + name + " column)"
                                : "it)"));
            }
        });
    }

    private CsvFormat format(CommandLine command) {
        try {
            CsvFormat format = CsvFormat.AUTO
                    .withHeader(header == null ? "auto" : header)
                    .withSeparator(separator == null ? "auto" : separator)
                    .withDecimal(decimal == null ? "auto" : decimal);
            return missing == null ? format : format.withMissing(missing);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
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
