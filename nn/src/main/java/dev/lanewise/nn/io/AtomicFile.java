package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that are whole or untouched, never half-written, whether the process is killed or the power fails, and to
 * devices and pipes.
 */
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
     * <p>Symbolic links are followed: they stay, and what they lead to is replaced, or created. The new file has the
     * permissions of the old one, and as far as the system allows its owner and group; other hard links to the old one keep
     * the old content. What is no file, such as a pipe, {@code /dev/null} or {@code /dev/stdout}, is never replaced but
     * written to, and then nothing can be taken back on failure.
     *
     * @throws IOException if writing fails; the message names the file
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            OutputPath target = OutputPath.of(file);
            target.check();
            if (target.replaceable()) {
                replace(target, content);
            } else {
                try (FileChannel channel = target.open()) {
                    content.writeTo(channel);
                }
            }
        } catch (NoSuchFileException missing) {
            throw named(new NoSuchFileException(file.toString()), missing);
        } catch (AccessDeniedException denied) {
            throw named(new AccessDeniedException(file.toString()), denied);
        } catch (FileSystemLoopException loop) {
            throw named(new FileSystemException(file.toString(), null, "Too many levels of symbolic links"),
                    loop);
        } catch (FileSystemException wrong) {
            throw named(new FileSystemException(file.toString(), null, wrong.getReason()), wrong);
        } catch (IOException failed) {
            throw new IOException(file + ": " + failed.getMessage(), failed);
        }
    }

    private static void replace(OutputPath target, Content content) throws IOException {
        Path file = target.path();
        Path temporary = file.resolveSibling("." + file.getFileName() + PART);
        try {
            // A link of that name, which anybody could have laid in a folder for all, is not followed.
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS)) {
                content.writeTo(channel);
                target.lendAttributes(temporary);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
