package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.History;
import dev.lanewise.reports.page.Plot;
import dev.lanewise.reports.page.Sheet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The course of a training in plots: loss, and accuracy if it has one. */
final class LearningCurve {
    private final History history;

    private LearningCurve(History history) {
        this.history = history;
    }

    /** One plot for regression, two for classification. */
    static List<Plot> plots(History history) {
        LearningCurve curve = new LearningCurve(history);
        boolean regression = history.epochs().stream().allMatch(epoch -> Double.isNaN(epoch.trainAccuracy()));
        return regression ? List.of(curve.loss()) : List.of(curve.loss(), curve.accuracy());
    }

    /** The plots side by side in a file of their own. */
    static String svg(History history) {
        return Sheet.svg(plots(history));
    }

    private Plot loss() {
        Plot plot = overEpochs("Loss", "mean loss").yRange(0, 0).ends(Figures::loss);
        addLine(plot, "training", EpochMetrics::trainLoss);
        addLine(plot, "validation", EpochMetrics::validationLoss);
        return plot;
    }

    private Plot accuracy() {
        Plot plot = overEpochs("Accuracy", "accuracy in %")
                .ends(percent -> String.format(Locale.ROOT, "%.2f", percent));
        addLine(plot, "training", epoch -> 100 * epoch.trainAccuracy());
        addLine(plot, "validation", epoch -> 100 * epoch.validationAccuracy());
        return plot;
    }

    private Plot overEpochs(String title, String unit) {
        return Plot.of(title).x("epoch").y(unit).xRange(1, history.epochs().size());
    }

    /** Adds a line if it has a value, which validation has not where nothing is held out. */
    private void addLine(Plot plot, String name, ToDoubleFunction<EpochMetrics> value) {
        double[] values = history.epochs().stream().mapToDouble(value).toArray();
        if (Arrays.stream(values).anyMatch(Double::isFinite)) {
            plot.line(name, history.epochs().stream().mapToDouble(EpochMetrics::epoch).toArray(), values);
        }
    }
}
