package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Maxout;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.Predictor;
import java.util.ArrayList;
import java.util.List;

/** Which pieces win in a network whose first layers are maxout, and the thin network that they are. */
final class MaxoutWinners {
    private final Network network;
    private final List<Maxout> layers;
    /** One winner for each unit of each maxout layer. */
    private final List<int[]> winners = new ArrayList<>();

    /** For one row of raw features, with the parameters that the network has now. */
    MaxoutWinners(Network network, float[] row, Workers workers) {
        this.network = network;
        layers = network.layers().stream().filter(Maxout.class::isInstance).map(Maxout.class::cast).toList();
        float[] x = row;
        for (int l = 0; l < layers.size(); l++) {
            x = greatest(layers.get(l), preActivations(l, x, workers));
        }
    }

    /** A dense layer with the columns of all pieces computes what the maxout layer compares. */
    private float[] preActivations(int layer, float[] x, Workers workers) {
        NetworkBuilder builder = Network.input(x.length).dense(columns(layer));
        Network dense = (layer == 0 ? builder.scaling(network.scaling()) : builder).build(0);
        System.arraycopy(network.parameters(), network.offset(layer), dense.parameters(), 0,
                dense.parameterCount());
        float[] z = new float[columns(layer)];
        new Predictor(dense, 1, workers).outputs(1, x, z);
        return z;
    }

    private float[] greatest(Maxout layer, float[] z) {
        int[] pieces = new int[layer.units()];
        float[] y = new float[layer.units()];
        for (int j = 0; j < y.length; j++) {
            for (int q = 1; q < layer.pieces(); q++) {
                if (z[q * layer.units() + j] > z[pieces[j] * layer.units() + j]) {
                    pieces[j] = q;
                }
            }
            y[j] = z[pieces[j] * layer.units() + j];
        }
        winners.add(pieces);
        return y;
    }

    int maxoutLayers() {
        return layers.size();
    }

    int columns(int layer) {
        return layers.get(layer).units() * layers.get(layer).pieces();
    }

    int units(int layer) {
        return layers.get(layer).units();
    }

    /** Which column of the layer stands for a unit. */
    int column(int layer, int unit) {
        return winners.get(layer)[unit] * units(layer) + unit;
    }

    /** Whether a column of the layer is a winner's. */
    boolean wins(int layer, int column) {
        return column(layer, column % units(layer)) == column;
    }

    /** The network of the winners alone: dense layers without activations, with their parameters. */
    Network thin() {
        NetworkBuilder builder = Network.input(network.inputs()).scaling(network.scaling());
        layers.forEach(layer -> builder.dense(layer.units()));
        network.layers().stream().filter(Dense.class::isInstance).forEach(builder::add);
        Network thin = builder.classNames(network.classNames()).build(0);
        for (int l = 0; l < layers.size(); l++) {
            for (int j = 0; j < units(l); j++) {
                new MaxoutColumn(thin, l, units(l), j)
                        .set(new MaxoutColumn(network, l, columns(l), column(l, j)).values());
            }
        }
        for (int l = layers.size(); l < network.layers().size(); l++) {
            System.arraycopy(network.parameters(), network.offset(l), thin.parameters(), thin.offset(l),
                    network.parameterCount(l));
        }
        return thin;
    }
}
