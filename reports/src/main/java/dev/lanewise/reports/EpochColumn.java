package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of a report's table of epochs.
 *
 * @param name at its head
 * @param text of an epoch
 */
record EpochColumn(String name, Function<EpochMetrics, String> text) {
    /** The columns that a run has figures for. */
    static List<EpochColumn> of(RunRecord run) {
        List<EpochMetrics> epochs = run.history().epochs();
        List<EpochColumn> columns = new ArrayList<>();
        columns.add(new EpochColumn("epoch", epoch -> Integer.toString(epoch.epoch())));
        columns.add(new EpochColumn("training loss", epoch -> Figures.loss(epoch.trainLoss())));
        if (epochs.stream().anyMatch(epoch -> epoch.penalty() > 0)) {
            columns.add(new EpochColumn("with penalty",
                    epoch -> Figures.loss(epoch.trainLoss() + epoch.penalty())));
        }
        if (!run.regression()) {
            columns.add(percents("training accuracy", EpochMetrics::trainAccuracy));
        }
        if (run.validationSamples() > 0) {
            columns.add(new EpochColumn("validation loss", epoch -> Figures.loss(epoch.validationLoss())));
            if (!run.regression()) {
                columns.add(percents("validation accuracy", EpochMetrics::validationAccuracy));
            }
        }
        columns.add(new EpochColumn("learning rate", epoch -> Float.toString(epoch.learningRate())));
        columns.add(
                new EpochColumn("seconds", epoch -> String.format(Locale.ROOT, "%.2f", epoch.seconds())));
        columns.add(new EpochColumn("samples/s", epoch -> Figures.count(epoch.samplesPerSecond())));
        return columns;
    }

    private static EpochColumn percents(String name, ToDoubleFunction<EpochMetrics> fraction) {
        return new EpochColumn(name, epoch -> Figures.percent(fraction.applyAsDouble(epoch)));
    }
}
