package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** {@code lanewise recipe}: from a bad configuration to a good one, step by step. */
@Command(name = "recipe", mixinStandardHelpOptions = true, sortOptions = false, description = "Train, diagnose, apply the first remedy, and repeat until nothing is wrong; writes the settings that were found.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:cured", "1:failed, or not cured", "2:wrong usage",
        "130, 143, 129:interrupted by Ctrl-C, SIGTERM or a closed terminal; the best settings so far are written"})
final class RecipeCommand implements Callable<Integer> {
    private static final String HELD_OUT = "0.1";
    private static final int HIDDEN = 6;

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Where to begin: settings of train, such as the config.json of a run. Default: six layers of 100 sigmoids, plain "
            + "gradient descent.")
    private @Nullable Path config;

    @Option(names = "--budget", paramLabel = "MINUTES", defaultValue = "5", description = "Time for everything. Default: ${DEFAULT-VALUE}.")
    private double budget;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seeds all trainings. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final ThreadOptions threadOptions = new ThreadOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the result, new or empty. Default: runs/DATE-TIME-recipe.")
    private @Nullable Path out;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Failures.capabilities(command);
        if (!(budget > 0 && budget <= 1e5)) {
            throw new ParameterException(command, "budget: " + budget + " (expected > 0 and at most 100000)");
        }
        try (Workers workers = threadOptions.workers(command)) {
            DataSource source = dataOptions.source(command);
            Split data = source.split(seed);
            Configuration start = start(data.train());
            Split held = holdOut(source, data.train(), start, workers);
            Path folder = RunFolder.reserve(out, "recipe");
            try {
                return run(source, data, held, start, workers, new RunFiles(folder));
            } finally {
                RunFolder.release(folder);
            }
        }
    }

    /** As train divides the rows; refuses settings that do not fit them. */
    private Split holdOut(DataSource source, Dataset train, Configuration start, Workers workers)
            throws IOException {
        try {
            return TrainingPlan.of(start).trainer(source, train, workers).holdOut(train);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int run(DataSource source, Split data, Split held, Configuration start, Workers workers,
            RunFiles files) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        RecipeResult result = new RecipeResult(data, files, main.interruption(), print);
        Recipe recipe = new Recipe(source, data.train(), held, workers,
                Duration.ofMillis((long) (budget * 60_000)), result);
        Attempt best = recipe.run(start);
        result.end(best, best.trainer().evaluate(data.test()), best.end(data.test()));
        return best.diagnosis().healthy() ? 0 : 1;
    }

    /** The given settings, or bad ones; with these data and this seed. */
    private Configuration start(Dataset train) throws IOException {
        CommandLine command = spec.commandLine();
        Map<String, Object> values = new LinkedHashMap<>();
        if (config == null) {
            int outputs = Math.max(train.classes(), train.targets());
            values.put("layers", "dense:100 sigmoid ".repeat(HIDDEN) + "dense:" + outputs);
            values.put("optimizer", "sgd");
            values.put("learning-rate", "0.1");
            values.put("epochs", "5");
        } else {
            values.putAll(read(config, command));
        }
        values.merge("validation", HELD_OUT,
                (given, usual) -> Double.parseDouble(given.toString()) > 0 ? given : usual);
        values.putAll(dataOptions.settings());
        values.put("seed", Long.toString(seed));
        return checked(new Configuration(values));
    }

    private static Map<String, Object> read(Path config, CommandLine command) throws IOException {
        try {
            return Configuration.read(config, new CommandLine(new TrainCommand()).getCommandSpec()).values();
        } catch (ConfigurationException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Configuration checked(Configuration settings) {
        try {
            TrainingPlan.of(settings);
            return settings;
        } catch (IllegalArgumentException | ParameterException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
