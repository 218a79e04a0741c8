package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {
    private static final long SEED = 11;
    /** Values before and behind the sample that nothing may touch. */
    private static final int GUARD = 3;

    private static float[] random(int n) {
        Random random = new Random(n);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 1 + random.nextFloat();
        }
        return values;
    }

    /** What becomes of a sample; checks that its neighbours stay. */
    private static float[] apply(String words, long stream, float[] image, int... shape) {
        float[] rows = new float[image.length + 2 * GUARD];
        Arrays.fill(rows, -7);
        System.arraycopy(image, 0, rows, GUARD, image.length);
        Augmenter augmenter = new Augmenter(AugmentationParser.parse(words), shape);
        augmenter.begin(rows, GUARD, SEED, stream);
        augmenter.beforeScaling();
        augmenter.afterScaling();
        for (int i = 0; i < GUARD; i++) {
            assertThat(rows[i]).isEqualTo(-7);
            assertThat(rows[rows.length - 1 - i]).isEqualTo(-7);
        }
        return Arrays.copyOfRange(rows, GUARD, GUARD + image.length);
    }

    private static float pixel(float[] image, int[] shape, int row, int column, int channel) {
        return row < 0 || column < 0 || row >= shape[0] || column >= shape[1]
                ? 0
                : image[(row * shape[1] + column) * shape[2] + channel];
    }

    @ParameterizedTest
    @CsvSource({"5, 7, 1, 2", "7, 5, 3, 2", "3, 2, 2, 4", "1, 6, 1, 3", "28, 28, 1, 3"})
    void shiftsMoveEveryPixelAlike(int height, int width, int channels, int pixels) {
        int[] shape = {height, width, channels};
        float[] image = random(height * width * channels);
        boolean[][] seen = new boolean[2 * pixels + 1][2 * pixels + 1];
        for (int stream = 0; stream < 2000; stream++) {
            RandomStream random = new RandomStream(SEED, stream);
            int down = random.nextInt(2 * pixels + 1) - pixels;
            int right = random.nextInt(2 * pixels + 1) - pixels;
            seen[down + pixels][right + pixels] = true;
            float[] moved = apply("shift:" + pixels, stream, image, shape);
            for (int i = 0; i < moved.length; i++) {
                int row = i / channels / width;
                int column = i / channels % width;
                assertThat(moved[i]).isEqualTo(pixel(image, shape, row - down, column - right, i % channels));
            }
        }
        for (boolean[] row : seen) {
            assertThat(row).doesNotContain(false);
        }
    }

    /** Against the same map in double arithmetic. */
    @ParameterizedTest
    @CsvSource({"5, 7, 1, 10", "7, 5, 3, 180", "28, 28, 1, 45", "1, 1, 2, 90"})
    void rotationsInterpolate(int height, int width, int channels, float degrees) {
        int[] shape = {height, width, channels};
        float[] image = random(height * width * channels);
        for (int stream = 0; stream < 20; stream++) {
            double angle = Math.toRadians(new RandomStream(SEED, stream).nextFloat(-degrees, degrees));
            float[] turned = apply("rotate:" + degrees, stream, image, shape);
            for (int i = 0; i < turned.length; i++) {
                int pixel = i / channels;
                int line = pixel / width;
                double down = line - (height - 1) / 2.0;
                double right = pixel % width - (width - 1) / 2.0;
                double row = Math.cos(angle) * down - Math.sin(angle) * right + (height - 1) / 2.0;
                double column = Math.sin(angle) * down + Math.cos(angle) * right + (width - 1) / 2.0;
                assertThat((double) turned[i]).as("pixel %d", i)
                        .isCloseTo(bilinear(image, shape, row, column, i % channels), within(1e-4));
            }
        }
    }

    private static double bilinear(float[] image, int[] shape, double row, double column, int channel) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double sum = 0;
        for (int i = top; i <= top + 1; i++) {
            for (int j = left; j <= left + 1; j++) {
                sum += (1 - Math.abs(row - i)) * (1 - Math.abs(column - j))
                        * pixel(image, shape, i, j, channel);
            }
        }
        return sum;
    }

    @Test
    void noiseIsNormal() {
        float[] zeros = new float[10_001];
        float[] noise = apply("noise:0.5", 3, zeros, zeros.length);
        float[] expected = new float[zeros.length];
        Philox.normal(SEED, 3, 0, 0, 0.5f, zeros.length, expected, 0);
        assertThat(noise).isEqualTo(expected);
        double squares = 0;
        for (float value : noise) {
            squares += value * value;
        }
        assertThat(squares / noise.length).isCloseTo(0.25, within(0.02));
        assertThat(apply("noise:0.5", 3, new float[]{1, 2}, 2)).containsExactly(1 + noise[0], 2 + noise[1]);
    }

    /** Each takes numbers that the ones before it have left. */
    @Test
    void compositionsDrawFromOneStream() {
        float[] image = random(30);
        RandomStream random = new RandomStream(SEED, 9);
        Sample sample = new Sample(5, 6);
        float[] expected = image.clone();
        sample.at(expected, 0);
        List<Augmentation> geometry = List.of(new Shift(1), new Rotate(30), new Shift(2));
        geometry.forEach(augmentation -> augmentation.apply(sample, random));
        new Noise(0.1f).apply(sample, random);
        new Noise(0.1f).apply(sample, random);
        assertThat(apply("shift:1 noise:0.1 rotate:30 noise:0.1 shift:2", 9, image, 5, 6))
                .isEqualTo(expected);
        float[] once = apply("noise:0.1", 9, new float[30], 30);
        float[] twice = apply("noise:0.1 noise:0.1", 9, new float[30], 30);
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isNotEqualTo(2 * once[i]);
        }
    }

    @Test
    void streamsAndSeedsDiffer() {
        float[] image = random(784);
        String words = "shift:3 rotate:20 noise:0.1";
        assertThat(apply(words, 1, image, 28, 28, 1)).isEqualTo(apply(words, 1, image, 28, 28, 1))
                .isNotEqualTo(apply(words, 2, image, 28, 28, 1))
                .isNotEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shift:2", "rotate:10", "rotate:0.5", "noise:0.1", "shift:1 noise:2 rotate:180"})
    void wordsAndAugmentationsAreTheSame(String words) {
        assertThat(AugmentationParser.parse("  " + words.replace(" ", " \t") + " ")
                .stream()
                .map(Augmentation::spec)
                .toList()).isEqualTo(List.of(words.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "shift | augmentation: \"shift\": pixels: \"\" (expected a whole number >= 1)",
            "shift:0 | augmentation: \"shift:0\": pixels: 0 (expected 1 to 1048576)",
            "shift:1.5 | augmentation: \"shift:1.5\": pixels: \"1.5\" (expected a whole number >= 1)",
            "rotate:0 | augmentation: \"rotate:0\": degrees: 0.0 (expected > 0 and <= 180)",
            "rotate:181 | augmentation: \"rotate:181\": degrees: 181.0 (expected > 0 and <= 180)",
            "noise:x | augmentation: \"noise:x\": deviation: \"x\" (expected a number such as 0.25)",
            "noise:1e99 | augmentation: \"noise:1e99\": deviation: Infinity (expected a finite number above 0)",
            "flip | augmentation: \"flip\": unknown word"})
    void refusesWordsThatMeanNothing(String words, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> AugmentationParser.parse("noise:1 " + words))
                .withMessage(message + "; known: " + AugmentationParser.KNOWN);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatIllegalArgumentException().isThrownBy(() -> AugmentationParser.parse(" "))
                .withMessage("augmentation: none (expected some of: " + AugmentationParser.KNOWN + ")");
        for (String word : List.of("shift:2", "rotate:10")) {
            List<Augmentation> parsed = AugmentationParser.parse(word);
            assertThatIllegalArgumentException().isThrownBy(() -> new Augmenter(parsed, 4))
                    .withMessage(word
                            + ": samples of shape [4] (expected images: height, width and channels)");
        }
        assertThat(new Augmenter(AugmentationParser.parse("noise:1"), 4).isEmpty()).isFalse();
        assertThat(Augmenter.none().isEmpty()).isTrue();
    }
}
