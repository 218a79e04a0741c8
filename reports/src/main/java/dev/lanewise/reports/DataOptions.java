package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options that name the data. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "DATA", defaultValue = "digits", description = {
            "digits (embedded), mnist, fashion-mnist, a CSV file (plain or gzip), or a folder with four "
                    + "IDX files as MNIST has them. Default: ${DEFAULT-VALUE}."})
    private String data = "digits";

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where to look for mnist and fashion-mnist before LANEWISE_DATA and the cache folder.")
    private @Nullable Path dataDir;

    @Option(names = "--label", paramLabel = "COLUMN", description = "CSV: the label column, by name or by index from 0 (-1 is the last, the default).")
    private @Nullable String label;

    /** What the user wrote. */
    String data() {
        return data;
    }

    @Nullable
    Path dataDir() {
        return dataDir;
    }

    @Nullable
    String label() {
        return label;
    }

    DataSource source(CommandLine command) throws IOException {
        return DataSource.of(data, dataDir, label, command);
    }
}
