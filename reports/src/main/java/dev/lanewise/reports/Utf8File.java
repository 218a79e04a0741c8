package dev.lanewise.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a text file that must be UTF-8; a byte order mark in front is passed over. */
final class Utf8File {
    private static final int MAX_BYTES = 16 << 20;
    private static final String EXPECTED = " (expected text in UTF-8)";

    private Utf8File() {
    }

    /**
     * The text.
     *
     * @throws ConfigurationException if it is no such text; the message begins with the file's name
     * @throws IOException if it cannot be read
     */
    static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(file, "a folder (expected a file)");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new ConfigurationException(file, "larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        if (bytes.length == 0) {
            throw new ConfigurationException(file, "empty" + EXPECTED);
        }
        refuseOtherEncodings(bytes, file);
        return decode(bytes, file);
    }

    private static void refuseOtherEncodings(byte[] bytes, Path file) throws ConfigurationException {
        boolean littleMark = begins(bytes, 0xff, 0xfe);
        boolean bigMark = begins(bytes, 0xfe, 0xff);
        boolean nulSoon = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        if (littleMark || bigMark || nulSoon) {
            throw new ConfigurationException(file, "UTF-16 or UTF-32" + EXPECTED);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new ConfigurationException(file, "NUL in byte " + i + EXPECTED);
            }
        }
    }

    private static boolean begins(byte[] bytes, int... start) {
        return bytes.length >= start.length
                && Arrays.equals(start, new int[]{bytes[0] & 0xff, bytes[1] & 0xff});
    }

    private static String decode(byte[] bytes, Path file) throws ConfigurationException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(from, to, true);
        if (result.isError()) {
            throw new ConfigurationException(file, String.format("not UTF-8: 0x%02x in byte %d%s",
                    bytes[from.position()], from.position(), EXPECTED));
        }
        String text = to.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
