package dev.lanewise.nn.optim;

import dev.lanewise.nn.text.Excerpt;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word with its arguments, such as {@code step:10:0.5}.
 *
 * @param name what stands before the first colon
 * @param arguments what stands between and behind colons
 */
record Word(String name, List<String> arguments) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(|steps?|epochs?)");

    static Word parse(String text) {
        List<String> parts = List.of(text.split(":", -1));
        return new Word(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /** The word of these arguments, without the last ones that are the last {@code defaults}. */
    static String of(String name, List<String> arguments, String... defaults) {
        int needed = arguments.size();
        for (int i = defaults.length - 1; i >= 0 && arguments.get(needed - 1).equals(defaults[i]); i--) {
            needed--;
        }
        return name + (needed == 0 ? "" : ":" + String.join(":", arguments.subList(0, needed)));
    }

    /** The shortest text that reads back as the same number, without {@code .0}. */
    static String text(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** This word, which must have that many arguments. */
    Word with(int fewest, int most) {
        if (arguments.size() < fewest || arguments.size() > most) {
            throw new IllegalArgumentException(
                    Excerpt.of(name) + ": " + arguments.size() + " arguments (expected "
                            + (fewest == most ? "" : fewest + " to ") + most + ")");
        }
        return this;
    }

    double number(int index, String what) {
        String text = arguments.get(index);
        if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            throw new IllegalArgumentException(
                    what + ": \"" + Excerpt.of(text) + "\" (expected a number such as 0.25)");
        }
        return Double.parseDouble(text);
    }

    double number(int index, String what, double otherwise) {
        return index < arguments.size() ? number(index, what) : otherwise;
    }

    int whole(int index, String what, int otherwise) {
        if (index >= arguments.size()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(arguments.get(index));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    what + ": \"" + Excerpt.of(arguments.get(index)) + "\" (expected a whole number)", wrong);
        }
    }

    Span span(int index, String what, Span.Unit usual) {
        Matcher span = SPAN.matcher(arguments.get(index));
        if (!span.matches()) {
            throw new IllegalArgumentException(what + ": \"" + Excerpt.of(arguments.get(index))
                    + "\" (expected a whole number, or such as 10epochs or 500steps)");
        }
        Span.Unit unit = switch (span.group(2)) {
            case "" -> usual;
            case "step", "steps" -> Span.Unit.STEPS;
            default -> Span.Unit.EPOCHS;
        };
        int count = Integer.parseInt(span.group(1));
        Bounds.atLeast(what, count, 1);
        return new Span(count, unit);
    }

    Span span(int index, String what, Span otherwise) {
        return index < arguments.size() ? span(index, what, otherwise.unit()) : otherwise;
    }
}
