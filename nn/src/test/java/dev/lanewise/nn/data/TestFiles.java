package dev.lanewise.nn.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes small IDX and gzip files. */
final class TestFiles {
    private TestFiles() {
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** A header of big-endian integers and a body. */
    static byte[] idx(int[] header, int... body) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * header.length + body.length);
        for (int word : header) {
            bytes.putInt(word);
        }
        for (int value : body) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    /** Two images of 2 x 3 pixels. */
    static byte[] images() {
        return idx(new int[]{0x803, 2, 2, 3}, 0, 1, 2, 3, 4, 255, 6, 7, 8, 9, 10, 128);
    }

    static byte[] labels(int... labels) {
        return idx(new int[]{0x801, labels.length}, labels);
    }

    /** The four files of a small set, some packed. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("train-images-idx3-ubyte"), images());
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(labels(3, 0)));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), gzip(images()));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(1, 2));
        return folder;
    }
}
