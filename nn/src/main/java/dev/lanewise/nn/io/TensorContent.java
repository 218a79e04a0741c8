package dev.lanewise.nn.io;

import java.nio.ByteBuffer;
import java.util.List;

/** A tensor to write, whose numbers come piece by piece, so that no array need hold them all. */
interface TensorContent {
    String name();

    DataType type();

    List<Integer> shape();

    /** Numbers in it. */
    default long size() {
        return shape().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Appends {@code count} numbers from number {@code from} on to the little-endian bytes. */
    void put(long from, int count, ByteBuffer bytes);
}
