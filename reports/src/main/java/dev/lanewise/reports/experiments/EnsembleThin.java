package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Activation;
import dev.lanewise.nn.Dropout;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.Predictor;
import java.util.Arrays;

/**
 * Thinned networks of a network with the lecture's dropout: units are taken out at random, the same for all samples, and what
 * is left is as it was trained, not scaled.
 */
final class EnsembleThin {
    /** Streams of a setting's seed that draw masks. */
    private static final long MASKS = 1L << 51;

    private final Setting setting;
    private final Network network;
    private final Network thin;

    /** Of dense layers, activations and dropout, each dropout before a dense layer. */
    EnsembleThin(Setting setting, Network network) {
        this.setting = setting;
        this.network = network;
        NetworkBuilder builder = Network.input(network.inputs()).scaling(network.scaling());
        network.layers().stream().filter(layer -> !(layer instanceof Dropout)).forEach(builder::add);
        thin = builder.classNames(network.classNames()).build(0);
    }

    /** Becomes thinned network number {@code index} and computes (count, outputs) scores of the rows. */
    float[] outputs(int index, Predictor predictor, int count, float[] rows) {
        System.arraycopy(network.parameters(), 0, thin.parameters(), 0, thin.parameterCount());
        int width = network.inputs();
        int dropouts = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            if (layer instanceof Dropout dropout) {
                // Parameters lie as in the whole network: dropout has none.
                drop(mask(dropout, width, MASKS + 64L * index + dropouts), network.offset(l),
                        network.parameterCount(l + 1));
                dropouts++;
            }
            width = layer.outputs(width);
        }
        float[] outputs = new float[count * network.outputs()];
        predictor.outputs(count, rows, outputs);
        return outputs;
    }

    /** A predictor of whatever thinned network this is. */
    Predictor predictor(int capacity) {
        return new Predictor(thin, capacity, setting.workers());
    }

    /** 1 for kept units, 0 for dropped ones. */
    private float[] mask(Dropout dropout, int units, long stream) {
        float[] mask = new float[units];
        Arrays.fill(mask, 1f);
        dev.lanewise.kernels.Dropout.forward(Activation.IDENTITY, 0f, dropout.rate(), false, setting.seed(),
                stream, 0,
                units, mask, 0, mask, 0);
        return mask;
    }

    /** Takes the weights of dropped units out of the dense layer behind, whose weights and biases begin at {@code offset}. */
    private void drop(float[] mask, int offset, int size) {
        int columns = size / (mask.length + 1);
        for (int p = 0; p < mask.length; p++) {
            if (mask[p] == 0f) {
                Arrays.fill(thin.parameters(), offset + p * columns, offset + (p + 1) * columns, 0f);
            }
        }
    }
}
