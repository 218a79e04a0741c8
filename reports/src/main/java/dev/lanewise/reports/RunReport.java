package dev.lanewise.reports;

import dev.lanewise.nn.Ending;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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
                + LearningCurve.charts(run.history())
                        .stream()
                        .map(chart -> chart.svg(0, 0))
                        .collect(Collectors.joining())
                + "</div>\n<h2>Settings</h2>\n"
                + settings(run)
                + "<h2>Network</h2>\n" + network(run.network()) + "<h2>Epochs</h2>\n" + epochs(run)
                + "<p class=\"note\">" + ending(run.history())
                + "Training figures are taken while the weights still change, validation figures at "
                + "an epoch's end.</p>\n<h2>Machine</h2>\n" + machine(run) + "<h2>Repeat it</h2>\n"
                + repeat(run)
                + "</main>\n</body>\n</html>\n";
    }

    private static String headline(RunRecord run) {
        Evaluation test = run.test();
        List<List<String>> figures = new ArrayList<>();
        if (run.regression()) {
            for (int j = 0; j < test.targets().size(); j++) {
                figures.add(List.of(Figures.measure(test.targets().get(j).rmse()),
                        "test RMSE of " + Html.escape(run.targetName(j))));
            }
            figures.add(List.of(Figures.r2(test.r2()), "test R\u00b2"));
        } else {
            figures.add(List.of(Figures.percent(test.accuracy()), "test accuracy"));
        }
        figures.add(List.of(Figures.loss(test.loss()), "test loss"));
        figures.add(List.of(Figures.count(test.samples()), "test samples"));
        figures.add(List.of(Figures.count(run.network().parameterCount()), "parameters"));
        return figures.stream()
                .map(figure -> "<div><b>" + figure.get(0) + "</b><span>" + figure.get(1) + "</span></div>\n")
                .collect(Collectors.joining("", "<div class=\"headline\">\n", "</div>\n"));
    }

    private static String settings(RunRecord run) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("samples", Figures.count(run.trainSamples()) + " training, "
                + Figures.count(run.validationSamples()) + " validation, "
                + Figures.count(run.test().samples()) + " test"));
        facts.add(List.of("scaling of inputs", run.network().scaling().toString()));
        if (run.regression()) {
            facts.add(List.of("scaling of targets", run.network().targetScaling().toString()));
        }
        run.configuration().values().forEach((key, value) -> facts.add(List.of(key, value.toString())));
        return Html.facts(facts);
    }

    private static String ending(History history) {
        String restored = history.restoredEpoch() == 0
                ? ""
                : " The weights are those of epoch " + history.restoredEpoch() + ".";
        return history.ending() == Ending.STOPPED_EARLY
                ? "Stopped early after epoch " + history.last().epoch() + "." + restored + " "
                : restored.isEmpty() ? "" : restored.strip() + " ";
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
        List<EpochColumn> columns = EpochColumn.of(run);
        List<List<String>> rows = run.history()
                .epochs()
                .stream()
                .map(epoch -> columns.stream().map(column -> column.text().apply(epoch)).toList())
                .toList();
        return Html.table(columns.stream().map(EpochColumn::name).toList(), rows);
    }

    private static String machine(RunRecord run) {
        return Html.facts(List.of(
                List.of("Kernels", Figures.backend(run.machine()) + " (" + run.machine().reason() + ")"),
                List.of("Threads", Integer.toString(run.threads())),
                List.of("Java", run.machine().java() + ", " + run.machine().jvm()),
                List.of("System", System.getProperty("os.name") + ", " + System.getProperty("os.arch"))));
    }

    private static String repeat(RunRecord run) {
        return "<pre>" + Html.escape(run.configuration().command())
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
