package dev.lanewise.properties;

import static dev.lanewise.properties.Errors.U;
import static dev.lanewise.properties.Errors.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.reference.ReductionReference;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means, variances and norms stay within their bounds against the same in double. */
@Tag("once")
class ReductionAccuracyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 100_000})
    void meanAndVariance(int n) {
        float[] x = Flavour.MODERATE.array(n, n);
        assertMoments(x);
        for (int i = 0; i < n; i++) {
            x[i] += 10_000f;
        }
        assertMoments(x);
    }

    private static void assertMoments(float[] x) {
        int n = x.length;
        double mean = doubles(x).sum() / n;
        double squares = doubles(x).map(v -> (v - mean) * (v - mean)).sum();
        double meanError = Errors.ofSum(n, 1) * doubles(x).map(Math::abs).sum() / n;
        assertWithin(ReductionReference.mean(n, x, 0), mean, meanError);
        double off = n * meanError * meanError;
        double error = Errors.ofSum(n, 4) * (squares + off) + off;
        assertWithin(ReductionReference.variance(n, x, 0), squares / n, error / n);
        if (n > 1) {
            assertWithin(ReductionReference.sampleVariance(n, x, 0), squares / (n - 1), error / (n - 1));
        }
    }

    /** One pass over x and x^2 would lose all bits here. */
    @Test
    void varianceFarFromZero() {
        float[] x = new float[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = 16_384f + (i % 2) * 0x1p-8f;
        }
        assertThat(ReductionReference.variance(x.length, x, 0)).isEqualTo(0x1p-18f);
        assertThat(ReductionReference.variance(7, new float[]{5f, 5f, 5f, 5f, 5f, 5f, 5f}, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 100_000})
    void norms(int n) {
        float[] x = Flavour.MODERATE.array(n, n);
        double sum = doubles(x).map(Math::abs).sum();
        double norm = Math.sqrt(doubles(x).map(v -> v * v).sum());
        assertWithin(ReductionReference.l1Norm(n, x, 0), sum, Errors.ofSum(n, 0) * sum);
        assertWithin(ReductionReference.l2Norm(n, x, 0), norm,
                (Errors.ofSum(n, 1) / 2 + Errors.ofSum(n, 1) * Errors.ofSum(n, 1) + U) * norm);
    }

    /** What the documentation says about the range. */
    @Test
    void normBeyondItsRange() {
        assertThat(ReductionReference.l2Norm(1, new float[]{1.8e19f}, 0)).isEqualTo(1.8e19f);
        assertThat(ReductionReference.l2Norm(1, new float[]{1.85e19f}, 0)).isInfinite();
        assertThat(ReductionReference.l2Norm(1, new float[]{1.1e-19f}, 0)).isEqualTo(1.1e-19f);
        assertThat(ReductionReference.l2Norm(1, new float[]{2.7e-23f}, 0)).isPositive();
        assertThat(ReductionReference.l2Norm(1, new float[]{2.6e-23f}, 0)).isZero();
    }

    private static DoubleStream doubles(float[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]);
    }
}
