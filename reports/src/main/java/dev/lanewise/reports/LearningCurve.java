package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.History;
import java.util.List;
import java.util.function.Function;

/** The course of a training in two charts: loss and accuracy. */
final class LearningCurve {
    private LearningCurve() {
    }

    static LineChart loss(History history) {
        return new LineChart("Loss", "mean loss", true,
                List.of(series("training", history, EpochMetrics::trainLoss),
                        series("validation", history, EpochMetrics::validationLoss)));
    }

    static LineChart accuracy(History history) {
        return new LineChart("Accuracy", "accuracy in %", false,
                List.of(series("training", history, epoch -> 100 * epoch.trainAccuracy()),
                        series("validation", history, epoch -> 100 * epoch.validationAccuracy())));
    }

    private static LineChart.Series series(String name, History history,
            Function<EpochMetrics, Double> value) {
        return new LineChart.Series(name, history.epochs().stream().map(value).toList());
    }

    /** Both charts side by side in a file of their own. */
    static String svg(History history) {
        int width = 2 * LineChart.WIDTH + 40;
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
                .formatted(width, height, LineChart.STYLE) + loss(history).svg(10, 10)
                + accuracy(history).svg(LineChart.WIDTH + 30, 10) + "</svg>\n";
    }
}
