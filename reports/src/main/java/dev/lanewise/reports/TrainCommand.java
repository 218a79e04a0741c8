package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lanewise train}: trains a network and writes a run folder. Everything is checked before time is spent. */
@Command(name = "train", description = "Train a network; writes the model, run.json and report.html.", mixinStandardHelpOptions = true, sortOptions = false, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:done", "1:failed, also by a loss that is not finite", "2:wrong usage",
        "130, 143, 129:interrupted by Ctrl-C, SIGTERM or a closed terminal, and saved for --resume"})
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Mixin
    private final TrainingPlan plan = new TrainingPlan();

    @Mixin
    private final ThreadOptions threadOptions = new ThreadOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the run: new, empty, or of a run that was killed before it saved anything. Default: "
            + "runs/DATE-TIME-DATASET.")
    private @Nullable Path out;

    @Mixin
    private final LogOptions logOptions = new LogOptions();

    @Mixin
    private final CourseOptions courseOptions = new CourseOptions();

    @Option(names = "--preflight", description = "Do not train: check in seconds the initial loss, whether one batch can be learnt by heart, gradients, "
            + "input scale, label balance, and whether test rows are new. Exit code 1 if something is wrong.")
    private boolean preflight;

    @Option(names = "--quiet", description = "Print the last line only.")
    private boolean quiet;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Makes something of settings. */
    private interface Settings<T> {
        T apply() throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Capabilities machine = Failures.capabilities(command);
        configure(command);
        checked(this::check);
        try (Workers workers = threadOptions.workers(command)) {
            if (courseOptions.resume() != null) {
                dataOptions.requireRepeatable(courseOptions.resume());
            }
            DataSource source = dataOptions.source(command);
            Split data = source.split(plan.seed());
            checkRows(data.train());
            TrainingJob job = checked(() -> job(source, data, workers, machine));
            if (preflight) {
                return job.preflight() ? 0 : 1;
            }
            return courseOptions.resume() == null
                    ? start(job, data.train().name())
                    : job.resume(courseOptions.resume());
        }
    }

    /** What the command line does not say, a configuration says. */
    private void configure(CommandLine command) throws IOException {
        Configuration configuration = courseOptions.configuration(command);
        if (configuration != null) {
            configuration.applyTo(spec, option -> !command.getParseResult().hasMatchedOption(option));
        }
    }

    private boolean check() {
        plan.check();
        logOptions.check();
        courseOptions.check();
        return true;
    }

    /** Refuses data on which nothing can be learnt. */
    private void checkRows(Dataset train) throws DataException {
        if (train.targets() == 0 && train.classes() < 2) {
            throw new DataException(train.name() + ": " + train.classes() + " class (expected at least 2)");
        }
        double validation = plan.validation(train.size());
        long rows = Math.round(train.size() * validation);
        if (validation > 0 && (rows == 0 || rows == train.size())) {
            throw new ParameterException(spec.commandLine(),
                    "validation: " + validation + " of " + train.size() + " training rows is " + rows
                            + " rows (expected 1 to " + (train.size() - 1) + ", or validation 0)");
        }
    }

    /** Builds the network and its trainer, and refuses what would fail later. */
    private TrainingJob job(DataSource source, Split data, Workers workers, Capabilities machine)
            throws IOException {
        Trainer trainer = plan.trainer(source, data.train(), workers);
        Split held = plan.validation(data.train().size()) == 0 ? null : trainer.holdOut(data.train());
        Dataset train = held == null ? data.train() : held.train();
        Dataset validation = held == null ? null : held.test();
        plan.weigh(trainer, train);
        trainer.test(data.test()).check(train, validation);
        return new TrainingJob(data.train(), train, validation, data.test(), trainer.network(), trainer,
                Configuration.of(spec), logOptions, courseOptions, courseOptions.shallower(trainer, train),
                main.interruption(), workers.threads(),
                machine, spec.commandLine().getOut(), quiet);
    }

    private int start(TrainingJob job, String dataset) throws IOException {
        Path folder = RunFolder.reserve(out, dataset);
        try {
            return job.begin(folder);
        } finally {
            RunFolder.release(folder);
        }
    }

    /** A setting that the library refuses is wrong usage. */
    private <T> T checked(Settings<T> settings) throws IOException {
        try {
            return settings.apply();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(),
                    courseOptions.origin(String.valueOf(wrong.getMessage()), spec.commandLine()), wrong);
        }
    }
}
