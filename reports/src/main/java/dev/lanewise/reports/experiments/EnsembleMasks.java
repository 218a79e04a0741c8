package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.RandomStream;

/**
 * All 2^k masks of a small layer {@code z_j = sum_i m_i x_i w_ij + b_j}, each with its probability when inputs are dropped
 * independently, in double precision.
 */
final class EnsembleMasks {
    private static final int OUTPUTS = 3;

    private final int inputs;
    private final double keep;
    private final double[] x;
    private final double[] weights;
    private final double[] bias;

    /**
     * A layer with numbers drawn between -1 and 1.
     *
     * @param inputs k, at most 20
     * @param keep probability that an input stays
     * @param random where numbers come from
     */
    EnsembleMasks(int inputs, double keep, RandomStream random) {
        this.inputs = inputs;
        this.keep = keep;
        x = draw(inputs, random);
        weights = draw(inputs * OUTPUTS, random);
        bias = draw(OUTPUTS, random);
    }

    private static double[] draw(int n, RandomStream random) {
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            drawn[i] = random.nextFloat(-1f, 1f);
        }
        return drawn;
    }

    int inputs() {
        return inputs;
    }

    double keep() {
        return keep;
    }

    int masks() {
        return 1 << inputs;
    }

    /** The layer with every weight times the probability of staying. */
    double[] scaled() {
        double[] z = bias.clone();
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < OUTPUTS; j++) {
                z[j] += x[i] * (keep * weights[i * OUTPUTS + j]);
            }
        }
        return z;
    }

    private double[] masked(int mask) {
        double[] z = bias.clone();
        for (int i = 0; i < inputs; i++) {
            if ((mask >> i & 1) == 1) {
                for (int j = 0; j < OUTPUTS; j++) {
                    z[j] += x[i] * weights[i * OUTPUTS + j];
                }
            }
        }
        return z;
    }

    private double probability(int mask) {
        int kept = Integer.bitCount(mask);
        return StrictMath.pow(keep, kept) * StrictMath.pow(1 - keep, inputs - kept);
    }

    /** How far the mean over all masks is from the scaled layer, at most. */
    double linearDifference() {
        return difference(mean(Head.IDENTITY), scaled());
    }

    /** The same behind a ReLU, where they need not be equal. */
    double reluDifference() {
        return difference(mean(Head.RELU), Head.RELU.of(scaled()));
    }

    /** The same of probabilities by a softmax. */
    double softmaxDifference() {
        return difference(mean(Head.SOFTMAX), Head.SOFTMAX.of(scaled()));
    }

    /** The same of the geometric mean of these probabilities, divided by its sum. */
    double geometricDifference() {
        return difference(Head.SOFTMAX.of(mean(Head.LOG_SOFTMAX)), Head.SOFTMAX.of(scaled()));
    }

    private double[] mean(Head head) {
        double[] mean = new double[OUTPUTS];
        for (int mask = 0; mask < masks(); mask++) {
            double[] y = head.of(masked(mask));
            double p = probability(mask);
            for (int j = 0; j < OUTPUTS; j++) {
                mean[j] += p * y[j];
            }
        }
        return mean;
    }

    private static double difference(double[] a, double[] b) {
        double most = 0;
        for (int j = 0; j < a.length; j++) {
            most = Math.max(most, Math.abs(a[j] - b[j]));
        }
        return most;
    }

    /** What is behind the layer. */
    private enum Head {
        IDENTITY {
            @Override
            double[] of(double[] z) {
                return z;
            }
        },
        RELU {
            @Override
            double[] of(double[] z) {
                double[] y = z.clone();
                for (int j = 0; j < y.length; j++) {
                    y[j] = Math.max(y[j], 0);
                }
                return y;
            }
        },
        LOG_SOFTMAX {
            @Override
            double[] of(double[] z) {
                double sum = 0;
                for (double value : z) {
                    sum += StrictMath.exp(value);
                }
                double[] y = z.clone();
                for (int j = 0; j < y.length; j++) {
                    y[j] -= StrictMath.log(sum);
                }
                return y;
            }
        },
        SOFTMAX {
            @Override
            double[] of(double[] z) {
                double[] y = LOG_SOFTMAX.of(z);
                for (int j = 0; j < y.length; j++) {
                    y[j] = StrictMath.exp(y[j]);
                }
                return y;
            }
        };

        abstract double[] of(double[] z);
    }
}
