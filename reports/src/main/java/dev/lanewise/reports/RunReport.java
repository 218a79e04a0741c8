package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A run as one self-contained HTML page. */
final class RunReport {
    private RunReport() {
    }

    static String html(RunRecord run) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Lanewise: %1$s</title>
                <style>
                %2$s%3$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p class="note">A training run of Lanewise</p>
                """.formatted(Html.escape(run.dataset()), style(), LineChart.STYLE) + headline(run)
                + "<h2>Learning curve</h2>\n<div class=\"charts\">\n"
                + LearningCurve.loss(run.history()).svg(0, 0)
                + LearningCurve.accuracy(run.history()).svg(0, 0) + "</div>\n<h2>Settings</h2>\n"
                + settings(run)
                + "<h2>Network</h2>\n" + network(run.network()) + "<h2>Epochs</h2>\n" + epochs(run)
                + "<p class=\"note\">Training figures are taken while the weights still change, validation figures at "
                + "an epoch's end.</p>\n<h2>Machine</h2>\n" + machine(run) + "<h2>Repeat it</h2>\n"
                + repeat(run)
                + "</main>\n</body>\n</html>\n";
    }

    private static String headline(RunRecord run) {
        return """
                <div class="headline">
                <div><b>%s</b><span>test accuracy</span></div>
                <div><b>%s</b><span>test loss</span></div>
                <div><b>%s</b><span>test samples</span></div>
                <div><b>%s</b><span>parameters</span></div>
                </div>
                """.formatted(Figures.percent(run.test().accuracy()), Figures.loss(run.test().loss()),
                Figures.count(run.test().samples()), Figures.count(run.network().parameterCount()));
    }

    private static String settings(RunRecord run) {
        TrainOptions options = run.options();
        return Html.facts(List.of(
                List.of("Layers", run.network().spec()),
                List.of("Optimizer", options.optimizerName() + ", learning rate " + options.learningRate()),
                List.of("Epochs", Integer.toString(options.epochs())),
                List.of("Batch size", Integer.toString(options.batchSize())),
                List.of("Samples", Figures.count(run.trainSamples()) + " training, "
                        + Figures.count(run.validationSamples()) + " validation, "
                        + Figures.count(run.test().samples()) + " test"),
                List.of("Scaling of inputs", run.network().scaling().toString()),
                List.of("Seed", Long.toString(options.seed()))));
    }

    private static String network(Network network) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("input", Integer.toString(network.inputs()), ""));
        int width = network.inputs();
        for (int i = 0; i < network.layers().size(); i++) {
            width = network.layers().get(i).outputs(width);
            int end = i + 1 < network.layers().size() ? network.offset(i + 1) : network.parameterCount();
            rows.add(List.of(network.layers().get(i).spec(), Integer.toString(width),
                    Figures.count(end - network.offset(i))));
        }
        rows.add(List.of("total", "", Figures.count(network.parameterCount())));
        return Html.table(List.of("layer", "outputs", "parameters"), rows);
    }

    private static String epochs(RunRecord run) {
        List<List<String>> rows = run.history().epochs().stream().map(RunReport::epoch).toList();
        return Html.table(List.of("epoch", "training loss", "training accuracy", "validation loss",
                "validation accuracy", "seconds", "samples/s"), rows);
    }

    private static List<String> epoch(EpochMetrics epoch) {
        boolean validated = !Double.isNaN(epoch.validationAccuracy());
        return List.of(Integer.toString(epoch.epoch()), Figures.loss(epoch.trainLoss()),
                Figures.percent(epoch.trainAccuracy()),
                validated ? Figures.loss(epoch.validationLoss()) : "-",
                validated ? Figures.percent(epoch.validationAccuracy()) : "-",
                String.format(Locale.ROOT, "%.2f", epoch.seconds()), Figures.count(epoch.samplesPerSecond()));
    }

    private static String machine(RunRecord run) {
        return Html.facts(List.of(
                List.of("Kernels", Figures.backend(run.machine()) + " (" + run.machine().reason() + ")"),
                List.of("Threads", Integer.toString(run.threads())),
                List.of("Java", run.machine().java() + ", " + run.machine().jvm()),
                List.of("System", System.getProperty("os.name") + ", " + System.getProperty("os.arch"))));
    }

    private static String repeat(RunRecord run) {
        return "<pre>" + Html.escape(run.command())
                + "</pre>\n<p>It gives the same weights on every machine, at every "
                + "vector width and number of threads. SHA-256 of the weights:</p>\n<pre>"
                + run.weightsSha256()
                + "</pre>\n";
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(RunReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
