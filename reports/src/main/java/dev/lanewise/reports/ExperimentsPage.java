package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.reports.experiments.Check;
import dev.lanewise.reports.experiments.Experiment;
import dev.lanewise.reports.experiments.Outcome;
import dev.lanewise.reports.experiments.Setting;
import dev.lanewise.reports.experiments.Table;
import dev.lanewise.reports.page.Page;
import java.util.List;

/**
 * Experiments and what they found as one self-contained page.
 *
 * @param setting they ran in
 * @param settings of the command, for the line that repeats an experiment
 * @param machine they ran on
 */
record ExperimentsPage(Setting setting, Configuration settings, Capabilities machine) {
    String html(List<ExperimentResult> results) {
        Page page = Page.of("The lecture, run for real")
                .lead("Figures of a lecture on training deep networks, each repeated with its claim checked by numbers.")
                .figures(figures(results));
        page.table(List.of("experiment", "claims that hold", "time"),
                results.stream().map(ExperimentsPage::row).toList());
        page.note("Data: " + setting.data().train() + "; test: " + Figures.count(setting.data().test().size())
                + " rows. Seed " + setting.seed()
                + (setting.quick() ? ", quick: fewer samples and epochs" : "") + ". "
                + Figures.backend(machine) + ", " + Figures.threads(setting.workers().threads())
                + ". The same settings give the same numbers on every machine, but for times.");
        results.forEach(result -> section(page, result));
        return page.html();
    }

    private static List<List<String>> figures(List<ExperimentResult> results) {
        double seconds = results.stream().mapToDouble(ExperimentResult::seconds).sum();
        return List.of(
                List.of(ExperimentResult.holding(results) + " of " + ExperimentResult.checks(results),
                        "claims hold"),
                List.of(Integer.toString(results.size()), results.size() == 1 ? "experiment" : "experiments"),
                List.of(ExperimentResult.time(seconds), "in all"));
    }

    private static List<String> row(ExperimentResult result) {
        List<ExperimentResult> alone = List.of(result);
        return List.of(result.experiment().title(),
                ExperimentResult.holding(alone) + " of " + ExperimentResult.checks(alone),
                ExperimentResult.time(result.seconds()));
    }

    private void section(Page page, ExperimentResult result) {
        Experiment experiment = result.experiment();
        Outcome outcome = result.outcome();
        page.section(experiment.title(), experiment.name())
                .badge(ExperimentResult.summary(List.of(result)), outcome.holds())
                .text(experiment.question())
                .text("The lecture: " + experiment.claim())
                .text("Measured: " + outcome.measured())
                .table(List.of("verdict", "claim", "numbers"),
                        outcome.checks().stream().map(ExperimentsPage::row).toList());
        outcome.plots().forEach(page::plot);
        for (Table table : outcome.tables()) {
            page.note(table.title() + ":").table(table.header(), table.rows());
        }
        page.code(settings.command("experiments", experiment.name()));
    }

    private static List<String> row(Check check) {
        return List.of(check.holds() ? "\u2713 holds" : "\u2717 fails", check.statement(), check.numbers());
    }
}
