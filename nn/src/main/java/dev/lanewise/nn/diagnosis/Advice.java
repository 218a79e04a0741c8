package dev.lanewise.nn.diagnosis;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One thing to do.
 *
 * @param text what, and why in a few words
 * @param options of {@code lanewise train} that do it, by name without dashes; empty where no option can
 */
public record Advice(String text, Map<String, String> options) {
    /** Puts the options into the order of their names. */
    public Advice {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** Something that no option does. */
    public static Advice of(String text) {
        return new Advice(text, Map.of());
    }

    /** Something that one option does. */
    public static Advice of(String text, String option, String value) {
        return new Advice(text, Map.of(option, value));
    }

    /** What to type, such as {@code --learning-rate 0.01}; empty where no option helps. */
    public String command() {
        return options.entrySet()
                .stream()
                .map(option -> "--" + option.getKey() + " " + quoted(option.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }
}
