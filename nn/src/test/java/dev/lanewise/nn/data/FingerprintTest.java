package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints hold fingerprints: their values must never change. */
class FingerprintTest {
    private static float[] uniform(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** The definition: of every 256 rows all features, then all labels or targets, then all weights. */
    private static String expected(Dataset data) {
        CRC32C crc = new CRC32C();
        for (int from = 0; from < data.size(); from += 256) {
            int count = Math.min(256, data.size() - from);
            int numbers = data.features() + Math.max(1, data.targets()) + (data.weighted() ? 1 : 0);
            ByteBuffer bytes = ByteBuffer.allocate(4 * count * numbers).order(ByteOrder.LITTLE_ENDIAN);
            float[] row = new float[data.features()];
            for (int i = from; i < from + count; i++) {
                data.gather(new int[]{i}, 0, 1, row);
                for (float value : row) {
                    bytes.putFloat(value);
                }
            }
            for (int i = from; i < from + count; i++) {
                if (data.classes() > 0) {
                    bytes.putInt(data.label(i));
                }
                for (int j = 0; j < data.targets(); j++) {
                    bytes.putFloat(data.target(i, j));
                }
            }
            for (int i = from; i < from + count && data.weighted(); i++) {
                bytes.putFloat(data.weight(i));
            }
            crc.update(bytes.flip());
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "700, 3", "257, 64", "300, 65", "3, 16384", "3, 16385", "2, 40000"})
    void isOfAllRowsInTheirOrder(int rows, int features) {
        float[] values = uniform(rows * features, 1);
        Dataset classes = Dataset.ofFloats("x", features, values, new int[rows], List.of("a", "b"));
        Dataset weighted = classes.withSampleWeights(uniform(rows, 2));
        Dataset targets = Dataset.ofTargets("x", features, values, 5, uniform(5 * rows, 3));
        for (Dataset data : List.of(classes, weighted, targets,
                targets.withSampleWeights(uniform(rows, 4)))) {
            assertThat(data.fingerprint()).as(data.toString()).isEqualTo(expected(data));
        }
        byte[] bytes = new byte[rows * features];
        new Random(5).nextBytes(bytes);
        Dataset pixels = Dataset.ofBytes("x", features, bytes, new int[rows], List.of("a"));
        assertThat(pixels.fingerprint()).isEqualTo(expected(pixels));
    }

    @Test
    void isTheSameAsEver() {
        assertThat(Digits.generate(300, 1).fingerprint()).isEqualTo("543a9ee0");
    }
}
