package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.io.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lanewise predict}: class and probabilities, or targets, of every row. */
@Command(name = "predict", mixinStandardHelpOptions = true, description = "Predict class and probabilities, or the targets of regression in their own units, of each row of a "
        + "CSV file, with or without a label or target columns, or of the test part of a data set. Rows count from 1.")
final class PredictCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "FILE", required = true, description = "A file that train wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path modelFile;

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "csv (a header, then a line for each row) or json (an array, an object a line). Default: "
            + "${DEFAULT-VALUE}.")
    private PredictionFormat format = PredictionFormat.csv;

    @Option(names = "--csv-safe", description = "csv: put an apostrophe before names of classes or targets that a spreadsheet would take for a formula (= + - @). "
            + "Default: names as they are, so that they read back.")
    private boolean csvSafe;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file, or to a device or pipe. Default: standard output.")
    private @Nullable Path out;

    @Mixin
    private final ThreadOptions threadOptions = new ThreadOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Failures.capabilities(command);
        if (csvSafe && format != PredictionFormat.csv) {
            throw new ParameterException(command,
                    "csv-safe: true (expected false for --format " + format
                            + ", which no spreadsheet reads)");
        }
        try (Workers workers = threadOptions.workers(command)) {
            DataSource source = dataOptions.source(command);
            Model model = Model.read(modelFile);
            dataOptions.requireKind(model, command);
            FeatureRows rows = source.predictionRows(model);
            model.requireFeatures(rows.name(), rows.features());
            if (out == null) {
                toStandardOutput(model, rows, workers, command.getOut());
            } else {
                toFile(model, rows, workers, out);
            }
        }
        return 0;
    }

    private void toStandardOutput(Model model, FeatureRows rows, Workers workers, PrintWriter stdout)
            throws IOException {
        BufferedWriter writer = new BufferedWriter(stdout);
        predict(model, rows, workers, writer);
        writer.flush();
    }

    private void toFile(Model model, FeatureRows rows, Workers workers, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new IOException(file + ": cannot be written to (expected a file in a folder that exists)");
        }
        AtomicFile.write(file, channel -> {
            Writer writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            predict(model, rows, workers, writer);
            writer.flush();
        });
    }

    private void predict(Model model, FeatureRows rows, Workers workers, Writer writer) throws IOException {
        int outputs = model.network().outputs();
        int capacity = Math.min(Predictor.usualCapacity(model.network()), rows.size());
        float[] features = new float[capacity * rows.features()];
        float[] values = new float[capacity * outputs];
        Predictor predictor = new Predictor(model.network(), capacity, workers);
        try (PredictionWriter predictions = format.writer(writer, model, csvSafe)) {
            for (int from = 0; from < rows.size(); from += capacity) {
                int count = Math.min(capacity, rows.size() - from);
                rows.source().copy(from, count, features);
                if (model.regression()) {
                    predictor.outputs(count, features, values);
                } else {
                    predictor.probabilities(count, features, values);
                }
                for (int i = 0; i < count; i++) {
                    predictions.row(from + i + 1, values, i * outputs);
                }
            }
        }
    }
}
