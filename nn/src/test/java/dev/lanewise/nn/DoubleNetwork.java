package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The oracle: the same network in plain double arithmetic, written from the formulas and sharing nothing with the
 * kernels. It evaluates one sample at a time; slow and readable.
 */
final class DoubleNetwork {
    private final Network network;
    private final double[] parameters;

    /** Takes a copy of the network's parameters. */
    DoubleNetwork(Network network) {
        this.network = network;
        parameters = new double[network.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = network.parameters()[i];
        }
    }

    /** Outputs of one sample. */
    double[] outputs(float[] raw) {
        double[] x = scaled(raw);
        for (int i = 0; i < network.layers().size(); i++) {
            x = forward(network.layers().get(i), x, network.offset(i));
        }
        return x;
    }

    /** The smallest |z| that any ReLU sees: how far a sample is from the points where the loss has no derivative. */
    double kinkDistance(float[] raw) {
        double distance = Double.POSITIVE_INFINITY;
        double[] x = scaled(raw);
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer instanceof ActivationLayer(Activation f, float _) && f == Activation.RELU) {
                for (double z : x) {
                    distance = Math.min(distance, Math.abs(z));
                }
            }
            x = forward(layer, x, network.offset(i));
        }
        return distance;
    }

    /** Mean loss of the samples against one target vector each (one-hot for classes). */
    double loss(Loss loss, List<float[]> rows, List<double[]> targets) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            double[] y = outputs(rows.get(i));
            sum += switch (loss) {
                case SOFTMAX_CROSS_ENTROPY -> crossEntropy(y, targets.get(i));
                case MEAN_SQUARED_ERROR -> squaredError(y, targets.get(i));
            };
        }
        return sum / rows.size();
    }

    /** dLoss/dParameter[i] by the central difference {@code (loss(p + h) - loss(p - h)) / 2h}. */
    double slope(int i, double h, Loss loss, List<float[]> rows, List<double[]> targets) {
        double here = parameters[i];
        parameters[i] = here + h;
        double above = loss(loss, rows, targets);
        parameters[i] = here - h;
        double below = loss(loss, rows, targets);
        parameters[i] = here;
        return (above - below) / (2 * h);
    }

    private double[] scaled(float[] raw) {
        float[] offset = network.scaling().offset();
        float[] factor = network.scaling().factor();
        double[] x = new double[raw.length];
        for (int j = 0; j < raw.length; j++) {
            int k = offset.length == 1 ? 0 : j;
            x[j] = ((double) raw[j] - offset[k]) * factor[k];
        }
        return x;
    }

    private double[] forward(Layer layer, double[] x, int offset) {
        return switch (layer) {
            case Dense dense -> dense(x, dense.units(), offset);
            case ActivationLayer(Activation f, float _) ->
                map(x, f == Activation.RELU ? z -> z >= 0 ? z : 0 : z -> 1 / (1 + Math.exp(-z)));
            default -> throw new IllegalArgumentException("the oracle does not know " + layer.spec());
        };
    }

    private double[] dense(double[] x, int units, int offset) {
        double[] y = new double[units];
        for (int j = 0; j < units; j++) {
            y[j] = parameters[offset + x.length * units + j];
            for (int k = 0; k < x.length; k++) {
                y[j] += x[k] * parameters[offset + k * units + j];
            }
        }
        return y;
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double crossEntropy(double[] y, double[] target) {
        double sum = 0;
        for (double z : y) {
            sum += Math.exp(z);
        }
        double loss = 0;
        for (int j = 0; j < y.length; j++) {
            loss -= target[j] * (y[j] - Math.log(sum));
        }
        return loss;
    }

    private static double squaredError(double[] y, double[] target) {
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += (y[j] - target[j]) * (y[j] - target[j]);
        }
        return sum / y.length;
    }
}
