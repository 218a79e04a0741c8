package dev.lanewise.reports;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** What the value of an option may be, for values that do not come from the command line. */
final class SettingType {
    private SettingType() {
    }

    /**
     * The value of an option's own type.
     *
     * @param given a text, a number or a truth value
     * @throws IllegalArgumentException if the option cannot take it: {@code epochs: "x" (expected a whole number)}
     */
    static Object convert(OptionSpec option, Object given) {
        return switch (option.type().getSimpleName()) {
            case "boolean", "Boolean" -> truth(option, given);
            case "int", "Integer" -> number(option, given, Integer::valueOf, "a whole number below 2^31");
            case "long", "Long" -> number(option, given, Long::valueOf, "a whole number below 2^63");
            case "float", "Float" -> number(option, given, Float::valueOf, "a number below 3.5e38");
            case "double", "Double" -> number(option, given, Double::valueOf, "a number below 1.8e308");
            case "Path" -> path(option, given);
            case "String" -> text(option, given);
            default -> word(option, given);
        };
    }

    private static Object truth(OptionSpec option, Object given) {
        return switch (given.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(option, given, "true or false");
        };
    }

    /** Infinity is a value, but not that of a number too large for its type. */
    private static Object number(OptionSpec option, Object given, Function<String, Number> parser,
            String expected) {
        try {
            Number value = parser.apply(given.toString());
            if (!Double.isInfinite(value.doubleValue()) || given.toString().endsWith("Infinity")) {
                return value;
            }
        } catch (NumberFormatException other) {
            // Told below.
        }
        throw wrong(option, given, expected);
    }

    private static Object path(OptionSpec option, Object given) {
        try {
            return Path.of(text(option, given));
        } catch (InvalidPathException wrong) {
            throw wrong(option, given, "a path: " + wrong.getReason());
        }
    }

    private static String text(OptionSpec option, Object given) {
        if (given instanceof Boolean) {
            throw wrong(option, given, "a text");
        }
        return given.toString();
    }

    /** A constant of an enumeration, in any case. */
    private static Object word(OptionSpec option, Object given) {
        Object[] words = option.type().getEnumConstants();
        return Arrays.stream(words)
                .filter(word -> word.toString().equalsIgnoreCase(given.toString()))
                .findFirst()
                .orElseThrow(() -> wrong(option, given, Stream.of(words)
                        .map(word -> word.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
    }

    private static IllegalArgumentException wrong(OptionSpec option, Object given, String expected) {
        String shown = given instanceof String ? "\"" + given + "\"" : given.toString();
        return new IllegalArgumentException(
                option.longestName().substring(2) + ": " + shown + " (expected " + expected + ")");
    }
}
