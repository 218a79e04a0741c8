package dev.lanewise.nn.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of gzip data (RFC 1952), of all members one after the other, each checked by its length and CRC-32. As gzip(1)
 * allows, zeros may follow the last member. Anything else there is refused, because a member whose first bytes are damaged
 * looks like that: the JDK's stream takes it for the end and drops the rest in silence.
 */
final class GzipInput extends InputStream {
    private static final int BUFFER = 1 << 16;

    private static final int HEADER_CRC = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 contentCrc = new CRC32();
    private final CRC32 headerCrc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    /** What the inflater has not got yet lies in the buffer from here ... */
    private int position;
    /** ... to here. */
    private int limit;
    private boolean ended;

    /** Reads the first header. */
    GzipInput(InputStream in) throws IOException {
        this.in = in;
        beginMember(next());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                contentCrc.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws ZipException {
        try {
            int count = inflater.inflate(target, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw new ZipException("a dictionary is needed");
            }
            return count;
        } catch (DataFormatException damaged) {
            ZipException wrong = new ZipException(damaged.getMessage());
            wrong.initCause(damaged);
            throw wrong;
        }
    }

    private void feed() throws IOException {
        if (position == limit) {
            fill();
        }
        if (limit == 0) {
            throw new EOFException();
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    /** After the last compressed byte: the checks, and the next header or the end. */
    private void endMember() throws IOException {
        position -= inflater.getRemaining();
        if (littleEndian(Integer.BYTES) != contentCrc.getValue()) {
            throw new ZipException("wrong CRC-32");
        }
        if (littleEndian(Integer.BYTES) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("wrong length");
        }
        int first = nextOrEnd();
        if (first == 0x1F) {
            beginMember(first);
        } else {
            requireZeros(first);
            ended = true;
        }
    }

    private void requireZeros(int first) throws IOException {
        for (int each = first; each >= 0; each = nextOrEnd()) {
            if (each != 0) {
                throw new ZipException("what follows is no gzip data");
            }
        }
    }

    /** Reads a header whose first byte is given, and makes ready for what follows. */
    private void beginMember(int first) throws IOException {
        headerCrc.reset();
        headerCrc.update(first);
        if (first != 0x1F || next() != 0x8B) {
            throw new ZipException("what follows is no gzip data");
        }
        if (next() != 8) {
            throw new ZipException("unknown compression method");
        }
        readFields(next());
        inflater.reset();
        contentCrc.reset();
    }

    private void readFields(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown flags");
        }
        skip(6); // Time, extra flags and system.
        if ((flags & EXTRA) != 0) {
            skip((int) littleEndian(Short.BYTES));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        long crc = headerCrc.getValue() & 0xFFFF;
        if ((flags & HEADER_CRC) != 0 && littleEndian(Short.BYTES) != crc) {
            throw new ZipException("wrong CRC-16 of a header");
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // The text does not matter.
        }
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << (Byte.SIZE * i);
        }
        return value;
    }

    private int next() throws IOException {
        int next = nextOrEnd();
        if (next < 0) {
            throw new EOFException();
        }
        headerCrc.update(next);
        return next;
    }

    private int nextOrEnd() throws IOException {
        if (position == limit) {
            fill();
        }
        return limit == 0 ? -1 : buffer[position++] & 0xFF;
    }

    private void fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
