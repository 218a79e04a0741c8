package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.io.AtomicFile;
import dev.lanewise.nn.io.ModelFile;
import dev.lanewise.nn.io.WeightsDigest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lanewise train}: trains a network and writes a run folder. Everything is checked before time is spent. */
@Command(name = "train", description = "Train a network; writes the model, run.json and report.html.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Mixin
    private final TrainOptions options = new TrainOptions();

    @Mixin
    private final ThreadOptions threadOptions = new ThreadOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the run, new or empty. Default: runs/DATE-TIME-DATASET.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "Print the last line only.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Capabilities machine = Failures.capabilities(command);
        checked(() -> {
            options.check();
            return options;
        });
        try (Workers workers = threadOptions.workers(command)) {
            DataSource source = dataOptions.source(command);
            Split data = source.split(options.seed());
            Network network = network(source, data.train());
            Path folder = RunFolder.reserve(out, data.train().name());
            try {
                train(machine, data, network, workers, folder);
            } finally {
                RunFolder.release(folder);
            }
        }
        return 0;
    }

    /** Builds the network, and refuses what would fail later. */
    private Network network(DataSource source, Dataset train) throws DataException {
        if (train.classes() < 2) {
            throw new DataException(train.name() + ": " + train.classes() + " class (expected at least 2)");
        }
        long validationRows = Math.round(train.size() * options.validation());
        if (options.validation() > 0 && (validationRows == 0 || validationRows == train.size())) {
            throw new ParameterException(spec.commandLine(),
                    "validation: " + options.validation() + " of " + train.size() + " training rows is "
                            + validationRows + " rows (expected 1 to " + (train.size() - 1)
                            + ", or validation 0)");
        }
        return checked(() -> Network.input(train.features())
                .scaling(source.scaling(train))
                .classNames(train.classNames())
                .add(options.layers(train.classes()))
                .build(options.seed()));
    }

    private void train(Capabilities machine, Split data, Network network, Workers workers, Path folder)
            throws IOException {
        PrintWriter stdout = spec.commandLine().getOut();
        Trainer trainer = options.configure(Trainer.of(network)).workers(workers);
        SampleCounter counter = new SampleCounter();
        trainer.listener(counter);
        if (!quiet) {
            stdout.println(
                    "data: " + data.train() + "; test: " + Figures.count(data.test().size()) + " rows");
            stdout.println(network);
            stdout.println(
                    "backend: " + Figures.backend(machine) + ", " + Figures.threads(workers.threads()));
            stdout.flush();
            ProgressPrinter.addTo(trainer, stdout);
        }
        History history = trainer.fit(data.train());
        warnOfDivergence(history);
        Evaluation test = trainer.evaluate(data.test());
        String sha256 = WeightsDigest.sha256(network);
        write(new RunRecord(data.train().name(), network, options, workers.threads(), machine,
                counter.samples(),
                data.train().size() - counter.samples(), history, test, sha256,
                RepeatCommand.of(dataOptions, options, network, workers.threads())), folder);
        stdout.println("test " + Figures.result(test) + "  weights sha256 " + sha256 + "  run "
                + folder);
    }

    /** Each file is whole or absent; run.json comes last, so that a folder with it is complete. */
    private static void write(RunRecord run, Path folder) throws IOException {
        ModelFile.write(run.network(), folder.resolve("model.safetensors"));
        AtomicFile.write(folder.resolve("learning-curve.svg"), LearningCurve.svg(run.history()));
        AtomicFile.write(folder.resolve("report.html"), RunReport.html(run));
        AtomicFile.write(folder.resolve("run.json"), RunJson.of(run));
    }

    private void warnOfDivergence(History history) {
        history.epochs()
                .stream()
                .filter(epoch -> !Double.isFinite(epoch.trainLoss()))
                .findFirst()
                .ifPresent(
                        epoch -> spec.commandLine()
                                .getErr()
                                .println("lanewise: warning: the loss is not finite from epoch "
                                        + epoch.epoch() + " on; a smaller --learning-rate may help"));
    }

    /** A setting that the library refuses is wrong usage. */
    private <T> T checked(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
