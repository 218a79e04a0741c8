package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads layers from a line of words such as {@code dense:512 relu dense:10}. */
public final class LayerParser {
    private static final String KNOWN = "dense:UNITS relu sigmoid";
    private static final Pattern WORD = Pattern.compile("\\S+");

    private LayerParser() {
    }

    /** The words it understands. */
    public static String known() {
        return KNOWN;
    }

    /**
     * The layers in order.
     *
     * @throws IllegalArgumentException for an unknown word or argument; the message points at it and lists the words
     *         that exist
     */
    public static List<Layer> parse(String specs) {
        List<Layer> layers = new ArrayList<>();
        Matcher words = WORD.matcher(specs);
        while (words.find()) {
            try {
                layers.add(layer(words.group()));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(pointAt(specs, words, String.valueOf(wrong.getMessage())),
                        wrong);
            }
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers: none (expected some of: " + KNOWN + ")");
        }
        return layers;
    }

    private static Layer layer(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        String argument = colon < 0 ? "" : word.substring(colon + 1);
        return switch (name) {
            case "dense" -> new Dense(units(argument));
            case "relu" -> plain(colon >= 0, argument, new ActivationLayer(Activation.RELU));
            case "sigmoid" -> plain(colon >= 0, argument, new ActivationLayer(Activation.SIGMOID));
            default -> throw new IllegalArgumentException("unknown layer \"" + name + "\"");
        };
    }

    private static int units(String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("units: \"" + argument + "\" (expected a whole number >= 1)",
                    wrong);
        }
    }

    private static Layer plain(boolean colon, String argument, Layer layer) {
        if (colon) {
            throw new IllegalArgumentException(layer.spec() + " takes no argument, got \"" + argument + "\"");
        }
        return layer;
    }

    private static String pointAt(String specs, Matcher word, String problem) {
        return "layers: " + problem + "\n  " + specs.replaceAll("\\s", " ") + "\n  "
                + " ".repeat(word.start())
                + "^".repeat(word.end() - word.start()) + "\n  known: " + KNOWN;
    }
}
