package dev.lanewise.nn.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads IDX files of unsigned bytes, the format of MNIST: a big-endian magic number (0x08 for bytes, then the number
 * of dimensions), the extent of each dimension as a 32-bit integer, and the values, row-major. Plain or gzip, told
 * apart by content.
 */
public final class IdxFile {
    private static final int IMAGES = 0x0000_0803;
    private static final int LABELS = 0x0000_0801;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private IdxFile() {
    }

    /** Of a file of labels, height and width are 1. */
    private record Header(int count, int height, int width) {
    }

    /**
     * Reads grey images and their labels.
     *
     * @param name what reports call the data set
     * @param images an IDX file with magic 0x00000803: (count, height, width)
     * @param labels an IDX file with magic 0x00000801: (count), each in [0, classNames.size())
     * @param classNames the classes in the order of their labels
     * @return rows of shape {height, width, 1}
     * @throws DataException if a file is missing, truncated, too long or no such file, or if the two do not fit
     */
    public static Dataset read(String name, Path images, Path labels, List<String> classNames)
            throws DataException {
        return read(name, images, labels, LabelNumbers.upTo(classNames.size()), classNames);
    }

    /** The same where the classes have other numbers in the file than their positions. */
    static Dataset read(String name, Path images, Path labels, LabelNumbers numbers, List<String> classNames)
            throws DataException {
        int[] classes = numbers.positions(labels, readLabels(labels));
        try (InputStream in = InputFile.open(images)) {
            Header header = header(in, images, IMAGES);
            if (header.count != classes.length) {
                throw new DataException(
                        images + ": " + header.count + " images, but " + labels + ": " + classes.length
                                + " labels (expected equal numbers)");
            }
            byte[] pixels = body(in, images, header);
            return Dataset.ofBytes(name, header.height * header.width, pixels, classes, classNames)
                    .withShape(header.height, header.width, 1);
        } catch (IOException e) {
            throw InputFile.failure(images, e);
        }
    }

    /** The labels alone, 0..255. */
    static int[] readLabels(Path labels) throws DataException {
        try (InputStream in = InputFile.open(labels)) {
            byte[] bytes = body(in, labels, header(in, labels, LABELS));
            int[] classes = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                classes[i] = bytes[i] & 0xFF;
            }
            return classes;
        } catch (IOException e) {
            throw InputFile.failure(labels, e);
        }
    }

    private static Header header(InputStream in, Path file, int expectedMagic) throws IOException {
        int magic = integer(in, file);
        if (magic != expectedMagic) {
            throw new DataException(
                    "%s: magic number 0x%08x (expected 0x%08x, an IDX file of %s)".formatted(file, magic,
                            expectedMagic, expectedMagic == IMAGES ? "images" : "labels"));
        }
        int count = extent(in, file);
        Header header = magic == IMAGES
                ? new Header(count, extent(in, file), extent(in, file))
                : new Header(count, 1, 1);
        double bytes = (double) count * header.height * header.width;
        if (bytes > LARGEST_ARRAY) {
            throw new DataException(
                    "%s: %d x %d x %d bytes of values (expected at most %d)".formatted(file, count,
                            header.height, header.width, LARGEST_ARRAY));
        }
        return header;
    }

    private static int extent(InputStream in, Path file) throws IOException {
        int extent = integer(in, file);
        if (extent < 1) {
            throw new DataException(
                    file + ": extent " + Integer.toUnsignedString(extent) + " in the header (expected 1.."
                            + Integer.MAX_VALUE + ")");
        }
        return extent;
    }

    private static int integer(InputStream in, Path file) throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        if (bytes.length < Integer.BYTES) {
            throw new DataException(file + ": ends within the IDX header");
        }
        return ByteBuffer.wrap(bytes).getInt();
    }

    private static byte[] body(InputStream in, Path file, Header header) throws IOException {
        int expected = header.count * header.height * header.width;
        byte[] values = in.readNBytes(expected);
        if (values.length < expected) {
            throw new DataException(
                    file + ": truncated, " + values.length + " bytes of values (expected " + expected + ")");
        }
        if (in.read() >= 0) {
            throw new DataException(file + ": trailing bytes after the " + expected + " bytes of values");
        }
        return values;
    }
}
