package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.LossParser;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code lanewise evaluate}: loss and accuracy of a model file, or the errors of its targets in their own units. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Measure a model on the test part of a data set, or on all rows of a CSV file.")
final class EvaluateCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "FILE", required = true, description = "A file that train wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path modelFile;

    @Mixin
    private final DataOptions dataOptions = new DataOptions();

    @Option(names = "--loss", paramLabel = "LOSS", description = "What training made small: "
            + LossParser.KNOWN
            + ". Default: cross-entropy for a classifier, mse for a regression model.")
    private @Nullable String loss;

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
            Loss chosen = loss == null ? null : loss(loss);
            Model model = Model.read(modelFile);
            dataOptions.requireKind(model, command);
            Loss measured = chosen == null ? model.usualLoss() : chosen;
            requireKind(measured, model);
            Dataset data = source.evaluationRows(model);
            model.requireFit(data);
            Evaluation result = Trainer.of(model.network()).workers(workers).loss(measured).evaluate(data);
            PrintWriter out = command.getOut();
            out.println(PlainWriter.message("data: " + data + " (" + source.evaluationPart() + ")"));
            if (model.regression()) {
                printTargets(model, measured, result, out);
            }
            out.println(source.resultName() + Figures.result(result) + "  samples "
                    + Figures.count(result.samples()));
        }
        return 0;
    }

    private Loss loss(String word) {
        try {
            return LossParser.parse(Words.of(word));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The outputs of regression are values, no logits. */
    private void requireKind(Loss measured, Model model) {
        boolean logits = measured instanceof Loss.SoftmaxCrossEntropy
                || measured instanceof Loss.BinaryCrossEntropy;
        if (model.regression() && logits) {
            throw new ParameterException(spec.commandLine(), "loss: " + measured.spec()
                    + " (expected mse, mae or huber, because " + model.file() + " is a regression model)");
        }
    }

    private static void printTargets(Model model, Loss measured, Evaluation result, PrintWriter out) {
        TargetScaling scaling = model.network().targetScaling();
        out.println("loss: " + measured.spec() + " of the targets" + (scaling.isNone()
                ? " as they are"
                : " as trained on, (target - mean) / deviation, with " + scaling));
        if (result.targets().size() > 1) {
            for (int j = 0; j < result.targets().size(); j++) {
                out.println(PlainWriter.message(
                        model.outputNames().get(j) + ": " + Figures.score(result.targets().get(j))));
            }
        }
    }
}
