package dev.lanewise.nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * Opens plain and gzip files alike, standard input, pipes and devices too, and puts what goes wrong with them into words.
 */
final class InputFile {
    private static final int BUFFER = 1 << 16;

    /** Opened by these names, a file at standard input would be read from its beginning, and a socket not at all. */
    private static final Set<Path> STANDARD_INPUT = Set.of(Path.of("/dev/stdin"), Path.of("/dev/fd/0"),
            Path.of("/proc/self/fd/0"));

    private InputFile() {
    }

    /** The file's content, uncompressed if it begins with gzip's magic bytes 1f 8b, whatever its name. It is read once. */
    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": is a folder (expected a file)");
        }
        InputStream raw = new BufferedInputStream(raw(file), BUFFER);
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            return gzip ? new GzipInput(raw) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream raw(Path file) throws IOException {
        if (STANDARD_INPUT.contains(file)) {
            return new FileInputStream(FileDescriptor.in);
        }
        // Streams of Files ask for their position, which a pipe has not.
        return !Files.exists(file) || Files.isRegularFile(file) || !Files.isReadable(file)
                ? Files.newInputStream(file)
                : new FileInputStream(file.toFile());
    }

    /** The same failure as one message that names the file. */
    static DataException failure(Path file, IOException e) {
        return switch (e) {
            case DataException known -> known;
            case NoSuchFileException _ -> new DataException(file + ": file not found", e);
            case AccessDeniedException _ -> new DataException(file + ": permission to read denied", e);
            case EOFException _ -> new DataException(file + ": truncated gzip file", e);
            case ZipException _ ->
                new DataException(file + ": damaged gzip file (" + e.getMessage() + ")", e);
            case CharacterCodingException _ -> new DataException(file + ": not UTF-8 text", e);
            default -> new DataException(file + ": cannot be read (" + e.getMessage() + ")", e);
        };
    }
}
