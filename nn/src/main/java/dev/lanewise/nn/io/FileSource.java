package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file. */
record FileSource(FileChannel channel) implements ByteSource {
    @Override
    public long size(long enough) throws IOException {
        return channel.size();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        long next = at;
        while (into.hasRemaining()) {
            int count = channel.read(into, next);
            if (count < 0) {
                throw new ModelFileException("truncated while it was read");
            }
            next += count;
        }
    }
}
