package dev.lanewise.reports;

import java.io.IOException;

/** A file of settings that says something else. */
final class ConfigurationException extends IOException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(String message) {
        super(message);
    }
}
