package dev.lanewise.nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens plain and gzip files alike, and puts what goes wrong with them into words. */
final class InputFile {
    private static final int BUFFER = 1 << 16;

    private InputFile() {
    }

    /** The file's content, uncompressed if it begins with gzip's magic bytes 1f 8b, whatever its name. */
    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": is a folder (expected a file)");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
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
