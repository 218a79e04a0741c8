package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.reference.PhiloxReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Draws are distributed as they should be. Every statistic is known to within its standard error at fixed seeds;
 * five standard errors are allowed.
 */
@Tag("once")
class PhiloxMomentsTest {
    private static final int N = 1 << 20;
    private static final double SIGMAS = 5;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 20261123})
    void uniformDrawsFillTheUnitInterval(long seed) {
        float[] u = new float[N];
        PhiloxReference.uniform(seed, 7, 0, 0f, 1f, N, u, 0);
        int[] bins = new int[256];
        for (float x : u) {
            assertThat(x >= 0f && x < 1f).isTrue();
            bins[(int) (x * 256)]++;
        }
        assertWithin(moment(u, 0.5, 1), 0, Math.sqrt(1.0 / 12 / N));
        assertWithin(moment(u, 0.5, 2), 1.0 / 12, Math.sqrt(1.0 / 180 / N));
        double chiSquare = 0;
        for (int count : bins) {
            chiSquare += (count - N / 256.0) * (count - N / 256.0) / (N / 256.0);
        }
        assertWithin(chiSquare, 255, Math.sqrt(2 * 255));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 20261123})
    void normalDrawsHaveTheMomentsAndTailsOfTheNormalDistribution(long seed) {
        float[] z = new float[N];
        PhiloxReference.normal(seed, 7, 0, 0f, 1f, N, z, 0);
        assertWithin(moment(z, 0, 1), 0, Math.sqrt(1.0 / N));
        assertWithin(moment(z, 0, 2), 1, Math.sqrt(2.0 / N));
        assertWithin(moment(z, 0, 3), 0, Math.sqrt(15.0 / N));
        assertWithin(moment(z, 0, 4), 3, Math.sqrt(96.0 / N));
        assertTail(z, 1, 0.31731050786);
        assertTail(z, 2, 0.04550026390);
        assertTail(z, 3, 0.00269979606);
        assertTail(z, 4, 6.33424837e-5);
        for (float x : z) {
            assertThat(Math.abs(x)).isLessThan(5.78f);
        }
    }

    /** Moments of the normal distribution cut at 2: m(k) = (k - 1) m(k - 2) - 2 2^(k - 1) density(2) / within. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 20261123})
    void truncatedNormalDrawsHaveTheMomentsOfTheirDistribution(long seed) {
        float[] z = new float[N];
        Philox.truncatedNormal(seed, 7, 0, 0f, 1f, N, z, 0);
        double[] m = new double[9];
        m[0] = 1;
        for (int k = 2; k <= 8; k += 2) {
            m[k] = (k - 1) * m[k - 2] - Math.scalb(0.05399096651318806, k) / 0.9544997361036416;
        }
        assertWithin(moment(z, 0, 1), 0, Math.sqrt(m[2] / N));
        assertWithin(moment(z, 0, 2), m[2], Math.sqrt((m[4] - m[2] * m[2]) / N));
        assertWithin(moment(z, 0, 3), 0, Math.sqrt(m[6] / N));
        assertWithin(moment(z, 0, 4), m[4], Math.sqrt((m[8] - m[4] * m[4]) / N));
        assertTail(z, 1, (0.31731050786 - 0.04550026390) / 0.9544997361036416);
        for (float x : z) {
            assertThat(Math.abs(x)).isLessThanOrEqualTo(2f);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, 0.001f, 0.3f, 0.5f, 0.75f, 1f})
    void bernoulliDrawsAreOneAsOftenAsTheySay(float probability) {
        float[] x = new float[N];
        Philox.bernoulli(3, 7, 0, probability, N, x, 0);
        long ones = 0;
        for (float value : x) {
            assertThat(value == 0f || value == 1f).isTrue();
            ones += (long) value;
        }
        double spread = Math.sqrt(N * (double) probability * (1 - probability));
        assertThat(Math.abs(ones - N * (double) probability)).isLessThanOrEqualTo(SIGMAS * spread);
    }

    /** Neighbours, words of one block and elements of neighbouring streams have nothing to do with each other. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 128, 192, 256})
    void elementsAreUncorrelated(int lag) {
        float[] z = new float[N + lag];
        float[] other = new float[N + lag];
        PhiloxReference.normal(3, 7, 0, 0f, 1f, N + lag, z, 0);
        PhiloxReference.normal(3, 8, 0, 0f, 1f, N + lag, other, 0);
        double within = 0;
        double across = 0;
        for (int i = 0; i < N; i++) {
            within += (double) z[i] * z[i + lag];
            across += (double) z[i] * other[i + lag];
        }
        assertWithin(within / N, 0, Math.sqrt(1.0 / N));
        assertWithin(across / N, 0, Math.sqrt(1.0 / N));
    }

    private static void assertTail(float[] z, double beyond, double probability) {
        int count = 0;
        for (float x : z) {
            if (Math.abs(x) > beyond) {
                count++;
            }
        }
        assertWithin((double) count / N, probability, Math.sqrt(probability * (1 - probability) / N));
    }

    private static double moment(float[] x, double center, int power) {
        double sum = 0;
        for (float value : x) {
            sum += Math.pow(value - center, power);
        }
        return sum / x.length;
    }

    private static void assertWithin(double actual, double expected, double standardError) {
        assertThat((actual - expected) / standardError)
                .as("%s against %s, in standard errors", actual, expected)
                .isBetween(-SIGMAS, SIGMAS);
    }
}
