package dev.lanewise.properties;

import static dev.lanewise.properties.Errors.U;
import static dev.lanewise.properties.Errors.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.ElementLosses;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.reference.ElementLossReference;
import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.SoftmaxReference;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logits and outputs up to the largest float: the result is the true one, finite wherever that is a float, and has the bits
 * of the definition at the width in use.
 */
class HugeLogitsTest {
    private static final float INF = Float.POSITIVE_INFINITY;
    private static final float MAX = Float.MAX_VALUE;
    private static final float[] HUGE = {MAX, -MAX, 3e38f, -3e38f, 1e38f, -1e38f, 1e30f, -1e30f, 1e20f, 90f,
            -104f, 1f,
            0f, -0f, Float.MIN_VALUE};
    private static final float[] SMOOTHINGS = {0f, Float.MIN_VALUE, 1e-40f, 1e-8f, 0.1f, 0.5f, 0.999f, 1f};
    private static final double OVERFLOW = MAX + Math.ulp(MAX) / 2.0;

    private static int seeds(int n) {
        return n < 500 ? 24 : 6;
    }

    private static float[] huge(int n, int seed) {
        var random = new SplittableRandom(seed);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            // All values by turns, and rows with nothing but the largest.
            x[i] = HUGE[random.nextInt(seed % 3 == 0 ? 4 : HUGE.length)];
        }
        return x;
    }

    /** A distribution, with zeros at -infinity and here and there. */
    private static float[] distribution(float[] x, int seed) {
        float[] t = new float[x.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = x[j] == -INF || (j + seed) % 4 == 0 ? 0f : (1f + (j + seed) % 3) / (2f * t.length);
        }
        return t;
    }

    /** The exact value rounded to what a float can be, within a relative bound. */
    private static void assertRounded(float actual, double exact, double relative, double absolute) {
        double bound = Math.abs(exact) * relative + absolute;
        if (Math.abs(exact) - bound >= OVERFLOW) {
            assertThat(actual).isEqualTo(exact > 0 ? INF : -INF);
        } else if (Math.abs(exact) + bound < MAX) {
            assertWithin(actual, exact, bound);
        } else {
            // At the edge: the largest floats of that sign, or infinity.
            assertThat(exact > 0 ? actual : -actual).isGreaterThan(0.999f * MAX);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 16, 17, 64, 100, 600, 5000})
    void softmaxAndLogSoftmax(int n) {
        for (int seed = 0; seed < seeds(n); seed++) {
            float[] x = huge(n, seed);
            double[] log = DoubleLosses.logSoftmax(DoubleLosses.of(x));
            float[] y = new float[n];
            float[] expected = new float[n];
            Losses.softmax(1, n, x, 0, n, y, 0, n);
            SoftmaxReference.softmax(1, n, x, 0, n, expected, 0, n);
            assertThat(y).isEqualTo(expected);
            Losses.logSoftmax(1, n, x, 0, n, expected, 0, n);
            for (int j = 0; j < n; j++) {
                assertWithin(y[j], StrictMath.exp(log[j]), 1e-4 * StrictMath.exp(log[j]) + Float.MIN_VALUE);
                assertRounded(expected[j], log[j], 2 * U, 1e-4);
            }
            SoftmaxReference.logSoftmax(1, n, x, 0, n, y, 0, n);
            assertThat(y).isEqualTo(expected);
            assertLogSoftmaxGradient(n, y);
        }
    }

    private static void assertLogSoftmaxGradient(int n, float[] y) {
        float[] dy = distribution(y, 1);
        float[] dx = new float[n];
        Losses.logSoftmaxBackward(1, n, y, 0, n, dy, 0, n, dx, 0, n);
        double mass = Arrays.stream(DoubleLosses.of(dy)).sum();
        for (int j = 0; j < n; j++) {
            assertWithin(dx[j], dy[j] - StrictMath.exp(y[j]) * mass, 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 16, 17, 64, 100, 600, 5000})
    void crossEntropyWithSmoothing(int n) {
        for (int seed = 0; seed < seeds(n); seed++) {
            float[] x = huge(n, seed);
            int label = seed * 7 % n;
            for (float smoothing : SMOOTHINGS) {
                float loss = crossEntropy(x, label, smoothing);
                // The targets as the gradient has them.
                double[] t = DoubleLosses.smoothed(n, label, 0);
                Arrays.setAll(t, j -> (j == label ? 1f - smoothing : 0) + (double) (smoothing / n));
                double exact = DoubleLosses.crossEntropy(DoubleLosses.of(x), t);
                assertRounded(loss, exact, Errors.ofSum(n, 8), 1e-3);
            }
        }
    }

    private static float crossEntropy(float[] x, int label, float smoothing) {
        int n = x.length;
        float[] y = new float[n];
        float[] loss = new float[1];
        float[] definition = new float[1];
        Losses.softmaxCrossEntropy(1, n, x, 0, n, new int[]{label}, 0, smoothing, y, 0, n, loss, 0);
        LossReference.softmaxCrossEntropy(1, n, x, 0, n, new int[]{label}, 0, smoothing, y, 0, n, definition,
                0);
        assertThat(loss).isEqualTo(definition);
        float[] dx = new float[n];
        Losses.softmaxCrossEntropyBackward(1, n, y, 0, n, new int[]{label}, 0, smoothing, 1f, dx, 0, n);
        for (float d : dx) {
            assertThat(d).isBetween(-1f, 1f);
        }
        return loss[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 16, 17, 64, 100, 600, 5000})
    void crossEntropyWithSoftTargets(int n) {
        for (int seed = 0; seed < seeds(n); seed++) {
            float[] x = huge(n, seed);
            if (seed % 5 == 4 && n > 1) {
                x[n / 2] = -INF;
            }
            float[] t = distribution(x, seed);
            double exact = DoubleLosses.crossEntropy(DoubleLosses.of(x), DoubleLosses.of(t));
            assertRounded(softTargets(x, t), exact, Errors.ofSum(n, 8), 1e-3);
        }
    }

    private static float softTargets(float[] x, float[] t) {
        int n = x.length;
        float[] y = new float[n];
        float[] loss = new float[1];
        float[] definition = new float[1];
        Losses.softTargetCrossEntropy(1, n, x, 0, n, t, 0, n, y, 0, n, loss, 0);
        LossReference.softTargetCrossEntropy(1, n, x, 0, n, t, 0, n, y, 0, n, definition, 0);
        assertThat(loss).isEqualTo(definition);
        float[] dx = new float[n];
        Losses.softTargetCrossEntropyBackward(1, n, y, 0, n, t, 0, n, 1f, dx, 0, n);
        for (float d : dx) {
            assertThat(d).isBetween(-1.5f, 1.5f);
        }
        return loss[0];
    }

    /** What the contract says in words. */
    @Test
    void statedValues() {
        float[] y = new float[2];
        Losses.logSoftmax(1, 2, new float[]{3e38f, -3e38f}, 0, 2, y, 0, 2);
        assertThat(y).containsExactly(0f, -INF);
        Losses.logSoftmax(1, 2, new float[]{1.5e38f, -1.5e38f}, 0, 2, y, 0, 2);
        assertThat(y).containsExactly(0f, -3e38f);
        // 6e38 * 0.05, where 6e38 is no float.
        assertThat(crossEntropy(new float[]{3e38f, -3e38f}, 0, 0.1f)).isBetween(2.999e37f, 3.001e37f);
        assertThat(crossEntropy(new float[]{3e38f, -3e38f}, 1, 1f)).isBetween(2.999e38f, 3.001e38f);
        assertThat(crossEntropy(new float[]{3e38f, -3e38f}, 1, 0f)).isEqualTo(INF);
        // -infinity is as bad as can be wherever it has a target.
        assertThat(crossEntropy(new float[]{0f, -INF}, 0, 0f)).isEqualTo(0f);
        for (float smoothing : new float[]{0.1f, 1f}) {
            assertThat(crossEntropy(new float[]{0f, -INF}, 0, smoothing)).isEqualTo(INF);
            assertThat(crossEntropy(new float[]{0f, -INF}, 1, smoothing)).isEqualTo(INF);
        }
        assertThat(softTargets(new float[]{3e38f, -3e38f}, new float[]{0.9f, 0.1f})).isBetween(5.999e37f,
                6.001e37f);
        assertThat(softTargets(new float[]{0f, -INF}, new float[]{1f, 0f})).isEqualTo(0f);
        assertThat(softTargets(new float[]{0f, -INF}, new float[]{0.5f, 0.5f})).isEqualTo(INF);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 100, 600})
    void elementLosses(int n) {
        for (int seed = 0; seed < seeds(n); seed++) {
            float[] x = huge(n, seed);
            float[] t = huge(n, seed + 100);
            double[] dx = DoubleLosses.of(x);
            double[] dt = DoubleLosses.of(t);
            float absolute = ElementLosses.absoluteError(n, x, 0, t, 0);
            assertThat(absolute).isEqualTo(ElementLossReference.absoluteError(n, x, 0, t, 0));
            assertRounded(absolute, DoubleLosses.absoluteError(dx, dt), Errors.ofSum(n, 1), 0);
            for (float delta : new float[]{1e-30f, 1e-3f, 1f, 1e10f, 3e38f}) {
                float huber = ElementLosses.huber(n, delta, x, 0, t, 0);
                assertThat(huber).isEqualTo(ElementLossReference.huber(n, delta, x, 0, t, 0));
                assertRounded(huber, DoubleLosses.huber(dx, dt, delta), Errors.ofSum(n, 6),
                        Float.MIN_VALUE * n);
            }
            assertGradients(n, x, t);
        }
    }

    private static void assertGradients(int n, float[] x, float[] t) {
        float[] gradient = new float[n];
        float[] definition = new float[n];
        for (float scale : new float[]{1f, 0.01f, 1e-38f, 0f, -2f}) {
            ElementLosses.squaredErrorBackward(n, x, 0, t, 0, scale, gradient, 0);
            ElementLossReference.squaredErrorBackward(n, x, 0, t, 0, scale, definition, 0);
            assertThat(gradient).isEqualTo(definition);
            for (int i = 0; i < n; i++) {
                assertRounded(gradient[i], ((double) x[i] - t[i]) * scale, 3 * U, 2 * Float.MIN_VALUE);
            }
            ElementLosses.huberBackward(n, 2f, x, 0, t, 0, scale, gradient, 0);
            for (int i = 0; i < n; i++) {
                double d = Math.clamp((double) x[i] - t[i], -2, 2);
                assertRounded(gradient[i], d * scale, 3 * U, 2 * Float.MIN_VALUE);
            }
            ElementLosses.absoluteErrorBackward(n, x, 0, t, 0, scale, gradient, 0);
            for (int i = 0; i < n; i++) {
                assertThat(gradient[i]).isEqualTo(Math.signum(x[i] - t[i]) * scale + 0f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 100, 600})
    void binaryCrossEntropy(int n) {
        for (int seed = 0; seed < seeds(n); seed++) {
            float[] x = huge(n, seed);
            float[] t = new float[n];
            for (int i = 0; i < n; i++) {
                t[i] = seed % 2 == 0 ? (i + seed) % 5 / 4f : x[i] > 0 ? 1f : 0f;
            }
            float loss = ElementLosses.binaryCrossEntropy(n, x, 0, t, 0);
            assertThat(loss).isEqualTo(ElementLossReference.binaryCrossEntropy(n, x, 0, t, 0));
            double exact = DoubleLosses.binaryCrossEntropy(DoubleLosses.of(x), DoubleLosses.of(t));
            assertRounded(loss, exact, Errors.ofSum(n, 6), n * Float.MIN_VALUE);
            float[] dx = new float[n];
            ElementLosses.binaryCrossEntropyBackward(n, x, 0, t, 0, 1f, dx, 0);
            for (int i = 0; i < n; i++) {
                assertWithin(dx[i], 1 / (1 + StrictMath.exp(-(double) x[i])) - t[i], 4 * U);
            }
        }
    }
}
