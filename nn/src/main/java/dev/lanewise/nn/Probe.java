package dev.lanewise.nn;

import java.util.List;

/**
 * One batch's pass forward and backward, without an update: {@link Trainer#probe}.
 *
 * @param rows in the batch
 * @param loss its mean loss
 * @param accuracy fraction of rows classified rightly; NaN for regression
 * @param layers in order
 */
public record Probe(int rows, double loss, double accuracy, List<ProbedLayer> layers) {
    /** Copies the list. */
    public Probe {
        layers = List.copyOf(layers);
    }

    /** The layers that have weights, in order. */
    public List<ProbedLayer> weighted() {
        return layers.stream().filter(layer -> layer.weights() > 0).toList();
    }
}
