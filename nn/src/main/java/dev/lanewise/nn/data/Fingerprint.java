package dev.lanewise.nn.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * CRC-32C of a data set: of every 256 rows the features, then the labels or targets, then the weights, if any,
 * little-endian. It reads one row at a time, or several of few features.
 */
final class Fingerprint {
    private static final int GROUP = 256;
    private static final int BUFFER = 1 << 14;

    private final Dataset data;
    private final CRC32C crc = new CRC32C();
    private final float[] floats;
    private final int[] labels = new int[GROUP];
    private final int[] order = new int[GROUP];
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);

    private Fingerprint(Dataset data) {
        this.data = data;
        int widest = Math.max(data.features(), Math.max(data.targets(), 1));
        floats = new float[Math.max(widest, BUFFER)];
    }

    static int of(Dataset data) {
        return new Fingerprint(data).value();
    }

    private int value() {
        for (int from = 0; from < data.size(); from += GROUP) {
            group(from, Math.min(GROUP, data.size() - from));
        }
        return (int) crc.getValue();
    }

    private void group(int first, int count) {
        for (int i = 0; i < count; i++) {
            order[i] = first + i;
        }
        rows(count, data.features(), data::gather);
        if (data.classes() > 0) {
            data.gatherLabels(order, 0, count, labels);
            bytes.clear().asIntBuffer().put(labels, 0, count);
            crc.update(bytes.limit(count * Integer.BYTES));
        } else {
            rows(count, data.targets(), data::gatherTargets);
        }
        if (data.weighted()) {
            rows(count, 1, data::gatherWeights);
        }
    }

    /** Copies what the data have for some rows. */
    @FunctionalInterface
    private interface Gathering {
        void copy(int[] rows, int from, int count, float[] destination);
    }

    private void rows(int count, int width, Gathering gathering) {
        int most = floats.length / width;
        for (int from = 0; from < count; from += most) {
            int part = Math.min(most, count - from);
            gathering.copy(order, from, part, floats);
            add(part * width);
        }
    }

    private void add(int count) {
        for (int from = 0; from < count; from += BUFFER) {
            int part = Math.min(BUFFER, count - from);
            bytes.clear().asFloatBuffer().put(floats, from, part);
            crc.update(bytes.limit(part * Float.BYTES));
        }
    }
}
