package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Dropout;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often elements are dropped, and that one says nothing of another. Five standard errors are allowed. */
@Tag("once")
class DropoutMomentsTest {
    private static final double SIGMAS = 5;
    private static final int N = 1_000_000;

    private static float[] ones() {
        float[] ones = new float[N];
        Arrays.fill(ones, 1f);
        return ones;
    }

    /** 10^8 draws at each rate, of a hundred streams that a training could have used. */
    @ParameterizedTest
    @ValueSource(floats = {1e-6f, 0.1f, 0.25f, 0.5f, 0.8f, 0.999999f})
    void keptAsOftenAsTheRateSays(float rate) {
        int calls = 100;
        float[] x = ones();
        float[] y = new float[N];
        long kept = 0;
        for (int call = 0; call < calls; call++) {
            Dropout.forward(Activation.IDENTITY, 0f, rate, false, 4711, call, call * 37L, N, x, 0, y, 0);
            for (float value : y) {
                kept += value == 1f ? 1 : 0;
            }
        }
        double draws = (double) calls * N;
        double keep = 1 - (double) rate;
        assertThat((kept - draws * keep) / Math.sqrt(draws * keep * rate)).isBetween(-SIGMAS, SIGMAS);
    }

    @Test
    void rateZeroDropsNothing() {
        float[] x = ones();
        float[] y = new float[N];
        Dropout.forward(Activation.IDENTITY, 0f, 0f, true, 1, 2, 3, N, x, 0, y, 0);
        assertThat(y).isEqualTo(x);
    }

    /** Of inverted dropout, kept elements are divided by the probability of being kept, so that the mean stays. */
    @ParameterizedTest
    @ValueSource(floats = {0.1f, 0.5f, 0.875f, 0.999999f})
    void keptElementsAreScaled(float rate) {
        float[] x = ones();
        float[] y = new float[N];
        Dropout.forward(Activation.IDENTITY, 0f, rate, true, 1, 2, 0, N, x, 0, y, 0);
        assertThat(y).containsOnly(0f, (float) (1 / (1 - (double) rate)));
    }

    @Test
    void theLectureScalesByTheProbabilityOfBeingKept() {
        assertThat(Dropout.keepProbability(0f)).isEqualTo(1f);
        assertThat(Dropout.keepProbability(0.75f)).isEqualTo(0.25f);
        assertThatIllegalArgumentException().isThrownBy(() -> Dropout.keepProbability(1f))
                .withMessage("rate: 1.0 (expected 0 <= rate < 1)");
    }

    /** Where no function is 0 or flat, what is dropped forward is what is dropped backward. */
    @ParameterizedTest
    @ValueSource(floats = {0f, 0.3f, 0.999f})
    void theGradientHasTheMaskOfTheForwardPass(float rate) {
        float[] x = ones();
        for (Activation activation : Activation.values()) {
            float alpha = activation.usualAlpha();
            float[] y = new float[N];
            float[] dx = new float[N];
            Dropout.forward(activation, alpha, rate, true, 5, 6, 7, N, x, 0, y, 0);
            Dropout.backward(activation, alpha, rate, true, 5, 6, 7, N, x, 0, x, 0, dx, 0);
            for (int i = 0; i < N; i++) {
                assertThat(dx[i] == 0f).isEqualTo(y[i] == 0f);
            }
        }
    }

    /** Neighbours, words of one block, groups, and the same element of the next stream (layer or step) and seed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 63, 64, 65, 128, 192, 256, 1024})
    void elementsAreIndependent(int lag) {
        float[] a = mask(1, 1, 0);
        assertIndependent(a, mask(1, 1, lag));
        assertIndependent(a, mask(1, 1 + lag, 0));
        assertIndependent(a, mask(1 + lag, 1, 0));
        assertIndependent(a, mask(1, 1 + ((long) lag << 32), 0));
    }

    private static float[] mask(long seed, long stream, long first) {
        float[] y = new float[N];
        Dropout.forward(Activation.IDENTITY, 0f, 0.5f, false, seed, stream, first, N, ones(), 0, y, 0);
        return y;
    }

    /** Chi-square of the four outcomes of a pair: three degrees of freedom. */
    private static void assertIndependent(float[] a, float[] b) {
        long[] counts = new long[4];
        for (int i = 0; i < N; i++) {
            counts[(int) (2 * a[i] + b[i])]++;
        }
        double expected = N / 4.0;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(3 + SIGMAS * Math.sqrt(2 * 3));
    }
}
