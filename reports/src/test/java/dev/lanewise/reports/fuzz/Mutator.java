package dev.lanewise.reports.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Changes an input; the result depends on its arguments alone. */
@FunctionalInterface
public interface Mutator {
    /** The changed input; the given one stays as it is. */
    byte[] apply(byte[] input, Random random);

    /** Changes a text. */
    @FunctionalInterface
    interface OfText {
        /** The changed text. */
        String apply(String text, Random random);
    }

    /** A change of text, where each character is a byte, so that no input is too damaged to be changed. */
    static Mutator text(OfText change) {
        return (input, random) -> change.apply(new String(input, StandardCharsets.ISO_8859_1), random)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
