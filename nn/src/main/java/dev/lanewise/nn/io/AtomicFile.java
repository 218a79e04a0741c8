package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are whole or untouched, never half-written, whether the process is killed or the power fails. */
public final class AtomicFile {
    private static final String PART = ".part";

    /** What to write. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to the channel. */
        void writeTo(FileChannel channel) throws IOException;
    }

    private AtomicFile() {
    }

    /**
     * Writes to a temporary file in the same folder, forces it to the disk, then moves it over {@code file}. On failure the
     * temporary file is removed and {@code file} is as before; only a process that is killed leaves it, for the next
     * write or {@link #clean}.
     *
     * @throws IOException if writing fails; the message names the file
     */
    public static void write(Path file, Content content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + PART);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException missing) {
            throw named(new NoSuchFileException(file.toString()), missing);
        } catch (AccessDeniedException denied) {
            throw named(new AccessDeniedException(file.toString()), denied);
        } catch (FileSystemException wrong) {
            throw named(new FileSystemException(file.toString(), null, wrong.getReason()), wrong);
        } catch (IOException failed) {
            throw new IOException(file + ": " + failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What went wrong, told of the file that was asked for, not of the temporary one. */
    private static FileSystemException named(FileSystemException told, FileSystemException cause) {
        told.initCause(cause);
        return told;
    }

    /**
     * Removes the temporary files that killed processes have left in a folder. No other process may be writing there.
     */
    public static void clean(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + PART)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /** Whether a file is what a killed process may have left of a write. */
    public static boolean isTemporary(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(PART);
    }

    /** Writes text as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        write(file, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
