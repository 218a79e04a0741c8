package dev.lanewise.nn.log;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Histogram;
import dev.lanewise.nn.LayerHistograms;
import dev.lanewise.nn.LayerStatistics;
import dev.lanewise.nn.StepStatistics;
import dev.lanewise.nn.TrainingListener;
import java.util.List;

/** What a training tells its listeners. */
final class Events {
    static final Histogram PARAMETERS = new Histogram(7, 1, -0.5, 3, 2.25, 10.5, List.of(
            new Histogram.Bucket(-0.5625, -0.5, 2), new Histogram.Bucket(-0.5, -0.4375, 1),
            new Histogram.Bucket(3, 3.25, 4)));
    static final Histogram NOTHING = new Histogram(0, 3, Double.NaN, Double.NaN, 0, 0, List.of());

    private Events() {
    }

    /** Without validation data if the epoch is odd. */
    static EpochMetrics epoch(int epoch) {
        double validation = epoch % 2 == 0 ? 0.5 / epoch : Double.NaN;
        return new EpochMetrics(epoch, 1.0 / epoch, 0.1 * epoch, 0.25, validation, validation / 3, 1e-3f, 2.5,
                1e5 / 3);
    }

    static StepStatistics statistics(int epoch, long step, boolean histograms) {
        return new StepStatistics(epoch, step, List.of(
                new LayerStatistics(0, "dense:5", 2, 0.5, 0.25, -1e-3, 1.5, Double.NaN, Double.NaN,
                        Double.NaN),
                new LayerStatistics(1, "leaky:0.2", Double.NaN, Double.NaN, Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY, 0.125, 0.75, 0)),
                histograms
                        ? List.of(new LayerHistograms(0, "dense:5", PARAMETERS, NOTHING))
                        : List.of());
    }

    /** Epochs of ten steps: the statistics of the fifth step and of the last, and the epoch. */
    static void train(TrainingListener listener, int fromEpoch, int toEpoch) {
        for (int epoch = fromEpoch; epoch <= toEpoch; epoch++) {
            listener.onStatistics(statistics(epoch, 10L * epoch - 5, false));
            listener.onStatistics(statistics(epoch, 10L * epoch, true));
            listener.onEpoch(epoch(epoch));
        }
    }
}
