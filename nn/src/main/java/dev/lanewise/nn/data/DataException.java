package dev.lanewise.nn.data;

import java.io.IOException;
import java.io.Serial;

/** Data that cannot be read or used: the message names the file, what was found and what was expected. */
public final class DataException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A message that needs no other explanation. */
    public DataException(String message) {
        super(message);
    }

    /** A message with the failure underneath. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
