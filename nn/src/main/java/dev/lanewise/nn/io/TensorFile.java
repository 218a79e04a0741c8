package dev.lanewise.nn.io;

import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A safetensors file: eight bytes with the header's length, a JSON header, tensors as little-endian numbers. The metadata
 * hold the {@link ContentDigest} of the rest, which is checked before anything is made of it.
 */
final class TensorFile {
    /** Bytes of the header's length. */
    static final int PREFIX = 8;

    /** What to make of an open file. */
    @FunctionalInterface
    interface Use<T> {
        T of(TensorSource source) throws IOException;
    }

    private TensorFile() {
    }

    /** Writes beside the file, then moves. */
    static void write(Path file, ModelHeader header, List<? extends TensorContent> tensors)
            throws IOException {
        AtomicFile.write(file, channel -> write(channel, header, tensors));
    }

    static void write(WritableByteChannel channel, ModelHeader header,
            List<? extends TensorContent> tensors) throws IOException {
        String digest = ContentDigest.of(header, (name, piece) -> pieces(
                tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst().orElseThrow(),
                piece));
        byte[] json = header.with(ContentDigest.KEY, digest).toJson();
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + json.length).order(ByteOrder.LITTLE_ENDIAN);
        writeAll(channel, bytes.putLong(json.length).put(json).flip());
        for (TensorContent tensor : tensors) {
            pieces(tensor, piece -> writeAll(channel, piece));
        }
    }

    /** The bytes of a tensor, some at a time, however large it is. */
    private static void pieces(TensorContent tensor, TensorSource.Piece piece) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(TensorSource.PIECE).order(ByteOrder.LITTLE_ENDIAN);
        int most = TensorSource.PIECE / tensor.type().bytes();
        long size = tensor.size();
        for (long from = 0; from < size; from += most) {
            tensor.put(from, (int) Math.min(most, size - from), buffer.clear());
            piece.take(buffer.flip());
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads; {@code what} names the kind of file in messages. */
    static <T> T read(Path file, String what, Use<T> use) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file + ": a folder (expected a " + what + ")");
        }
        try {
            return Files.isRegularFile(file) ? readFile(file, use) : readPipe(file, use);
        } catch (NoSuchFileException missing) {
            throw new ModelFileException(file + ": no such file", missing);
        } catch (AccessDeniedException denied) {
            throw new ModelFileException(file + ": permission denied", denied);
        }
    }

    private static <T> T readFile(Path file, Use<T> use) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(new FileSource(channel), file.toString(), use);
        }
    }

    /** What is no regular file has no size and no places: it is read as it comes. */
    private static <T> T readPipe(Path file, Use<T> use) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(new StreamSource(stream), file.toString(), use);
        }
    }

    /** Reads; {@code name} stands before messages. */
    static <T> T read(ByteSource bytes, String name, Use<T> use) throws IOException {
        try {
            TensorSource source = open(bytes);
            checkDigest(source);
            return use.of(source);
        } catch (ModelFileException wrong) {
            throw new ModelFileException(name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static TensorSource open(ByteSource bytes) throws IOException {
        long size = bytes.size(PREFIX);
        if (size < PREFIX) {
            throw new ModelFileException("truncated: " + size + " bytes (expected at least " + PREFIX + ")");
        }
        long length = readBytes(bytes, 0, PREFIX).getLong();
        if (length < 2 || length > ModelHeader.LIMIT) {
            throw new ModelFileException("not a safetensors file: header length " + length
                    + " (expected 2 to " + ModelHeader.LIMIT + ")");
        }
        long begin = PREFIX + length;
        size = bytes.size(begin);
        if (size < begin) {
            throw new ModelFileException(
                    "truncated: " + size + " bytes (expected " + begin + " for the header alone)");
        }
        ModelHeader header = ModelHeader.parse(readBytes(bytes, PREFIX, (int) length).array());
        checkSize(bytes, begin, header.dataLength());
        return new TensorSource(header, bytes, begin);
    }

    private static void checkSize(ByteSource bytes, long begin, long data) throws IOException {
        if (data > Long.MAX_VALUE - begin - 1) {
            throw new ModelFileException("corrupt header: " + data + " bytes of tensors");
        }
        long expected = begin + data;
        long size = bytes.size(expected + 1);
        if (size != expected) {
            throw new ModelFileException((size < expected ? "truncated: " : "trailing bytes: ") + size
                    + " bytes (expected " + expected + ")");
        }
    }

    private static void checkDigest(TensorSource source) throws IOException {
        String expected = source.header().metadata().get(ContentDigest.KEY);
        if (expected == null) {
            return;
        }
        String found = ContentDigest.of(source.header(), source::pieces);
        if (!found.equals(expected)) {
            throw new ModelFileException("damaged, or changed by another program: its content has SHA-256 "
                    + found.substring(0, 16) + "... (expected " + Excerpt.of(expected)
                    + ", the " + ContentDigest.KEY + " in its metadata)");
        }
    }

    private static ByteBuffer readBytes(ByteSource source, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        source.read(at, bytes);
        return bytes.flip();
    }
}
