package dev.lanewise.properties;

import static dev.lanewise.properties.Errors.assertWithin;
import static dev.lanewise.properties.Errors.gamma;

import dev.lanewise.kernels.Reductions;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published bounds of sums, dot products, distances and moments hold for numbers of very different magnitudes, for such
 * as cancel, and where squares and products underflow.
 */
class WideReductionAccuracyTest {
    /** What a rounding among the subnormals loses at most. */
    private static final double SUBNORMAL = 0x1p-150;

    /** n, and the smallest and the largest exponent. */
    static Stream<Arguments> ranges() {
        return Stream.of(1, 2, 63, 64, 65, 129, 1000, 20_000)
                .flatMap(n -> Stream
                        .of(new int[]{0, 1}, new int[]{-12, 12}, new int[]{-50, 50}, new int[]{40, 50},
                                new int[]{-80, -60}, new int[]{-149, -120}, new int[]{-149, -50})
                        .map(range -> Arguments.of(n, range[0], range[1])));
    }

    /** Every third number is the negative of the one before but for a last place or so. */
    private static float[] numbers(int n, int low, int high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            float any = Math.scalb((float) random.nextDouble(1, 2), random.nextInt(low, high + 1));
            x[i] = i % 3 == 2 ? -Math.nextUp(x[i - 1]) : random.nextBoolean() ? any : -any;
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void sums(int n, int low, int high) {
        for (int seed = 0; seed < 5; seed++) {
            float[] x = numbers(n, low, high, seed);
            double sum = 0;
            double magnitude = 0;
            for (float v : x) {
                sum += v;
                magnitude += Math.abs(v);
            }
            double error = gamma(Math.ceilDiv(n, 64) + 5) * magnitude;
            assertWithin(Reductions.sum(n, x, 0), sum, error);
            assertWithin(Reductions.l1Norm(n, x, 0), magnitude, error);
            assertWithin(Reductions.mean(n, x, 0), sum / n,
                    gamma(Math.ceilDiv(n, 64) + 6) * magnitude / n + SUBNORMAL);
            float[] column = new float[1];
            Reductions.columnSums(n, 1, x, 0, 1, column, 0);
            assertWithin(column[0], sum, gamma(n) * magnitude);
            Reductions.rowSums(1, n, x, 0, n, column, 0);
            assertWithin(column[0], sum, error);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void products(int n, int low, int high) {
        for (int seed = 0; seed < 5; seed++) {
            float[] x = numbers(n, low, high, seed);
            float[] y = numbers(n, low, high, seed + 100L);
            double dot = 0;
            double magnitude = 0;
            double distance = 0;
            for (int i = 0; i < n; i++) {
                dot += (double) x[i] * y[i];
                magnitude += Math.abs((double) x[i] * y[i]);
                distance += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
            }
            double lost = n * SUBNORMAL;
            assertWithin(Reductions.dot(n, x, 0, y, 0), dot,
                    gamma(Math.ceilDiv(n, 64) + 6) * magnitude + lost);
            assertWithin(Reductions.squaredDistance(n, x, 0, y, 0), distance,
                    gamma(Math.ceilDiv(n, 64) + 8) * distance + lost);
        }
    }

    /** Those whose squares do not underflow, which these bounds leave out. */
    static Stream<Arguments> rangesOfSquares() {
        return ranges().filter(range -> (Integer) range.get()[1] >= -50);
    }

    @ParameterizedTest
    @MethodSource("rangesOfSquares")
    void momentsAndNorms(int n, int low, int high) {
        for (int seed = 0; seed < 5; seed++) {
            float[] x = numbers(n, low, high, seed);
            double sum = 0;
            double magnitude = 0;
            double squares = 0;
            for (float v : x) {
                sum += v;
                magnitude += Math.abs(v);
                squares += (double) v * v;
            }
            double mean = sum / n;
            double around = 0;
            for (float v : x) {
                around += (v - mean) * (v - mean);
            }
            double meanError = gamma(Math.ceilDiv(n, 64) + 6) * magnitude / n;
            double off = n * meanError * meanError;
            double error = gamma(Math.ceilDiv(n, 64) + 9) * (around + off) + off;
            assertWithin(Reductions.variance(n, x, 0), around / n, error / n);
            double norm = Math.sqrt(squares);
            assertWithin(Reductions.l2Norm(n, x, 0), norm,
                    gamma(Math.ceilDiv(n, 64) + 8) / 2 * norm * (1 + 1e-4));
        }
    }
}
