package dev.lanewise.nn.io;

import dev.lanewise.nn.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Networks as safetensors files: eight bytes with the header's length, a JSON header, the tensors as little-endian
 * floats. Tensor {@code I.weight} (inputs, units) and {@code I.bias} (units) belong to layer I from 0;
 * {@code scaling.offset} and {@code scaling.factor} to the input scaling. The header's {@code __metadata__} holds
 * {@code format} (lanewise), {@code version}, {@code inputs}, {@code layers} and {@code classNames} (a JSON array).
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class ModelFile {
    private static final int PREFIX = 8;
    private static final int HEADER_LIMIT = 100_000_000;

    private ModelFile() {
    }

    /**
     * Writes the network beside the file and then moves it there, so that the file is whole or untouched.
     *
     * @throws IOException if writing fails
     */
    public static void write(Network network, Path file) throws IOException {
        byte[] header = ModelHeader.of(network).toJson();
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + header.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header).flip();
        AtomicFile.write(file, channel -> {
            writeAll(channel, bytes);
            for (ModelTensor tensor : ModelHeader.tensors(network)) {
                writeAll(channel, littleEndian(tensor.values()));
            }
        });
    }

    /**
     * Reads a network.
     *
     * @throws ModelFileException if the file is missing, truncated, corrupt or not a Lanewise model; the message says
     *         which
     * @throws IOException if reading fails
     */
    public static Network read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file + ": a folder (expected a model file)");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (NoSuchFileException missing) {
            throw new ModelFileException(file + ": no such file", missing);
        } catch (ModelFileException wrong) {
            throw new ModelFileException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Network read(FileChannel channel) throws IOException {
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
        return header.toNetwork((offset, count) -> {
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
