package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final int ROWS = 300;

    private static float[] values() {
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 251;
        }
        return values;
    }

    private static Dataset classes(float[] values, int... labels) {
        return Dataset.ofFloats("data", 2, values, labels, List.of("a", "b", "c"));
    }

    private static int[] labels() {
        return IntStream.range(0, ROWS).map(i -> i % 3).toArray();
    }

    @Test
    void isACrc32cOfTheRows() {
        float[] values = {1, 2, 3, 4, 5, 6};
        float[] targets = {7, 8, 9};
        ByteBuffer bytes = ByteBuffer.allocate(4 * 9).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values).put(targets);
        CRC32C crc = new CRC32C();
        crc.update(bytes.array());
        assertThat(Dataset.ofTargets("data", 2, values, targets).fingerprint())
                .isEqualTo(HexFormat.of().toHexDigits((int) crc.getValue()));
    }

    @Test
    void isTheSameForTheSameRowsInAnyForm() {
        byte[] bytes = new byte[2 * ROWS];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        Dataset floats = classes(values(), labels());
        assertThat(Dataset.ofBytes("other", 2, bytes, labels(), List.of("x", "y", "z")).fingerprint())
                .isEqualTo(floats.fingerprint());
        assertThat(floats.subset(IntStream.range(0, ROWS).toArray()).fingerprint())
                .isEqualTo(floats.fingerprint());
    }

    @Test
    void everyChangeShows() {
        Set<String> all = new HashSet<>();
        Dataset data = classes(values(), labels());
        all.add(data.fingerprint());
        for (int i = 0; i < 2 * ROWS; i++) {
            float[] changed = values();
            changed[i] = Math.nextUp(changed[i]);
            all.add(classes(changed, labels()).fingerprint());
        }
        for (int i = 0; i < ROWS; i++) {
            int[] changed = labels();
            changed[i] = (changed[i] + 1) % 3;
            all.add(classes(values(), changed).fingerprint());
        }
        all.add(data.take(ROWS - 1).fingerprint());
        all.add(data.subset(IntStream.range(0, ROWS).map(i -> ROWS - 1 - i).toArray()).fingerprint());
        float[] weights = new float[ROWS];
        weights[ROWS - 1] = 1;
        all.add(data.withSampleWeights(weights).fingerprint());
        assertThat(all).hasSize(1 + 3 * ROWS + 3);
    }
}
