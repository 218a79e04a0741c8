package dev.lanewise.nn.log;

import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A text file that grows by whole lines, each with the operating system before the next: a killed process loses none. */
final class LineFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    /** Holds the lines given, in place of what was there. */
    LineFile(Path file, List<String> lines) throws IOException {
        this.file = file;
        AtomicFile.write(file, String.join("", lines.stream().map(line -> line + "\n").toList()));
        channel = FileChannel.open(file, StandardOpenOption.APPEND);
    }

    /** The lines of a file that may not exist, without what follows the last line feed: a line cut short. */
    static List<String> lines(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
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
