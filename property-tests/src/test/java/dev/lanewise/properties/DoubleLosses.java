package dev.lanewise.properties;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Softmax and the losses in double, straight from their mathematical definitions. */
final class DoubleLosses {
    private DoubleLosses() {
    }

    static double[] of(float[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).toArray();
    }

    /** {@code log(sum_j exp(x[j]))}. */
    static double logSumExp(double[] x) {
        double max = max(x);
        return max + logSum(x, max);
    }

    /** Differences of logits first: beside the largest floats a logarithm would be lost. */
    static double[] logSoftmax(double[] x) {
        double max = max(x);
        double log = logSum(x, max);
        return Arrays.stream(x).map(v -> v - max - log).toArray();
    }

    private static double max(double[] x) {
        return Arrays.stream(x).max().orElseThrow();
    }

    private static double logSum(double[] x, double max) {
        return StrictMath.log(Arrays.stream(x).map(v -> StrictMath.exp(v - max)).sum());
    }

    static double[] softmax(double[] x) {
        return Arrays.stream(logSoftmax(x)).map(StrictMath::exp).toArray();
    }

    static double crossEntropy(double[] x, double[] t) {
        double[] log = logSoftmax(x);
        return IntStream.range(0, x.length).mapToDouble(j -> t[j] == 0 ? 0 : -t[j] * log[j]).sum();
    }

    static double[] smoothed(int n, int label, double smoothing) {
        double[] t = new double[n];
        Arrays.fill(t, smoothing / n);
        t[label] += 1 - smoothing;
        return t;
    }

    static double squaredError(double[] x, double[] t) {
        return sum(x, t, (v, w) -> (v - w) * (v - w));
    }

    static double absoluteError(double[] x, double[] t) {
        return sum(x, t, (v, w) -> Math.abs(v - w));
    }

    static double huber(double[] x, double[] t, double delta) {
        return sum(x, t, (v, w) -> {
            double a = Math.abs(v - w);
            return a <= delta ? a * a / 2 : delta * (a - delta / 2);
        });
    }

    /** The negative logarithm of the likelihood: t log(p) + (1 - t) log(1 - p), p = sigmoid(x). */
    static double binaryCrossEntropy(double[] x, double[] t) {
        return sum(x, t, (v, w) -> w * softplus(-v) + (1 - w) * softplus(v));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private static double sum(double[] x, double[] t, DoubleBinaryOperator loss) {
        return IntStream.range(0, x.length).mapToDouble(i -> loss.applyAsDouble(x[i], t[i])).sum();
    }
}
