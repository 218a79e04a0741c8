package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.reference.ElementLossReference;
import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.SoftmaxReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every backward pass agrees with central differences of the loss in double. */
@Tag("once")
class LossGradientTest {
    private static final int N = 37;
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 3e-6;
    private final float[] x = spread(1, 3f);
    private final float[] t = spread(2, 2.9f);
    private final float[] dx = new float[N];

    /** Numbers in (-limit, limit), no two arrays of which come close enough to reach a kink by a step. */
    private static float[] spread(int seed, float limit) {
        float[] values = new float[N];
        for (int i = 0; i < N; i++) {
            values[i] = limit * (float) Math.sin(seed * 1.7 + i * (seed + 0.37));
        }
        return values;
    }

    /** Targets that are probabilities, and add up to 1.5. */
    private static float[] weights() {
        float[] w = new float[N];
        for (int i = 0; i < N; i++) {
            w[i] = 3f * (i + 1) / (N * (N + 1));
        }
        w[3] += 1.5f - (float) IntStream.range(0, N).mapToDouble(i -> w[i]).sum();
        return w;
    }

    private void assertGradient(double scale, ToDoubleFunction<double[]> loss) {
        double[] at = DoubleLosses.of(x);
        for (int i = 0; i < N; i++) {
            double value = at[i];
            at[i] = value + STEP;
            double above = loss.applyAsDouble(at);
            at[i] = value - STEP;
            double below = loss.applyAsDouble(at);
            at[i] = value;
            assertThat((double) dx[i]).as("element %d", i)
                    .isCloseTo(scale * (above - below) / (2 * STEP), within(TOLERANCE));
        }
    }

    private float[] softmaxOfX() {
        float[] y = new float[N];
        SoftmaxReference.softmax(1, N, x, 0, N, y, 0, N);
        return y;
    }

    private static double dot(double[] a, float[] b) {
        return IntStream.range(0, N).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void softmax() {
        SoftmaxReference.softmaxBackward(1, N, softmaxOfX(), 0, N, t, 0, N, dx, 0, N);
        assertGradient(1, v -> dot(DoubleLosses.softmax(v), t));
    }

    @Test
    void logSoftmax() {
        float[] y = new float[N];
        SoftmaxReference.logSoftmax(1, N, x, 0, N, y, 0, N);
        SoftmaxReference.logSoftmaxBackward(1, N, y, 0, N, t, 0, N, dx, 0, N);
        assertGradient(1, v -> dot(DoubleLosses.logSoftmax(v), t));
    }

    @Test
    void crossEntropy() {
        for (float smoothing : new float[]{0f, 0.1f, 1f}) {
            LossReference.softmaxCrossEntropyBackward(1, N, softmaxOfX(), 0, N, new int[]{5}, 0, smoothing,
                    0.5f, dx, 0, N);
            double[] target = DoubleLosses.smoothed(N, 5, smoothing);
            assertGradient(0.5, v -> DoubleLosses.crossEntropy(v, target));
        }
    }

    @Test
    void softTargets() {
        float[] w = weights();
        LossReference.softTargetCrossEntropyBackward(1, N, softmaxOfX(), 0, N, w, 0, N, 0.5f, dx, 0, N);
        assertGradient(0.5, v -> DoubleLosses.crossEntropy(v, DoubleLosses.of(w)));
    }

    @Test
    void squaredError() {
        ElementLossReference.squaredErrorBackward(N, x, 0, t, 0, 2f / N, dx, 0);
        assertGradient(1.0 / N, v -> DoubleLosses.squaredError(v, DoubleLosses.of(t)));
    }

    @Test
    void absoluteError() {
        ElementLossReference.absoluteErrorBackward(N, x, 0, t, 0, 1f / N, dx, 0);
        assertGradient(1.0 / N, v -> DoubleLosses.absoluteError(v, DoubleLosses.of(t)));
    }

    @Test
    void huber() {
        for (float delta : new float[]{0.1f, 1f, 100f}) {
            ElementLossReference.huberBackward(N, delta, x, 0, t, 0, 1f / N, dx, 0);
            assertGradient(1.0 / N, v -> DoubleLosses.huber(v, DoubleLosses.of(t), delta));
        }
    }

    @Test
    void binaryCrossEntropy() {
        float[] w = weights();
        ElementLossReference.binaryCrossEntropyBackward(N, x, 0, w, 0, 0.5f, dx, 0);
        assertGradient(0.5, v -> DoubleLosses.binaryCrossEntropy(v, DoubleLosses.of(w)));
    }
}
