package dev.lanewise.nn.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a stream, kept in memory as far as they were wanted. */
final class StreamSource implements ByteSource {
    private static final int CHUNK = 1 << 20;

    private final InputStream stream;
    private final List<byte[]> chunks = new ArrayList<>();
    private long size;
    private boolean ended;

    StreamSource(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public long size(long enough) throws IOException {
        while (size < enough && !ended) {
            byte[] chunk = stream.readNBytes(CHUNK);
            chunks.add(chunk);
            size += chunk.length;
            ended = chunk.length < CHUNK;
        }
        return size;
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        long next = at;
        if (size(at + into.remaining()) < at + into.remaining()) {
            throw new ModelFileException("truncated while it was read");
        }
        while (into.hasRemaining()) {
            byte[] chunk = chunks.get((int) (next / CHUNK));
            int from = (int) (next % CHUNK);
            int count = Math.min(into.remaining(), chunk.length - from);
            into.put(chunk, from, count);
            next += count;
        }
    }
}
