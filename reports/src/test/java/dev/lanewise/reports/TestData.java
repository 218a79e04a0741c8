package dev.lanewise.reports;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Small data sets in files. */
final class TestData {
    static final int TRAIN = 300;
    static final int TEST = 100;

    private TestData() {
    }

    /** Drawn digits as four IDX files, one of them packed. */
    static Path digits(Path folder) throws IOException {
        Files.createDirectories(folder);
        Dataset all = Digits.generate(TRAIN + TEST, 7);
        int[] train = IntStream.range(0, TRAIN).toArray();
        int[] test = IntStream.range(TRAIN, TRAIN + TEST).toArray();
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(all, train));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(all, train));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), gzip(images(all, test)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(all, test));
        return folder;
    }

    /** 120 flowers of three kinds with four measures that tell them apart. */
    static Path flowers(Path file) throws IOException {
        RandomStream random = new RandomStream(5, 0);
        StringBuilder text = new StringBuilder("a,b,c,d,kind\n");
        for (int i = 0; i < 120; i++) {
            int kind = i % 3;
            for (int j = 0; j < 4; j++) {
                text.append(10 * j + kind * (j + 1) + random.nextFloat(-0.5f, 0.5f)).append(',');
            }
            text.append(new String[]{"rose", "aster", "lily, white"}[kind].replaceAll(".*,.*", "\"$0\""))
                    .append('\n');
        }
        return Files.writeString(file, text);
    }

    /** Half the width of the uniform noise in the prices of {@link #houses}. */
    static final float NOISE = 6;

    /** 600 houses: price partly linear in rooms, partly not in distance, with noise; rent a twentieth of it. */
    static Path houses(Path file) throws IOException {
        RandomStream random = new RandomStream(9, 0);
        StringBuilder text = new StringBuilder("rooms,price,distance,\"rent, net\"\n");
        for (int i = 0; i < 600; i++) {
            float rooms = random.nextFloat(1, 9);
            float distance = random.nextFloat(0, 30);
            double price = 200 + 25 * rooms + 80 * Math.cos(distance / 10) + random.nextFloat(-NOISE, NOISE);
            text.append(rooms)
                    .append(',')
                    .append((float) price)
                    .append(',')
                    .append(distance)
                    .append(',')
                    .append((float) (price / 20))
                    .append('\n');
        }
        return Files.writeString(file, text);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] images(Dataset data, int... rows) {
        float[] pixels = new float[rows.length * data.features()];
        data.gather(rows, 0, rows.length, pixels);
        ByteBuffer bytes = ByteBuffer.allocate(16 + pixels.length);
        bytes.putInt(0x803).putInt(rows.length).putInt(28).putInt(28);
        for (float pixel : pixels) {
            bytes.put((byte) (int) pixel);
        }
        return bytes.array();
    }

    private static byte[] labels(Dataset data, int... rows) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + rows.length).putInt(0x801).putInt(rows.length);
        for (int row : rows) {
            bytes.put((byte) data.label(row));
        }
        return bytes.array();
    }
}
