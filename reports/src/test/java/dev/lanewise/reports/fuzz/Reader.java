package dev.lanewise.reports.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that reads what a user gives it, and what must hold of all that it accepts.
 *
 * @param <T> what it reads
 */
public interface Reader<T> {
    /** A word for the report and for file names. */
    String name();

    /** Valid inputs, of every kind that there is. */
    List<byte[]> seeds() throws IOException;

    /** What changes them. */
    List<Mutator> mutators();

    /** Whether a file of that name is a seed, too. */
    default boolean wants(String file) {
        return false;
    }

    /** What it throws to refuse an input: this class itself, for a subclass is something that nobody thought of. */
    Class<? extends Exception> refusal();

    /** Words one of which a refusal's message must contain: what was read, or what would have been right. */
    default List<String> saidWords(Path file) {
        return List.of(file.toString());
    }

    /** The refusal's message as the user gets to see it. */
    default @Nullable String shown(Exception refusal) {
        return refusal.getMessage();
    }

    /** Reads the input, which the file holds, too. */
    T read(byte[] input, Path file) throws Exception;

    /**
     * Checks what was accepted; the folder of the file is free to use.
     *
     * @throws AssertionError if something does not hold; any exception counts as well
     */
    void check(T value, byte[] input, Path file) throws Exception;

    /** What {@link #check} checks, for the report. */
    String checks();
}
