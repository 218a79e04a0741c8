package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RandomStream}: the words of consecutive blocks, and draws without bias. */
@Tag("once")
class RandomStreamTest {
    @Test
    void wordsAreThoseOfConsecutiveBlocks() {
        var stream = new RandomStream(5, 6);
        int[] block = new int[4];
        for (int i = 0; i < 40; i++) {
            PhiloxReference.block(5, 6, i / 4, block);
            assertThat(stream.nextInt()).isEqualTo(block[i % 4]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1000})
    void boundedIntegersAreEvenlySpread(int bound) {
        var stream = new RandomStream(9, bound);
        int draws = 1000 * bound;
        int[] counts = new int[bound];
        for (int i = 0; i < draws; i++) {
            counts[stream.nextInt(bound)]++;
        }
        double chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - 1000.0) * (c - 1000.0) / 1000.0).sum();
        assertThat(chiSquare).isBetween(bound - 1 - 5 * Math.sqrt(2 * bound),
                bound - 1 + 5 * Math.sqrt(2 * bound));
    }

    /** With a bound of 3 * 2^29 a draw without rejection would favour every third value two to one. */
    @Test
    void largeBoundsHaveNoBias() {
        int bound = 3 << 29;
        var stream = new RandomStream(9, 1);
        int third = 0;
        int draws = 300_000;
        for (int i = 0; i < draws; i++) {
            if (stream.nextInt(bound) % 3 == 0) {
                third++;
            }
        }
        assertThat(third).isBetween(draws / 3 - 1300, draws / 3 + 1300);
    }

    @Test
    void floatsAreMultiplesOfTwoToMinus24BelowOne() {
        var stream = new RandomStream(1, 1);
        for (int i = 0; i < 10_000; i++) {
            float u = stream.nextFloat();
            assertThat(u >= 0f && u < 1f && u * 0x1p24f == Math.rint(u * 0x1p24f)).isTrue();
        }
    }

    @Test
    void permutationIsAShuffleOfTheFirstNumbers() {
        int[] shuffled = IntStream.range(0, 1000).toArray();
        new RandomStream(1, 2).shuffle(shuffled);
        assertThat(new RandomStream(1, 2).permutation(1000)).isEqualTo(shuffled);
        assertThat(new RandomStream(1, 2).permutation(0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomStream(1, 2).permutation(-1))
                .withMessage("n: -1 (expected >= 0)");
    }

    @Test
    void shuffleIsAPermutationThatItsSeedDecides() {
        int[] a = IntStream.range(0, 1000).toArray();
        int[] b = a.clone();
        int[] c = a.clone();
        new RandomStream(1, 2).shuffle(a);
        new RandomStream(1, 2).shuffle(b);
        new RandomStream(1, 3).shuffle(c);
        assertThat(a).isEqualTo(b).isNotEqualTo(c);
        assertThat(Arrays.stream(a).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
    }

    /** 24 orders of 4 elements, 2,400 shuffles. */
    @Test
    void everyOrderIsEquallyLikely() {
        var stream = new RandomStream(4, 4);
        int[] counts = new int[256];
        for (int i = 0; i < 2400; i++) {
            int[] order = {0, 1, 2, 3};
            stream.shuffle(order);
            counts[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
        }
        assertThat(Arrays.stream(counts).filter(c -> c > 0).count()).isEqualTo(24);
        double chiSquare = Arrays.stream(counts)
                .filter(c -> c > 0)
                .mapToDouble(c -> (c - 100.0) * (c - 100.0) / 100)
                .sum();
        assertThat(chiSquare).isLessThan(23 + 5 * Math.sqrt(2 * 23));
    }
}
