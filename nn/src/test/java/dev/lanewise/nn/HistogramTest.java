package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.nn.Histogram.Bucket;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static Histogram of(float... x) {
        return Histogram.of(x.length, x, 0);
    }

    @Test
    void edgesAreEighthsOfAnOctaveAndValuesOnThemCountAwayFromZero() {
        assertThat(of(1, 1.12f, 1.125f, -1, -1.12f, -1.125f, 1.99f, 2).buckets()).containsExactly(
                new Bucket(-1.25, -1.125, 1), new Bucket(-1.125, -1, 2), new Bucket(1, 1.125, 2),
                new Bucket(1.125, 1.25, 1), new Bucket(1.875, 2, 1), new Bucket(2, 2.25, 1));
    }

    @Test
    void tinyValuesShareTheBucketOfZero() {
        float below = Math.nextDown(0x1p-40f);
        assertThat(of(0, -0f, Float.MIN_VALUE, below, -below, 0x1p-40f, -0x1p-40f).buckets()).containsExactly(
                new Bucket(-0x1.2p-40, -0x1p-40, 1), new Bucket(-0x1p-40, 0x1p-40, 5),
                new Bucket(0x1p-40, 0x1.2p-40, 1));
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        Histogram histogram = of(Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE, Float.NEGATIVE_INFINITY,
                Float.intBitsToFloat(0xffc00001), -3);
        assertThat(histogram.count()).isEqualTo(2);
        assertThat(histogram.notFinite()).isEqualTo(4);
        assertThat(histogram.min()).isEqualTo(-3);
        assertThat(histogram.max()).isEqualTo(Float.MAX_VALUE);
        assertThat(histogram.sum()).isEqualTo((double) Float.MAX_VALUE - 3);
        assertThat(histogram.buckets()).containsExactly(new Bucket(-3.25, -3, 1),
                new Bucket(0x1.ep127, 0x1p128, 1));
    }

    @Test
    void nothingHasNoExtremes() {
        for (Histogram histogram : List.of(of(), of(Float.NaN))) {
            assertThat(histogram.count()).isZero();
            assertThat(histogram.min()).isNaN();
            assertThat(histogram.max()).isNaN();
            assertThat(histogram.sum()).isZero();
            assertThat(histogram.buckets()).isEmpty();
        }
    }

    @Test
    void itIsOfItsRangeAlone() {
        assertThat(Histogram.of(2, new float[]{9, 1, 2, 9}, 1)).isEqualTo(of(1, 2));
        assertThatThrownBy(() -> Histogram.of(2, new float[2], 1)).isInstanceOf(
                IndexOutOfBoundsException.class);
    }

    @Test
    void randomValuesAreCountedWhereTheyLie() {
        Random random = new Random(3);
        float[] x = new float[5_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (random.nextGaussian() * Math.exp(random.nextGaussian() * 5));
        }
        Histogram histogram = of(x);
        long counted = 0;
        for (Bucket bucket : histogram.buckets()) {
            long inside = IntStream.range(0, x.length)
                    .filter(i -> x[i] > 0
                            ? x[i] >= bucket.from() && x[i] < bucket.to()
                            : x[i] > bucket.from() && x[i] <= bucket.to())
                    .count();
            assertThat(bucket.count()).isEqualTo(inside).isPositive();
            counted += bucket.count();
        }
        assertThat(counted).isEqualTo(x.length).isEqualTo(histogram.count());
        double sum = IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum();
        double squares = IntStream.range(0, x.length).mapToDouble(i -> (double) x[i] * x[i]).sum();
        assertThat(histogram.sum()).isCloseTo(sum, within(1e-12 * Math.sqrt(squares * x.length)));
        assertThat(histogram.sumOfSquares()).isCloseTo(squares, within(1e-12 * squares));
    }
}
