package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: the same network in plain double arithmetic, written from the formulas and sharing nothing with the
 * kernels but the definition of the random words. It evaluates one sample at a time; slow and readable.
 */
final class DoubleNetwork {
    /** Functions whose first or second derivative jumps at 0. */
    private static final Set<Activation> BENT = EnumSet.of(Activation.RELU, Activation.LEAKY_RELU,
            Activation.ELU, Activation.SELU);

    /** What masks depend on. */
    private record Step(long seed, long number) {
    }

    private final Network network;
    private final @Nullable Step step;
    private final double[] parameters;

    /** The network as it predicts. Takes a copy of its parameters. */
    DoubleNetwork(Network network) {
        this(network, null);
    }

    /** The network in a step of a training. */
    DoubleNetwork(Network network, long seed, long step) {
        this(network, new Step(seed, step));
    }

    private DoubleNetwork(Network network, @Nullable Step step) {
        this.network = network;
        this.step = step;
        parameters = new double[network.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = network.parameters()[i];
        }
    }

    /** Outputs of the sample with that index in its batch. */
    double[] outputs(float[] raw, int sample) {
        double[] x = scaled(raw);
        for (int i = 0; i < network.layers().size(); i++) {
            x = forward(i, x, sample);
        }
        return x;
    }

    /**
     * How far a sample is from the points where the loss has no derivative (of ELU: no second one): the smallest |z| that
     * a function with a bend at 0 sees, and the least by which a piece wins.
     */
    double kinkDistance(float[] raw, int sample) {
        double distance = Double.POSITIVE_INFINITY;
        double[] x = scaled(raw);
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            distance = Math.min(distance, switch (layer) {
                case ActivationLayer(Activation f, float _) when BENT.contains(f) -> smallest(x);
                case Prelu _ -> smallest(x);
                case Maxout(int units, int pieces, var _) ->
                    smallestLead(dense(x, units * pieces, network.offset(i)), units);
                default -> Double.POSITIVE_INFINITY;
            });
            x = forward(i, x, sample);
        }
        return distance;
    }

    /** Exactly 0 is what a ReLU or a mask has set to 0, and a small step leaves it there. */
    private static double smallest(double[] x) {
        return Arrays.stream(x)
                .filter(z -> z != 0)
                .map(Math::abs)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double smallestLead(double[] z, int units) {
        double lead = Double.POSITIVE_INFINITY;
        for (int j = 0; j < units; j++) {
            double[] pieces = pieces(z, units, j);
            Arrays.sort(pieces);
            lead = Math.min(lead, pieces[pieces.length - 1] - pieces[pieces.length - 2]);
        }
        return lead;
    }

    private static double[] pieces(double[] z, int units, int unit) {
        return IntStream.range(0, z.length / units).mapToDouble(q -> z[q * units + unit]).toArray();
    }

    /** Mean loss of a batch of samples against one target vector each (one-hot for classes). */
    double loss(Loss loss, List<float[]> rows, List<double[]> targets) {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += DoubleLoss.of(loss, outputs(rows.get(i), i), targets.get(i));
        }
        return sum / rows.size();
    }

    /** Mean loss of a batch of samples that have weights. */
    double loss(Loss loss, List<float[]> rows, List<double[]> targets, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * DoubleLoss.of(loss, outputs(rows.get(i), i), targets.get(i));
        }
        return sum / Arrays.stream(weights).sum();
    }

    /** dLoss/dParameter[i] by the central difference {@code (loss(p + h) - loss(p - h)) / 2h}; weights may be missing. */
    double slope(int i, double h, Loss loss, List<float[]> rows, List<double[]> targets, double... weights) {
        double here = parameters[i];
        parameters[i] = here + h;
        double above = weights.length == 0
                ? loss(loss, rows, targets)
                : loss(loss, rows, targets, weights);
        parameters[i] = here - h;
        double below = weights.length == 0
                ? loss(loss, rows, targets)
                : loss(loss, rows, targets, weights);
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

    private double[] forward(int i, double[] x, int sample) {
        int offset = network.offset(i);
        return switch (network.layers().get(i)) {
            case Dense dense -> dense(x, dense.units(), offset);
            case Maxout(int units, int pieces, var _) -> {
                double[] z = dense(x, units * pieces, offset);
                yield fill(units, j -> Arrays.stream(pieces(z, units, j)).max().orElseThrow());
            }
            case ActivationLayer(Activation f, float alpha) -> fill(x.length, j -> value(f, alpha, x[j]));
            case Prelu(Prelu.Slopes slopes) -> fill(x.length, j -> x[j] >= 0
                    ? x[j]
                    : x[j] * parameters[slopes == Prelu.Slopes.SHARED ? offset : offset + j]);
            case Dropout dropout ->
                fill(x.length, j -> x[j] * factor(dropout, i, (long) sample * x.length + j));
            default -> throw new IllegalArgumentException("the oracle does not know this layer");
        };
    }

    private static double[] fill(int n, IntToDoubleFunction f) {
        return IntStream.range(0, n).mapToDouble(f).toArray();
    }

    /** What dropout multiplies an element by. */
    private double factor(Dropout dropout, int layer, long element) {
        boolean inverted = dropout.form() == Dropout.Form.INVERTED;
        double keep = 1 - (double) dropout.rate();
        if (step == null) {
            return inverted ? 1 : keep;
        }
        long stream = Long.MIN_VALUE + layer * (1L << 40) + step.number;
        long word = Integer.toUnsignedLong(PhiloxReference.word(step.seed, stream, element, new int[4]));
        return word < dropout.rate() * 0x1p32 ? 0 : inverted ? 1 / keep : 1;
    }

    private static double value(Activation f, double alpha, double x) {
        return switch (f) {
            case IDENTITY -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x >= 0 ? x : alpha * x;
            case ELU -> x >= 0 ? x : alpha * (Math.exp(x) - 1);
            case SELU -> 1.0507009873554805 * (x >= 0 ? x : 1.6732632423543772 * (Math.exp(x) - 1));
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SOFTPLUS -> Math.log(1 + Math.exp(x));
            case GELU -> x * (1 + erf(x / Math.sqrt(2))) / 2;
            case GELU_TANH -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
            case SILU -> x / (1 + Math.exp(-x));
        };
    }

    /** {@code 2 / sqrt(pi) e^-x^2 sum 2^n x^(2n+1) / (2n+1)!!}: all terms have one sign. */
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-18; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
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
}
