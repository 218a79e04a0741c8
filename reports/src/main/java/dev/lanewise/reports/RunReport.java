package dev.lanewise.reports;

import dev.lanewise.nn.Ending;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.reports.page.Page;
import java.util.ArrayList;
import java.util.List;

/** A run as one self-contained HTML page. */
final class RunReport {
    private RunReport() {
    }

    static String html(RunRecord run) {
        Page page = Page.of(run.dataset()).lead("A training run of Lanewise").figures(headline(run));
        if (run.diagnosis() != null) {
            DiagnosisSection.add(page, run.diagnosis(), true);
        }
        page.section("Learning curve", "learning-curve");
        LearningCurve.plots(run.history()).forEach(page::plot);
        page.section("Settings", "settings").facts(settings(run));
        page.section("Network", "network")
                .table(List.of("layer", "outputs", "parameters"), layers(run.network()));
        page.section("Epochs", "epochs").table(columnNames(run), epochs(run));
        page.note(ending(run.history())
                + "Training figures are taken while the weights still change, validation "
                + "figures at an epoch's end.");
        page.section("Machine", "machine").facts(machine(run));
        return page.section("Repeat it", "repeat")
                .code(run.configuration().command())
                .text("It gives the same weights on every machine, at every vector width and number of threads. "
                        + "SHA-256 of the weights:")
                .code(run.weightsSha256())
                .html();
    }

    private static List<List<String>> headline(RunRecord run) {
        Evaluation test = run.test();
        List<List<String>> figures = new ArrayList<>();
        if (run.regression()) {
            for (int j = 0; j < test.targets().size(); j++) {
                figures.add(List.of(Figures.measure(test.targets().get(j).rmse()),
                        "test RMSE of " + run.targetName(j)));
            }
            figures.add(List.of(Figures.r2(test.r2()), "test R\u00b2"));
        } else {
            figures.add(List.of(Figures.percent(test.accuracy()), "test accuracy"));
        }
        figures.add(List.of(Figures.loss(test.loss()), "test loss"));
        figures.add(List.of(Figures.count(test.samples()), "test samples"));
        figures.add(List.of(Figures.count(run.network().parameterCount()), "parameters"));
        return figures;
    }

    private static List<List<String>> settings(RunRecord run) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("samples", Figures.count(run.trainSamples()) + " training, "
                + Figures.count(run.validationSamples()) + " validation, "
                + Figures.count(run.test().samples()) + " test"));
        facts.add(List.of("scaling of inputs", run.network().scaling().toString()));
        if (run.regression()) {
            facts.add(List.of("scaling of targets", run.network().targetScaling().toString()));
        }
        run.configuration().values().forEach((key, value) -> facts.add(List.of(key, value.toString())));
        return facts;
    }

    private static String ending(History history) {
        String restored = history.restoredEpoch() == 0
                ? ""
                : " The weights are those of epoch " + history.restoredEpoch() + ".";
        return history.ending() == Ending.STOPPED_EARLY
                ? "Stopped early after epoch " + history.last().epoch() + "." + restored + " "
                : restored.isEmpty() ? "" : restored.strip() + " ";
    }

    private static List<List<String>> layers(Network network) {
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
        return rows;
    }

    private static List<String> columnNames(RunRecord run) {
        return EpochColumn.of(run).stream().map(EpochColumn::name).toList();
    }

    private static List<List<String>> epochs(RunRecord run) {
        List<EpochColumn> columns = EpochColumn.of(run);
        return run.history()
                .epochs()
                .stream()
                .map(epoch -> columns.stream().map(column -> column.text().apply(epoch)).toList())
                .toList();
    }

    private static List<List<String>> machine(RunRecord run) {
        return List.of(
                List.of("Kernels", Figures.backend(run.machine()) + " (" + run.machine().reason() + ")"),
                List.of("Threads", Integer.toString(run.threads())),
                List.of("Java", run.machine().java() + ", " + run.machine().jvm()),
                List.of("System", System.getProperty("os.name") + ", " + System.getProperty("os.arch")));
    }
}
