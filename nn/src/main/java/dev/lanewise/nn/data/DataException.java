package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.io.Serial;

/** Data that cannot be read or used: the message names the file, what was found and what was expected. */
public final class DataException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A message that needs no other explanation; what it quotes of a file is shortened, without control characters. */
    public DataException(String message) {
        super(Excerpt.message(message));
    }

    /** A message with the failure underneath. */
    public DataException(String message, Throwable cause) {
        super(Excerpt.message(message), cause);
    }
}
