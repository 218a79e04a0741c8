package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.io.AtomicFile;
import dev.lanewise.reports.experiments.Experiment;
import dev.lanewise.reports.experiments.Experiments;
import dev.lanewise.reports.experiments.Setting;
import dev.lanewise.reports.page.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lanewise experiments}: the figures of the lecture, run for real, each with its claim checked. */
@Command(name = "experiments", mixinStandardHelpOptions = true, sortOptions = false, description = "Run figures of the lecture and check what they claim; writes experiments.html, and the main plot of each as NAME.svg.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:all claims hold", "1:failed, also by a claim that does not hold", "2:wrong usage",
        "130, 143, 129:interrupted by Ctrl-C, SIGTERM or a closed terminal; the page holds the experiments that were finished"})
final class ExperimentsCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which experiments, in the order in which they are to run, or all of them; --list names them.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Name all experiments, and run none.")
    private boolean list;

    @Option(names = "--quick", description = "Fewer samples and epochs: seconds for each instead of minutes.")
    private boolean quick;

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seeds all random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final ThreadOptions threadOptions = new ThreadOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the page, new or empty. Default: runs/DATE-TIME-experiments.")
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
        if (list) {
            Experiments.all().forEach(each -> command.getOut().println(each.name() + "  " + each.title()));
            return 0;
        }
        List<Experiment> chosen = chosen();
        Capabilities machine = Failures.capabilities(command);
        try (Workers workers = threadOptions.workers(command)) {
            DataSource source = dataOptions.source(command);
            Split data = source.split(seed);
            checkClasses(data.train());
            Setting setting = new Setting(data, source.scaling(data.train()), quick, seed, workers);
            Path folder = RunFolder.reserve(out, "experiments");
            try {
                ExperimentsPage page = new ExperimentsPage(setting, Configuration.of(spec), machine);
                return run(chosen, setting, page, folder.resolve("experiments.html"), main.interruption(),
                        command.getOut());
            } finally {
                RunFolder.release(folder);
            }
        }
    }

    /**
     * Runs them one after the other; the exit code. After each its main plot and the page of all so far are written, which is
     * what an interruption leaves.
     */
    static int run(List<Experiment> experiments, Setting setting, ExperimentsPage page, Path file,
            Interruption interruption, PrintWriter out) throws IOException {
        List<ExperimentResult> results = new ArrayList<>();
        interruption.endBy(() -> sayInterrupted(results, experiments.size(), file, out));
        for (Experiment experiment : experiments) {
            ExperimentResult result = ExperimentResult.of(experiment, setting);
            interruption.whole(() -> {
                results.add(result);
                result.lines().forEach(out::println);
                out.flush();
                write(result, results, page, file);
            });
        }
        out.println("page: " + file);
        out.println(ExperimentResult.summary(results));
        return ExperimentResult.holding(results) == ExperimentResult.checks(results) ? 0 : 1;
    }

    private static void write(ExperimentResult last, List<ExperimentResult> results, ExperimentsPage page,
            Path file) throws IOException {
        if (!last.outcome().plots().isEmpty()) {
            AtomicFile.write(file.resolveSibling(last.experiment().name() + ".svg"),
                    Sheet.svg(List.of(last.outcome().plots().getFirst())));
        }
        AtomicFile.write(file, page.html(results));
    }

    private static void sayInterrupted(List<ExperimentResult> results, int all, Path file, PrintWriter out) {
        out.println("interrupted after " + results.size() + " of " + all
                + (all == 1 ? " experiment" : " experiments"));
        if (results.isEmpty()) {
            RunFolder.release(file.resolveSibling(""));
        } else {
            out.println("page: " + file);
            out.println(ExperimentResult.summary(results));
        }
        out.flush();
    }

    private List<Experiment> chosen() {
        if (names.isEmpty()) {
            throw unknown("none");
        }
        return names.contains(ALL) && names.size() == 1
                ? Experiments.all()
                : names.stream().distinct().map(this::experiment).toList();
    }

    private Experiment experiment(String name) {
        return Experiments.all()
                .stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private ParameterException unknown(String name) {
        return new ParameterException(spec.commandLine(), "experiment: " + name + " (expected " + ALL
                + " or one of: "
                + Experiments.all().stream().map(Experiment::name).collect(Collectors.joining(" ")) + ")");
    }

    /** Refuses data on which no class can be learnt. */
    private static void checkClasses(Dataset train) throws DataException {
        if (train.classes() < 2) {
            throw new DataException(train.name() + ": " + (train.targets() > 0 ? "regression" : "one class")
                    + " (expected at least 2 classes)");
        }
    }
}
