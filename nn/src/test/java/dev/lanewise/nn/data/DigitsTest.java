package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DigitsTest {

    /** Label and pixels of each image, one byte each, in order. */
    private static byte[] bytes(Dataset digits) {
        int stride = 1 + digits.features();
        byte[] bytes = new byte[digits.size() * stride];
        float[] image = new float[digits.features()];
        for (int i = 0; i < digits.size(); i++) {
            digits.gather(new int[]{i}, 0, 1, image);
            bytes[i * stride] = (byte) digits.label(i);
            for (int p = 0; p < image.length; p++) {
                bytes[i * stride + 1 + p] = (byte) (int) image[p];
            }
        }
        return bytes;
    }

    private static String sha256(Dataset digits) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(digits)));
    }

    /** Published accuracies and saved models refer to these very pixels: changing them is a breaking change. */
    @Test
    void defaultSetNeverChanges() throws NoSuchAlgorithmException {
        Split split = Digits.load();
        assertThat(sha256(split.train()))
                .isEqualTo("f16dd9993d166b044558ed44a86f5e9434016adf14734831f813ae17d01e366d");
        assertThat(sha256(split.test()))
                .isEqualTo("4ba09eb105bc52b376c80b5ff57df5f435122d83207a0af9b917b31e70847ea1");
    }

    @Test
    void defaultSetIsBalanced() {
        Split split = Digits.load();
        assertThat(split.train().size()).isEqualTo(12_000);
        assertThat(split.test().size()).isEqualTo(2_000);
        assertThat(counts(split.train())).containsOnly(1_200);
        assertThat(counts(split.test())).containsOnly(200);
        assertThat(split.train().shape()).containsExactly(28, 28, 1);
        assertThat(split.train().classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8",
                "9");
    }

    private static int[] counts(Dataset digits) {
        int[] counts = new int[digits.classes()];
        IntStream.range(0, digits.size()).forEach(i -> counts[digits.label(i)]++);
        return counts;
    }

    @Test
    void largerSetBeginsWithTheSmaller() {
        byte[] small = bytes(Digits.generate(37, 5));
        assertThat(small).isEqualTo(bytes(Digits.generate(37, 5)));
        assertThat(small).isEqualTo(bytes(Digits.generate(200, 5).take(37)));
        assertThat(small).isNotEqualTo(bytes(Digits.generate(37, 6)));
    }

    @Test
    void imagesOfOneDigitDiffer() {
        Dataset digits = Digits.generate(300, 1);
        float[] pixels = new float[784];
        long distinct = IntStream.range(0, 300).mapToObj(i -> {
            digits.gather(new int[]{i}, 0, 1, pixels);
            return Arrays.hashCode(pixels);
        }).distinct().count();
        assertThat(distinct).isEqualTo(300);
    }

    @Test
    void everyImageShowsInkOnADarkGround() {
        Dataset digits = Digits.generate(1_000, 2);
        float[] pixels = new float[784];
        for (int i = 0; i < digits.size(); i++) {
            digits.gather(new int[]{i}, 0, 1, pixels);
            int ink = 0;
            for (float pixel : pixels) {
                ink += pixel > 100 ? 1 : 0;
            }
            assertThat(ink).as("bright pixels of image %d", i).isBetween(15, 350);
        }
    }

    @Test
    void refusesBadSizes() {
        assertThat(Digits.generate(0, 1).size()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Digits.generate(-1, 1))
                .withMessage("size: -1 (expected 0..2739137)");
        assertThatIllegalArgumentException().isThrownBy(() -> Digits.generate(2_739_138, 1))
                .withMessage("size: 2739138 (expected 0..2739137)");
    }
}
