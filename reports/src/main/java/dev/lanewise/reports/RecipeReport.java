package dev.lanewise.reports;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.reports.page.Page;
import dev.lanewise.reports.page.Plot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recipe as one self-contained page. */
final class RecipeReport {
    private RecipeReport() {
    }

    /** Without a result on test data, which are looked at once, where the recipe has not come to its end. */
    static String html(Split data, List<RecipeStep> steps, Attempt best, @Nullable Evaluation test,
            Diagnosis diagnosis) {
        Evaluation shown = test == null ? best.validation() : test;
        String part = test == null ? "validation" : "test";
        Page page = Page.of("Recipe for " + data.train().name())
                .lead("Train, diagnose, apply the first remedy, repeat. Only rows held out of the training data decide; "
                        + "test rows are looked at once, at the end.")
                .figures(List.of(
                        List.of(score(shown), part + (shown.targets().isEmpty() ? " accuracy" : " R\u00b2")),
                        List.of(Figures.loss(shown.loss()), part + " loss"),
                        List.of(Integer.toString(steps.size()), "trainings")));
        page.section("Steps", "steps")
                .table(List.of("", "what was changed", "option", "training", "validation", "kept",
                        "then diagnosed"),
                        steps.stream().map(RecipeReport::row).toList())
                .plot(plot(steps));
        DiagnosisSection.add(page, diagnosis, !diagnosis.healthy());
        return page.section("Train with these settings", "settings").code(best.settings().command()).html();
    }

    private static String score(Evaluation result) {
        return result.targets().isEmpty() ? Figures.percent(result.accuracy()) : Figures.r2(result.r2());
    }

    private static List<String> row(RecipeStep step) {
        return List.of(Integer.toString(step.number()), step.change().text(), score(step.after().train()),
                score(step.after().validation()), step.kept() ? "yes" : "no",
                step.after().diagnosis().verdict().title(), step.change().command());
    }

    private static Plot plot(List<RecipeStep> steps) {
        double[] number = steps.stream().mapToDouble(RecipeStep::number).toArray();
        boolean classes = steps.getFirst().after().validation().targets().isEmpty();
        Plot plot = Plot.of(classes ? "Accuracy from step to step" : "Loss from step to step").x("step");
        return classes
                ? plot.y("accuracy, %")
                        .line("training", number,
                                steps.stream().mapToDouble(s -> 100 * s.after().train().accuracy()).toArray())
                        .line("validation", number,
                                steps.stream()
                                        .mapToDouble(s -> 100 * s.after().validation().accuracy())
                                        .toArray())
                : plot.y("loss")
                        .line("training", number,
                                steps.stream().mapToDouble(s -> s.after().train().loss()).toArray())
                        .line("validation", number,
                                steps.stream().mapToDouble(s -> s.after().validation().loss()).toArray());
    }
}
