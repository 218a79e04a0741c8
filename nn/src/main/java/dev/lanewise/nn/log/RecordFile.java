package dev.lanewise.nn.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A new file of TFRecords. A record is, little-endian: the length as 64 bits, {@link #maskedCrc} of those eight bytes, the
 * data, and theirs. Each is with the operating system before the next.
 */
final class RecordFile implements AutoCloseable {
    private static final int OVERHEAD = Long.BYTES + 2 * Integer.BYTES;

    private final Path file;
    private final FileChannel channel;

    RecordFile(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void append(byte[] data) {
        ByteBuffer buffer = ByteBuffer.allocate(OVERHEAD + data.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(data.length);
        buffer.putInt(maskedCrc(buffer.array(), 0, Long.BYTES));
        buffer.put(data);
        buffer.putInt(maskedCrc(data, 0, data.length));
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(new IOException(file + ": " + failed.getMessage(), failed));
        }
    }

    /** CRC-32C rotated right by 15 bits plus a constant, so that the CRC of data with CRCs in it is not weak. */
    static int maskedCrc(byte[] data, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(data, from, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
