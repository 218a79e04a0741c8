package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Activation;
import dev.lanewise.nn.ActivationLayer;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.Network;
import java.util.ArrayList;
import java.util.List;

/** A network of dense layers with ReLU or sigmoid between, in double precision, and what remains of it around one input. */
final class ThinNetwork {
    private final List<ThinLayer> layers = new ArrayList<>();
    private final boolean relu;
    private final float[] offset;
    private final float[] factor;

    /**
     * With the parameters that the network has now.
     *
     * @throws IllegalArgumentException for layers other than dense, relu and sigmoid
     */
    ThinNetwork(Network network) {
        boolean rectified = false;
        int inputs = network.inputs();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            switch (layer) {
                case Dense dense ->
                    layers.add(new ThinLayer(inputs, dense.units(), network.parameters(), network.offset(i)));
                case ActivationLayer(Activation f, float _) when f == Activation.RELU -> rectified = true;
                case ActivationLayer(Activation f, float _) when f == Activation.SIGMOID -> rectified = false;
                default -> throw new IllegalArgumentException(
                        "layer: " + layer.spec() + " (expected dense, relu or sigmoid)");
            }
            inputs = layer.outputs(inputs);
        }
        relu = rectified;
        offset = network.scaling().offset();
        factor = network.scaling().factor();
    }

    List<ThinLayer> layers() {
        return List.copyOf(layers);
    }

    /** What the network makes of raw features first: scaled in float, as the network scales. */
    double[] inputs(float... raw) {
        double[] x = new double[raw.length];
        for (int j = 0; j < x.length; j++) {
            int k = offset.length == 1 ? 0 : j;
            float scaled = (raw[j] - offset[k]) * factor[k];
            x[j] = scaled;
        }
        return x;
    }

    /** The pre-activations of every layer; the last are the outputs. */
    List<double[]> forward(double... x) {
        List<double[]> all = new ArrayList<>();
        double[] a = x;
        for (ThinLayer layer : layers) {
            double[] z = layer.forward(a);
            all.add(z);
            a = values(z);
        }
        return all;
    }

    /** The outputs. */
    double[] outputs(double... x) {
        return forward(x).getLast();
    }

    /** The most by which rounding in float may change each output of a ReLU network, which passes errors on as they are. */
    double[] errors(double... x) {
        double[] a = x;
        double[] errors = new double[x.length];
        for (ThinLayer layer : layers) {
            errors = layer.errors(a, errors);
            a = values(layer.forward(a));
        }
        return errors;
    }

    /** Which units of each hidden layer are above 0. */
    List<List<Boolean>> active(double... x) {
        List<List<Boolean>> active = new ArrayList<>();
        for (double[] z : forward(x).subList(0, layers.size() - 1)) {
            List<Boolean> units = new ArrayList<>();
            for (double value : z) {
                units.add(value > 0);
            }
            active.add(units);
        }
        return active;
    }

    /** The map that remains if every unit goes on along its tangent at x: of ReLUs, the active ones as they are. */
    ThinMap tangent(double... x) {
        List<double[]> z = forward(x);
        ThinMap map = ThinMap.of(layers.getLast());
        for (int l = layers.size() - 2; l >= 0; l--) {
            double[] slopes = slopes(z.get(l));
            double[] starts = values(z.get(l));
            for (int j = 0; j < starts.length; j++) {
                starts[j] -= slopes[j] * z.get(l)[j];
            }
            map = map.after(slopes, starts).after(layers.get(l));
        }
        return map;
    }

    private double[] values(double[] z) {
        double[] values = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            values[j] = relu ? Math.max(z[j], 0) : sigmoid(z[j]);
        }
        return values;
    }

    private double[] slopes(double[] z) {
        double[] slopes = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            double s = sigmoid(z[j]);
            slopes[j] = relu ? z[j] > 0 ? 1 : 0 : s * (1 - s);
        }
        return slopes;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
