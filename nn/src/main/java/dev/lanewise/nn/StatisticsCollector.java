package dev.lanewise.nn;

import dev.lanewise.kernels.Reductions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the layers of a network in some of the steps of its training: every so many, and the last of each epoch. It
 * reads what the step has left in the workspace and changes nothing. A step that is not measured costs a comparison; one
 * that is reads the parameters five times, the gradients once and the outputs up to four times.
 */
final class StatisticsCollector {
    /** At which a step of 784-512-512-10 and a batch of 128 becomes less than 1 % dearer. */
    static final int DEFAULT_INTERVAL = 100;

    private final Network network;
    private final int interval;
    private final boolean histograms;
    private final float[] before;
    private boolean sampling;

    /**
     * For one training.
     *
     * @param interval in steps, at least 1
     * @param histograms whether to count parameters and gradients in the last step of each epoch
     */
    StatisticsCollector(Network network, int interval, boolean histograms) {
        if (interval < 1) {
            throw new IllegalArgumentException("statistics: every " + interval + " steps (expected >= 1)");
        }
        this.network = network;
        this.interval = interval;
        this.histograms = histograms;
        before = new float[network.parameterCount()];
    }

    /**
     * Before the optimizer changes the parameters.
     *
     * @param step from 1
     */
    void beforeStep(long step, boolean lastOfEpoch) {
        sampling = lastOfEpoch || step % interval == 0;
        if (sampling) {
            System.arraycopy(network.parameters(), 0, before, 0, before.length);
        }
    }

    /** After the optimizer: the statistics, or null if this step is not measured. */
    @Nullable
    StepStatistics afterStep(Workspace workspace, int epoch, long step, boolean lastOfEpoch) {
        if (!sampling) {
            return null;
        }
        List<LayerStatistics> layers = new ArrayList<>();
        List<LayerHistograms> counts = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(layer(workspace, i));
            if (histograms && lastOfEpoch && network.parameterCount(i) > 0) {
                counts.add(histograms(workspace, i));
            }
        }
        return new StepStatistics(epoch, step, layers, counts);
    }

    private LayerStatistics layer(Workspace workspace, int i) {
        Layer layer = network.layers().get(i);
        Pass pass = workspace.passOf(i);
        int n = network.parameterCount(i);
        int offset = network.offset(i);
        boolean replaced = workspace.outputsReplaced(i);
        return new LayerStatistics(i, layer.spec(),
                n == 0 ? Double.NaN : Reductions.l2Norm(n, before, offset),
                n == 0 ? Double.NaN : Reductions.l2Norm(n, workspace.gradients(), offset),
                n == 0
                        ? Double.NaN
                        : Math.sqrt(
                                Reductions.squaredDistance(n, network.parameters(), offset, before, offset)),
                replaced ? Double.NaN : ActivationStatistics.mean(pass),
                replaced ? Double.NaN : ActivationStatistics.deviation(pass),
                ActivationStatistics.saturated(layer, pass), ActivationStatistics.dead(layer, pass),
                ActivationStatistics.winnerEntropy(layer, pass));
    }

    private LayerHistograms histograms(Workspace workspace, int i) {
        int n = network.parameterCount(i);
        int offset = network.offset(i);
        return new LayerHistograms(i, network.layers().get(i).spec(),
                Histogram.of(n, network.parameters(), offset),
                Histogram.of(n, workspace.gradients(), offset));
    }
}
