package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reserves the folder of a run before any time is spent on it. No run ever overwrites another. */
final class RunFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final String PROBE = ".probe";

    private RunFolder() {
    }

    /**
     * The folder asked for, or a new {@code runs/DATE-TIME-dataset}; it exists, can be written to, and is empty but for what
     * a run leaves that was killed before it saved anything: settings, lock, logs and parts of files.
     */
    static Path reserve(@Nullable Path asked, String dataset) throws IOException {
        Path folder = asked == null ? Path.of("runs") : asked;
        try {
            Files.createDirectories(folder);
            if (asked == null) {
                return unique(folder, dataset);
            }
            probe(folder);
        } catch (IOException failed) {
            throw new IOException(folder + ": cannot be written to (expected a folder, or a place for one)",
                    failed);
        }
        requireNothingOfValue(folder);
        return folder;
    }

    private static void requireNothingOfValue(Path folder) throws IOException {
        RunFiles files = new RunFiles(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (!content.allMatch(files::isBeginning)) {
                throw new IOException(
                        folder + ": not empty (expected a new or an empty folder, because no run is "
                                + "overwritten)");
            }
        }
    }

    static boolean isProbe(Path file) {
        return file.getFileName().toString().startsWith(PROBE);
    }

    /** Removes what was reserved, unless something is in it by now; a link to a folder stays. */
    static void release(Path folder) {
        try {
            if (!Files.isSymbolicLink(folder)) {
                Files.delete(folder);
            }
        } catch (IOException used) {
            // Whole files stay: they may be all that is left of a long training.
        }
    }

    private static void probe(Path folder) throws IOException {
        Files.delete(Files.createTempFile(folder, PROBE, null));
    }

    private static Path unique(Path parent, String dataset) throws IOException {
        String name = LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-"
                + dataset.replaceAll("[^A-Za-z0-9._-]", "-");
        for (int i = 1;; i++) {
            try {
                return Files.createDirectory(parent.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException taken) {
                // Another run began in the same second: try the next number.
            }
        }
    }
}
