package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Network;

/**
 * What belongs to one unit of a dense layer or to one piece of a maxout unit: a column of weights and, below it, its bias.
 *
 * @param network whose parameters these are
 * @param layer its index
 * @param columns how many the layer has
 * @param column which of them
 */
record MaxoutColumn(Network network, int layer, int columns, int column) {
    /** The parameters as they are now. */
    float[] values() {
        float[] values = new float[network.parameterCount(layer) / columns];
        for (int p = 0; p < values.length; p++) {
            values[p] = network.parameters()[at(p)];
        }
        return values;
    }

    /** Writes them into the network. */
    void set(float... values) {
        for (int p = 0; p < values.length; p++) {
            network.parameters()[at(p)] = values[p];
        }
    }

    private int at(int row) {
        return network.offset(layer) + row * columns + column;
    }
}
