package dev.lanewise.nn.io;

import java.io.IOException;

/** A model file that cannot be used; the message says what was found and what was expected. */
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1L;

    ModelFileException(String message) {
        super(message);
    }

    ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
