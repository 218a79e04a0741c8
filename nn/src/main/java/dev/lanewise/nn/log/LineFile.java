package dev.lanewise.nn.log;

import dev.lanewise.nn.io.AtomicFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text file that grows by whole lines, each with the operating system before the next: a killed process loses none. It
 * may be longer than memory.
 */
final class LineFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    /** Which lines of an older file stay. */
    @FunctionalInterface
    interface Filter {
        /** Whether the line, counted from 1, stays; throws if it cannot be one of such a file. */
        boolean keeps(long number, String line) throws IOException;
    }

    /** Without lines, whatever was there. */
    LineFile(Path file) throws IOException {
        this.file = file;
        AtomicFile.write(file, "");
        channel = FileChannel.open(file, StandardOpenOption.APPEND);
    }

    /**
     * With the lines that the filter keeps of those that were there, if any, but for one that was cut short.
     *
     * @throws IOException if reading or writing fails, or the filter throws, in which case the file stays as it is
     */
    LineFile(Path file, Filter filter) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            keep(file, filter);
        }
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void keep(Path file, Filter filter) throws IOException {
        try {
            AtomicFile.write(file, target -> {
                Writer writer = new BufferedWriter(Channels.newWriter(target, StandardCharsets.UTF_8));
                try (BufferedReader reader = Files.newBufferedReader(file)) {
                    copy(reader, endsWithALine(file), filter, writer);
                }
                writer.flush();
            });
        } catch (UncheckedIOException refused) {
            throw refused.getCause();
        }
    }

    private static boolean endsWithALine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last, Math.max(0, channel.size() - 1)) == 1 && last.get(0) == '\n';
        }
    }

    private static void copy(BufferedReader reader, boolean lastIsWhole, Filter filter, Writer writer)
            throws IOException {
        long number = 1;
        String line = reader.readLine();
        while (line != null) {
            String next = reader.readLine();
            if ((next != null || lastIsWhole) && keeps(filter, number, line)) {
                writer.append(line).append('\n');
            }
            line = next;
            number++;
        }
    }

    /** What the filter throws names the file already, and passes by the writer, which would name it again. */
    private static boolean keeps(Filter filter, long number, String line) {
        try {
            return filter.keeps(number, line);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** Adds a line without its line feed. */
    void append(String line) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(new IOException(file + ": " + failed.getMessage(), failed));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
