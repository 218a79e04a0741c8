package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.History;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The course of a training in charts: loss, and accuracy if it has one. */
final class LearningCurve {
    private LearningCurve() {
    }

    /** One chart for regression, two for classification. */
    static List<LineChart> charts(History history) {
        boolean regression = history.epochs().stream().allMatch(epoch -> Double.isNaN(epoch.trainAccuracy()));
        return regression ? List.of(loss(history)) : List.of(loss(history), accuracy(history));
    }

    private static LineChart loss(History history) {
        return new LineChart("Loss", "mean loss", true,
                List.of(series("training", history, EpochMetrics::trainLoss),
                        series("validation", history, EpochMetrics::validationLoss)));
    }

    private static LineChart accuracy(History history) {
        return new LineChart("Accuracy", "accuracy in %", false,
                List.of(series("training", history, epoch -> 100 * epoch.trainAccuracy()),
                        series("validation", history, epoch -> 100 * epoch.validationAccuracy())));
    }

    private static LineChart.Series series(String name, History history,
            Function<EpochMetrics, Double> value) {
        return new LineChart.Series(name, history.epochs().stream().map(value).toList());
    }

    /** The charts side by side in a file of their own. */
    static String svg(History history) {
        List<LineChart> charts = charts(history);
        int step = LineChart.WIDTH + 20;
        int width = charts.size() * step;
        int height = LineChart.HEIGHT + 20;
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" class="sheet" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <style>
                .sheet{color:#1f2328}.paper{fill:#fff}
                %3$s@media (prefers-color-scheme:dark){.sheet{color:#e6edf3}.paper{fill:#15181c}}
                </style>
                <rect class="paper" width="%1$d" height="%2$d"/>
                """
                .formatted(width, height, LineChart.STYLE)
                + IntStream.range(0, charts.size())
                        .mapToObj(i -> charts.get(i).svg(10 + i * step, 10))
                        .collect(Collectors.joining())
                + "</svg>\n";
    }
}
