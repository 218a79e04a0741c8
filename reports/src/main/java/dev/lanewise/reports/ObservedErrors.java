package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The worst errors that stand in {@code reports/accuracy.md}: a table with the columns {@code function} and {@code observed}. */
final class ObservedErrors {
    /** Nothing is known. */
    static final ObservedErrors NONE = new ObservedErrors(Map.of());

    private final Map<String, String> errors;

    private ObservedErrors(Map<String, String> errors) {
        this.errors = errors;
    }

    /** The errors of a file, none if there is no such file. */
    static ObservedErrors read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Map<String, String> errors = new HashMap<>();
        int observed = -1;
        for (List<String> row : MarkdownTable.rows(Files.readString(file))) {
            if (row.get(0).equals("function")) {
                observed = row.indexOf("observed");
            } else if (observed >= 0) {
                errors.putIfAbsent(row.get(0).replace("`", ""), row.get(observed));
            }
        }
        return new ObservedErrors(errors);
    }

    /** The worst error of a function, empty if it is not known. */
    String of(String function) {
        return errors.getOrDefault(function, "");
    }
}
