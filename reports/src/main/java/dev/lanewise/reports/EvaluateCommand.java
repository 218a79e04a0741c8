package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanewise evaluate}: loss and accuracy of a model file. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Measure a model on the test part of a data set, or on all rows of a CSV file.")
final class EvaluateCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "FILE", required = true, description = "A file that train wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path modelFile;

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Mixin
    private final ThreadOptions threadOptions = new ThreadOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Failures.capabilities(command);
        try (Workers workers = threadOptions.workers(command)) {
            DataSource source = dataOptions.source(command);
            Model model = Model.read(modelFile);
            Dataset data = source.evaluationRows(model.network().classNames());
            model.requireFit(data);
            Evaluation result = Trainer.of(model.network()).workers(workers).evaluate(data);
            PrintWriter out = command.getOut();
            out.println("data: " + data + " (" + source.evaluationPart() + ")");
            out.println(source.resultName() + Figures.result(result) + "  samples "
                    + Figures.count(result.samples()));
        }
        return 0;
    }
}
