package dev.lanewise.nn;

import java.util.List;

/**
 * What the layers did in one step of a training.
 *
 * @param epoch from 1
 * @param step of the whole training, from 1
 * @param layers one for each layer, in order
 * @param histograms one for each layer with parameters, in order; empty but in the last step of an epoch
 */
public record StepStatistics(int epoch, long step, List<LayerStatistics> layers,
        List<LayerHistograms> histograms) {
    /** Copies the lists. */
    public StepStatistics {
        layers = List.copyOf(layers);
        histograms = List.copyOf(histograms);
    }
}
