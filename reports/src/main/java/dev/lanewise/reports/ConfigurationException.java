package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Path;

/** A file of settings, or another JSON file, that says something else. */
final class ConfigurationException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** Named by the file and what is wrong with it. */
    ConfigurationException(Path file, String problem) {
        super(file + ": " + problem);
        this.problem = problem;
    }

    /** What is wrong, without the file. */
    String problem() {
        return problem;
    }
}
