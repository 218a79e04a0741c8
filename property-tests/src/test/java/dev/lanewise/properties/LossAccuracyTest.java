package dev.lanewise.properties;

import static dev.lanewise.properties.Errors.U;
import static dev.lanewise.properties.Errors.assertWithin;

import dev.lanewise.kernels.reference.ElementLossReference;
import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.SoftmaxReference;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log-softmax and the losses stay within their bounds against the same in double, with moderate and extreme logits. */
@Tag("once")
class LossAccuracyTest {
    private static final float[] EXTREMES = {0f, 88f, -88f, 88.7f, -103.9f, -1e30f, -Float.MAX_VALUE,
            Float.NEGATIVE_INFINITY, 1e-30f};

    /** A row of logits with what bounds need to know about it. */
    private static final class Row {
        final float[] x;
        final double max;
        final double logSum;

        Row(float[] x) {
            double[] exact = DoubleLosses.of(x);
            this.x = x;
            max = Arrays.stream(exact).max().orElseThrow();
            logSum = DoubleLosses.logSumExp(exact) - max;
        }

        int n() {
            return x.length;
        }

        /**
         * Error of log(sum): exponentials are off by their argument's rounding and 1 ULP, those that underflow by no more
         * than the smallest float; the logarithm by 1 ULP.
         */
        double logError() {
            return 1.01 * ((110 + 2) * U + Errors.ofSum(n(), 0) + 2 * U * logSum)
                    + n() * (double) Float.MIN_VALUE;
        }

        /** Sum of {@code weight[j] |x[j] - max|}. */
        double spread(double[] weight) {
            return IntStream.range(0, n())
                    .mapToDouble(j -> weight[j] == 0 ? 0 : weight[j] * Math.abs(x[j] - max))
                    .sum();
        }
    }

    private static float[] logits(int n, int seed) {
        float[] x = Flavour.MODERATE.array(seed, n);
        for (int j = 0; j < n; j++) {
            x[j] = (seed + j) % 5 == 0 && seed % 2 == 0
                    ? EXTREMES[(seed / 2 + j / 5) % EXTREMES.length]
                    : x[j] / 10f;
        }
        x[n / 2] = 1f;
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 64, 65, 1000, 30_000})
    void logSoftmax(int n) {
        for (int seed = 0; seed < 20; seed++) {
            Row row = new Row(logits(n, seed));
            float[] y = new float[n];
            SoftmaxReference.logSoftmax(1, n, row.x, 0, n, y, 0, n);
            double[] exact = DoubleLosses.logSoftmax(DoubleLosses.of(row.x));
            for (int j = 0; j < n; j++) {
                assertWithin(y[j], exact[j], row.logError() + (row.max - row.x[j] - exact[j]) * U);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 64, 65, 1000, 30_000})
    void crossEntropyWithSmoothing(int n) {
        for (int seed = 0; seed < 20; seed++) {
            Row row = new Row(logits(n, seed));
            int label = n / 2;
            float smoothing = 0.1f * (seed % 4);
            float[] loss = new float[1];
            LossReference.softmaxCrossEntropy(1, n, row.x, 0, n, new int[]{label}, 0, smoothing, new float[n],
                    0, n, loss, 0);
            double[] t = DoubleLosses.smoothed(n, label, smoothing);
            double exact = DoubleLosses.crossEntropy(DoubleLosses.of(row.x), t);
            assertWithin(loss[0], exact, row.logError() + Errors.ofSum(n, 5) * row.spread(t) + exact * U);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 64, 65, 1000, 30_000})
    void crossEntropyWithSoftTargets(int n) {
        for (int seed = 0; seed < 20; seed++) {
            Row row = new Row(logits(n, seed));
            float[] t = targets(row.x, seed);
            float[] loss = new float[1];
            LossReference.softTargetCrossEntropy(1, n, row.x, 0, n, t, 0, n, new float[n], 0, n, loss, 0);
            double[] weights = DoubleLosses.of(t);
            double mass = Arrays.stream(weights).sum();
            double exact = DoubleLosses.crossEntropy(DoubleLosses.of(row.x), weights);
            assertWithin(loss[0], exact, mass * (row.logError() + Errors.ofSum(n, 1) * row.logSum)
                    + Errors.ofSum(n, 3) * row.spread(weights) + exact * U);
        }
    }

    /** A distribution that gives nothing to logits of -infinity. */
    private static float[] targets(float[] x, int seed) {
        float[] t = Flavour.MODERATE.array(seed + 1L, x.length);
        double sum = 0;
        for (int j = 0; j < t.length; j++) {
            t[j] = x[j] < -1e38f || (j + seed) % 3 == 0 ? 0f : Math.abs(t[j]);
            sum += t[j];
        }
        for (int j = 0; j < t.length; j++) {
            t[j] = sum == 0 ? 0f : (float) (t[j] / sum);
        }
        return t;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 100_000})
    void elementLosses(int n) {
        float[] x = Flavour.MODERATE.array(n, n);
        float[] t = Flavour.MODERATE.array(n + 1L, n);
        double[] dx = DoubleLosses.of(x);
        double[] dt = DoubleLosses.of(t);
        double absolute = DoubleLosses.absoluteError(dx, dt);
        assertWithin(ElementLossReference.absoluteError(n, x, 0, t, 0), absolute,
                Errors.ofSum(n, 1) * absolute);
        for (float delta : new float[]{1e-3f, 1f, 10f, 1e6f}) {
            double huber = DoubleLosses.huber(dx, dt, delta);
            assertWithin(ElementLossReference.huber(n, delta, x, 0, t, 0), huber,
                    Errors.ofSum(n, 5) * huber);
        }
    }

    /** No term is negative, so nothing cancels: the error is relative, also where the loss is tiny. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 100_000})
    void binaryCrossEntropy(int n) {
        float[] t = new float[n];
        for (float extreme : new float[]{1f, 20f, 80f, 88f}) {
            for (int certain = 0; certain < 2; certain++) {
                float[] x = Flavour.MODERATE.array(n, n);
                for (int i = 0; i < n; i++) {
                    x[i] = i % 3 == 0 ? extreme : -extreme;
                    t[i] = certain == 1 ? (i % 3 == 0 ? 1f : 0f) : (i % 17) / 16f;
                }
                double exact = DoubleLosses.binaryCrossEntropy(DoubleLosses.of(x), DoubleLosses.of(t));
                assertWithin(ElementLossReference.binaryCrossEntropy(n, x, 0, t, 0), exact,
                        Errors.ofSum(n, 6) * exact);
            }
        }
    }
}
