package dev.lanewise.properties.corpus;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkTensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Changes of initial parameters. Layers are counted from 0, those with weights alone. */
final class Planting {
    private Planting() {
    }

    /** The biases of a layer set, but for every {@code spare}-th unit; 0 spares none. */
    static Consumer<Network> biases(int layer, float value, int spare) {
        return network -> {
            NetworkTensor biases = biases(network).get(layer);
            for (int j = 0; j < biases.size(); j++) {
                if (spare == 0 || j % spare != 0) {
                    network.parameters()[biases.offset() + j] = value;
                }
            }
        };
    }

    /** The last layer's biases drawn anew, normal with that deviation. */
    static Consumer<Network> lastBiasesSpread(float deviation) {
        return network -> {
            NetworkTensor biases = biases(network).getLast();
            new RandomStream(1, 0).normal(0f, deviation, biases.size(), network.parameters(),
                    biases.offset());
        };
    }

    /** One of the last layer's biases set. */
    static Consumer<Network> lastBias(int unit, float value) {
        return network -> network.parameters()[biases(network).getLast().offset() + unit] = value;
    }

    /** The weights of the last layer multiplied. */
    static Consumer<Network> lastWeightsTimes(float factor) {
        return network -> {
            NetworkTensor weights = weights(network).getLast();
            for (int i = weights.offset(); i < weights.offset() + weights.size(); i++) {
                network.parameters()[i] *= factor;
            }
        };
    }

    /** Every parameter 0. */
    static Consumer<Network> zero() {
        return network -> Arrays.fill(network.parameters(), 0f);
    }

    private static List<NetworkTensor> weights(Network network) {
        return network.tensors().stream().filter(tensor -> tensor.tensor().isWeight()).toList();
    }

    private static List<NetworkTensor> biases(Network network) {
        return network.tensors().stream().filter(tensor -> !tensor.tensor().isWeight()).toList();
    }
}
