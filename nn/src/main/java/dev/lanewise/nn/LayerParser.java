package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.nn.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads layers from a line of words such as {@code dense:512 relu dense:10}. */
public final class LayerParser {
    /** The words it understands. */
    public static final String KNOWN = "dense:UNITS maxout:UNITSxPIECES dropout:RATE[:lecture] sigmoid tanh relu leaky[:SLOPE] "
            + "prelu[:shared|:feature] elu[:ALPHA] selu softplus gelu gelu_tanh silu identity";
    /** Characters shown before and behind a wrong word, and of it, at most, are about this many each. */
    private static final int CONTEXT = 100;
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern MAXOUT = Pattern.compile("(-?\\d+)x(-?\\d+)");
    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private LayerParser() {
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

    /** A number as layers write it: the shortest that reads back as the same float, and no {@code .0}. */
    static String number(float value) {
        String text = Float.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static Layer layer(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        String argument = colon < 0 ? "" : word.substring(colon + 1);
        return switch (name) {
            case "dense" -> new Dense(whole("units", argument));
            case "maxout" -> maxout(argument);
            case "dropout" -> dropout(argument);
            case "prelu" -> new Prelu(colon < 0 ? Prelu.Slopes.SHARED : slopes(argument));
            default -> activation(name, colon >= 0, argument);
        };
    }

    private static Layer maxout(String argument) {
        Matcher numbers = MAXOUT.matcher(argument);
        if (!numbers.matches()) {
            throw new IllegalArgumentException(
                    "maxout: \"" + Excerpt.of(argument) + "\" (expected UNITSxPIECES, such as 240x5)");
        }
        return new Maxout(whole("units", numbers.group(1)), whole("pieces", numbers.group(2)));
    }

    private static Layer dropout(String argument) {
        int colon = argument.indexOf(':');
        if (colon < 0) {
            return new Dropout(rate(argument));
        }
        String form = argument.substring(colon + 1);
        if (!form.equals("lecture")) {
            throw new IllegalArgumentException(
                    "form: \"" + Excerpt.of(form) + "\" (expected lecture, or none)");
        }
        return new Dropout(rate(argument.substring(0, colon)), Dropout.Form.LECTURE);
    }

    /** A number below 1 may be nearest to 1 among the floats. */
    private static float rate(String argument) {
        float rate = decimal("rate", argument);
        if (rate == 1f) {
            throw new IllegalArgumentException(
                    "rate: " + Excerpt.of(argument) + " (expected >= 0 and at most " + Math.nextDown(1f)
                            + ")");
        }
        return rate;
    }

    private static Prelu.Slopes slopes(String argument) {
        return switch (argument) {
            case "shared" -> Prelu.Slopes.SHARED;
            case "feature" -> Prelu.Slopes.FEATURE;
            default -> throw new IllegalArgumentException(
                    "slopes: \"" + Excerpt.of(argument) + "\" (expected shared or feature)");
        };
    }

    private static Layer activation(String name, boolean colon, String argument) {
        for (Activation function : Activation.values()) {
            if (ActivationLayer.word(function).equals(name)) {
                if (!colon) {
                    return new ActivationLayer(function);
                }
                if (function.hasAlpha()) {
                    return new ActivationLayer(function,
                            decimal(function == Activation.LEAKY_RELU ? "slope" : "alpha", argument));
                }
                throw new IllegalArgumentException(
                        name + " takes no argument, got \"" + Excerpt.of(argument) + "\"");
            }
        }
        throw new IllegalArgumentException("unknown layer \"" + Excerpt.of(name) + "\"");
    }

    private static int whole(String what, String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    what + ": \"" + Excerpt.of(argument) + "\" (expected a whole number >= 1)", wrong);
        }
    }

    static float decimal(String what, String argument) {
        if (!NUMBER.matcher(argument).matches()) {
            throw new IllegalArgumentException(
                    what + ": \"" + Excerpt.of(argument) + "\" (expected a number such as 0.25)");
        }
        float value = Float.parseFloat(argument);
        if (Float.isInfinite(value)) {
            throw new IllegalArgumentException(
                    what + ": \"" + Excerpt.of(argument) + "\" (expected at most " + Float.MAX_VALUE
                            + " in magnitude)");
        }
        return value;
    }

    /** Points at the word, whatever the length of the line. */
    private static String pointAt(String specs, Matcher word, String problem) {
        int begin = Math.max(0, word.start() - CONTEXT);
        int end = Math.min(specs.length(), Math.min(word.end(), word.start() + CONTEXT) + CONTEXT);
        String before = (begin > 0 ? "..." : "") + plain(specs.substring(begin, word.start()));
        String line = before + plain(specs.substring(word.start(), end))
                + (end < specs.length() ? "..." : "");
        return "layers: " + problem + "\n  " + line + "\n  " + " ".repeat(before.length())
                + "^".repeat(Math.min(word.end(), end) - word.start()) + "\n  known: " + KNOWN;
    }

    /** With a space for each character that does not show. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{C}]", " ");
    }
}
