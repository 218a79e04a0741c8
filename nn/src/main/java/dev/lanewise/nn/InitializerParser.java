package dev.lanewise.nn;

import dev.lanewise.nn.text.Excerpt;
import java.util.stream.Collectors;

/** Reads an initialiser from a word such as {@code he_normal} or {@code uniform:0.005}. */
public final class InitializerParser {
    /** The words it understands. */
    public static final String KNOWN = Initializer.NAMED.stream()
            .map(Initializer::spec)
            .collect(Collectors.joining(" ")) + " normal:DEVIATION uniform:LIMIT";

    private InitializerParser() {
    }

    /**
     * The initialiser that the word means.
     *
     * @throws IllegalArgumentException for an unknown word or a wrong number; the message lists the words that exist
     */
    public static Initializer parse(String word) {
        for (Initializer named : Initializer.NAMED) {
            if (named.spec().equals(word)) {
                return named;
            }
        }
        for (Initializer.Distribution distribution : Initializer.Distribution.values()) {
            String prefix = distribution.word() + ":";
            if (word.startsWith(prefix)) {
                return new Initializer.Fixed(distribution,
                        LayerParser.decimal("initializer " + Excerpt.of(word),
                                word.substring(prefix.length())));
            }
        }
        throw new IllegalArgumentException(
                "initializer: \"" + Excerpt.of(word) + "\" (expected one of: " + KNOWN + ")");
    }
}
