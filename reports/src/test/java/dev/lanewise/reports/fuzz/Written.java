package dev.lanewise.reports.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of files that the library writes. */
final class Written {
    /** Writes a file. */
    @FunctionalInterface
    interface Writer {
        void to(Path file) throws IOException;
    }

    private Written() {
    }

    static byte[] bytes(Writer writer) throws IOException {
        Path file = Files.createTempFile("seed", ".bin");
        try {
            writer.to(file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
