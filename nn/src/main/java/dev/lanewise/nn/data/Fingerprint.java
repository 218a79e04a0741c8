package dev.lanewise.nn.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** CRC-32C of a data set: of every 256 rows the features, then the labels or targets, then the weights, if any, little-endian. */
final class Fingerprint {
    private static final int ROWS = 256;

    private final Dataset data;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer bytes;

    private Fingerprint(Dataset data) {
        this.data = data;
        bytes = ByteBuffer.allocate(ROWS * Math.max(data.features(), data.targets()) * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    static int of(Dataset data) {
        return new Fingerprint(data).value();
    }

    private int value() {
        for (int from = 0; from < data.size(); from += ROWS) {
            add(from, Math.min(ROWS, data.size() - from));
        }
        return (int) crc.getValue();
    }

    private void add(int from, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = from + i;
        }
        float[] floats = new float[count * Math.max(data.features(), data.targets())];
        data.gather(order, 0, count, floats);
        add(floats, count * data.features());
        if (data.classes() > 0) {
            int[] labels = new int[count];
            data.gatherLabels(order, 0, count, labels);
            bytes.asIntBuffer().put(labels);
            update(count);
        } else {
            data.gatherTargets(order, 0, count, floats);
            add(floats, count * data.targets());
        }
        if (data.weighted()) {
            data.gatherWeights(order, 0, count, floats);
            add(floats, count);
        }
    }

    private void add(float[] values, int count) {
        bytes.asFloatBuffer().put(values, 0, count);
        update(count);
    }

    private void update(int count) {
        crc.update(bytes.array(), 0, count * Float.BYTES);
    }
}
