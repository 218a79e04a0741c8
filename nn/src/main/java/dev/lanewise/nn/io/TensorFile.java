package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A safetensors file: eight bytes with the header's length, a JSON header, tensors as little-endian floats. */
final class TensorFile {
    private static final int PREFIX = 8;
    private static final int HEADER_LIMIT = 100_000_000;

    /** What to make of an open file. */
    @FunctionalInterface
    interface Use<T> {
        T of(ModelHeader header, ModelHeader.Source source) throws IOException;
    }

    private TensorFile() {
    }

    /** Writes beside the file, then moves. */
    static void write(Path file, ModelHeader header, List<ModelTensor> tensors) throws IOException {
        byte[] json = header.toJson();
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + json.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).flip();
        AtomicFile.write(file, channel -> {
            writeAll(channel, bytes);
            for (ModelTensor tensor : tensors) {
                writeAll(channel, littleEndian(tensor.values()));
            }
        });
    }

    /** Reads; {@code what} names the kind of file in messages. */
    static <T> T read(Path file, String what, Use<T> use) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file + ": a folder (expected a " + what + ")");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, use);
        } catch (NoSuchFileException missing) {
            throw new ModelFileException(file + ": no such file", missing);
        } catch (ModelFileException wrong) {
            throw new ModelFileException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static <T> T read(FileChannel channel, Use<T> use) throws IOException {
        long size = channel.size();
        if (size < PREFIX) {
            throw new ModelFileException("truncated: " + size + " bytes (expected at least " + PREFIX + ")");
        }
        long length = readBytes(channel, PREFIX).getLong();
        if (length < 2 || length > HEADER_LIMIT) {
            throw new ModelFileException(
                    "not a safetensors file: header length " + length + " (expected 2 to " + HEADER_LIMIT
                            + ")");
        }
        if (size < PREFIX + length) {
            throw new ModelFileException("truncated: " + size + " bytes (expected " + (PREFIX + length)
                    + " for the header alone)");
        }
        ModelHeader header = ModelHeader.parse(readBytes(channel, (int) length).array());
        long expected = PREFIX + length + header.dataLength();
        if (size != expected) {
            throw new ModelFileException((size < expected ? "truncated: " : "trailing bytes: ") + size
                    + " bytes (expected " + expected + ")");
        }
        return use.of(header, (offset, count) -> {
            channel.position(PREFIX + length + offset);
            FloatBuffer floats = readBytes(channel, Math.multiplyExact(count, Float.BYTES)).asFloatBuffer();
            float[] values = new float[count];
            floats.get(values);
            return values;
        });
    }

    private static ByteBuffer readBytes(FileChannel channel, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new ModelFileException("truncated while it was read");
            }
        }
        return bytes.flip();
    }

    private static ByteBuffer littleEndian(FloatBuffer values) {
        int size = Math.multiplyExact(values.capacity(), Float.BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(0, values, 0, values.capacity());
        return bytes;
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
