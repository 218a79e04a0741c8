package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read at any place. */
interface ByteSource {
    /** How many bytes there are; a stream looks no further than {@code enough}. */
    long size(long enough) throws IOException;

    /** Fills the rest of the buffer with the bytes from there on. */
    void read(long at, ByteBuffer into) throws IOException;
}
