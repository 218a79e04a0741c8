package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.util.Arrays;
import java.util.List;

/** Reads augmentations from a line of words such as {@code shift:2 rotate:10 noise:0.1}. */
public final class AugmentationParser {
    /** The words it understands. */
    public static final String KNOWN = "shift:PIXELS rotate:DEGREES noise:DEVIATION";

    private AugmentationParser() {
    }

    /**
     * The augmentations in order.
     *
     * @throws IllegalArgumentException for an unknown word or argument; the message names it and lists the words that
     *         exist
     */
    public static List<Augmentation> parse(String specs) {
        if (specs.isBlank()) {
            throw new IllegalArgumentException("augmentation: none (expected some of: " + KNOWN + ")");
        }
        return Arrays.stream(specs.strip().split("\\s+", -1)).map(AugmentationParser::augmentation).toList();
    }

    private static Augmentation augmentation(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        String argument = colon < 0 ? "" : word.substring(colon + 1);
        try {
            return switch (name) {
                case "shift" -> new Shift(whole(argument));
                case "rotate" -> new Rotate(decimal("degrees", argument));
                case "noise" -> new Noise(decimal("deviation", argument));
                default -> throw new IllegalArgumentException("unknown word");
            };
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "augmentation: \"" + Excerpt.of(word) + "\": " + wrong.getMessage() + "; known: " + KNOWN,
                    wrong);
        }
    }

    private static int whole(String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "pixels: \"" + Excerpt.of(argument) + "\" (expected a whole number >= 1)", wrong);
        }
    }

    private static float decimal(String what, String argument) {
        if (!CsvNumber.isNumber(argument, '.')) {
            throw new IllegalArgumentException(
                    what + ": \"" + Excerpt.of(argument) + "\" (expected a number such as 0.25)");
        }
        return Float.parseFloat(argument);
    }

    /** A number as words write it: the shortest that reads back as the same float, and no {@code .0}. */
    static String number(float value) {
        String text = Float.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
