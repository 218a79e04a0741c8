package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The tensors of a file that is open.
 *
 * @param header what they are and where they lie
 * @param bytes the whole file
 * @param begin where the data begin
 */
record TensorSource(ModelHeader header, ByteSource bytes, long begin) {
    /** Bytes at a time; whole rows of a history. */
    static final int PIECE = 1 << 16;
    /** The longest array that every JVM can make. */
    private static final long LONGEST = Integer.MAX_VALUE - 8L;

    /** What to do with the bytes of a tensor, piece by piece. */
    @FunctionalInterface
    interface Piece {
        void take(ByteBuffer bytes) throws IOException;
    }

    /** Refuses a header that says the same in other bytes than it is written with here. */
    void requireOwnHeader() throws IOException {
        byte[] own = header.toJson();
        ByteBuffer found = ByteBuffer.allocate((int) begin);
        bytes.read(0, found);
        if (!ByteBuffer.wrap(own).equals(found.flip().position(TensorFile.PREFIX))) {
            throw new ModelFileException("damaged: a byte of its header is not as it was written");
        }
    }

    /** Reads a tensor in pieces of little-endian bytes. */
    void pieces(String name, Piece piece) throws IOException {
        ModelHeader.Entry entry = header.entry(name);
        ByteBuffer buffer = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = entry.begin(); at < entry.end(); at += PIECE) {
            buffer.clear().limit((int) Math.min(PIECE, entry.end() - at));
            bytes.read(begin + at, buffer);
            piece.take(buffer.flip());
        }
    }

    /** Reads a tensor of floats to the start of the buffer. */
    void read(String name, FloatBuffer into) throws IOException {
        requireFloats(name);
        FloatBuffer rest = into.duplicate().rewind();
        pieces(name, piece -> rest.put(piece.asFloatBuffer()));
    }

    /** A tensor of floats in an array of its own. */
    float[] floats(String name) throws IOException {
        ModelHeader.Entry entry = requireFloats(name);
        long size = (entry.end() - entry.begin()) / Float.BYTES;
        if (size > LONGEST) {
            throw new ModelFileException(
                    "tensor " + name + " has " + size + " numbers (expected at most " + LONGEST + ")");
        }
        float[] values = new float[(int) size];
        read(name, FloatBuffer.wrap(values));
        return values;
    }

    private ModelHeader.Entry requireFloats(String name) throws ModelFileException {
        ModelHeader.Entry entry = header.entry(name);
        if (entry.type() != DataType.F32) {
            throw new ModelFileException(
                    "tensor " + name + " has dtype \"" + entry.type() + "\" (expected F32)");
        }
        return entry;
    }
}
