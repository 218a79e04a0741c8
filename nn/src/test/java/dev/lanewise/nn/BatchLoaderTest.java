package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.data.AugmentationParser;
import dev.lanewise.nn.data.Augmenter;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLoaderTest {
    private static final int ROWS = 20;
    private static final int PIXELS = 28 * 28;
    private static final Dataset DIGITS = Digits.generate(ROWS, 3);
    private static final Network NETWORK = Network.input(PIXELS)
            .scaling(Scaling.uniform(10, 0.25f))
            .dense(1)
            .build(1);

    private static BatchLoader loader(String words) {
        return new BatchLoader(NETWORK, words.isEmpty()
                ? Augmenter.none()
                : new Augmenter(AugmentationParser.parse(words), DIGITS.shape()));
    }

    /** All rows, loaded in batches of a size and in an order, but returned in their own. */
    private static float[] load(String words, int batchSize, int[] order, long seed, int epoch) {
        BatchLoader loader = loader(words);
        float[] all = new float[ROWS * PIXELS];
        float[] batch = new float[batchSize * PIXELS];
        for (int from = 0; from < ROWS; from += batchSize) {
            int count = Math.min(batchSize, ROWS - from);
            loader.load(DIGITS, order, from, count, seed, epoch, batch);
            for (int i = 0; i < count; i++) {
                System.arraycopy(batch, i * PIXELS, all, order[from + i] * PIXELS, PIXELS);
            }
        }
        return all;
    }

    private static float[] load(String words, long seed, int epoch) {
        return load(words, ROWS, TrainingRun.ascending(ROWS), seed, epoch);
    }

    private static int[] descending() {
        int[] order = new int[ROWS];
        Arrays.setAll(order, i -> ROWS - 1 - i);
        return order;
    }

    @Test
    void gathersAndScales() {
        float[] expected = new float[ROWS * PIXELS];
        DIGITS.gather(TrainingRun.ascending(ROWS), 0, ROWS, expected);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (expected[i] - 10) * 0.25f;
        }
        assertThat(load("", 1, 1)).isEqualTo(expected);
        assertThat(load("", 7, descending(), 1, 1)).isEqualTo(expected);
        float[] predicted = new float[ROWS * PIXELS];
        loader("noise:1").load(DIGITS, TrainingRun.ascending(ROWS), 0, ROWS, predicted);
        assertThat(predicted).isEqualTo(expected);
    }

    /** The order of a resumed epoch may begin anywhere, and batches may have any size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, ROWS})
    void aSampleDependsOnSeedAndEpochAlone(int batchSize) {
        String words = "shift:2 rotate:10 noise:0.1";
        float[] expected = load(words, 5, 3);
        assertThat(load(words, batchSize, descending(), 5, 3)).isEqualTo(expected);
        assertThat(load(words, 6, 3)).isNotEqualTo(expected);
        assertThat(load(words, 5, 4)).isNotEqualTo(expected);
    }

    /** Noise is in units of the network's inputs, geometry pulls in raw zeros. */
    @Test
    void scalingComesBetweenGeometryAndNoise() {
        float[] plain = load("", 1, 1);
        float[] noisy = load("noise:0.5", 1, 1);
        double squares = 0;
        for (int i = 0; i < plain.length; i++) {
            squares += (noisy[i] - plain[i]) * (noisy[i] - plain[i]);
        }
        assertThat(Math.sqrt(squares / plain.length)).isBetween(0.49, 0.51);
        float[] gone = load("shift:1000", 1, 1);
        assertThat(gone[0]).isEqualTo((0 - 10) * 0.25f);
    }

    /** Equal samples become different ones. */
    @Test
    void samplesHaveNumbersOfTheirOwn() {
        Dataset twice = DIGITS.subset(4, 4);
        float[] batch = new float[2 * PIXELS];
        for (String words : List.of("shift:5", "rotate:20", "noise:0.1")) {
            loader(words).load(twice, new int[]{0, 1}, 0, 2, 1, 1, batch);
            assertThat(Arrays.copyOf(batch, PIXELS))
                    .isNotEqualTo(Arrays.copyOfRange(batch, PIXELS, 2 * PIXELS));
        }
    }
}
