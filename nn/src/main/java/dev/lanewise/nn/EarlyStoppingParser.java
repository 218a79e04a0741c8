package dev.lanewise.nn;

import dev.lanewise.nn.text.Excerpt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads early stopping from words such as {@code patience=5,min-delta=0.001,monitor=val-loss}. */
public final class EarlyStoppingParser {
    /** What it understands; each but the patience may be left out. */
    public static final String KNOWN = "patience=EPOCHS min-delta=NUMBER (0) monitor="
            + Monitor.NAMED.stream().map(Monitor::name).collect(Collectors.joining("|"))
            + " (val-loss) warmup=EPOCHS (0) restore-best=true|false (true)";
    private static final Set<String> NAMES = Set.of("patience", "min-delta", "monitor", "warmup",
            "restore-best");
    private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private EarlyStoppingParser() {
    }

    /**
     * The settings of a list of {@code word=value}, with commas between. Underscores are taken for hyphens.
     *
     * @throws IllegalArgumentException for an unknown or repeated word, a wrong value or a missing patience; the message
     *         lists what is known
     */
    public static EarlyStopping parse(String text) {
        try {
            return settings(words(text));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "early stopping \"" + Excerpt.of(text) + "\": " + wrong.getMessage() + "\n  known: "
                            + KNOWN,
                    wrong);
        }
    }

    private static Map<String, String> words(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : text.split(",", -1)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("\"" + Excerpt.of(word) + "\" (expected word=value)");
            }
            String name = word.substring(0, equals).strip().replace('_', '-');
            if (values.put(name, word.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(Excerpt.of(name) + ": given twice");
            }
        }
        return values;
    }

    private static EarlyStopping settings(Map<String, String> values) {
        for (String name : values.keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown \"" + Excerpt.of(name) + "\"");
            }
        }
        if (!values.containsKey("patience")) {
            throw new IllegalArgumentException("patience: missing (expected patience=EPOCHS)");
        }
        return new EarlyStopping(monitor(values.getOrDefault("monitor", Monitor.VALIDATION_LOSS.name())),
                whole("patience", values.getOrDefault("patience", "")),
                number("min-delta", values.getOrDefault("min-delta", "0")),
                whole("warmup", values.getOrDefault("warmup", "0")),
                truth("restore-best", values.getOrDefault("restore-best", "true")));
    }

    private static Monitor monitor(String value) {
        String name = value.replace('_', '-');
        return Monitor.NAMED.stream()
                .filter(monitor -> monitor.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("monitor: unknown \"" + Excerpt.of(value) + "\""));
    }

    private static int whole(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    name + ": \"" + Excerpt.of(value) + "\" (expected a whole number)", wrong);
        }
    }

    private static double number(String name, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    name + ": \"" + Excerpt.of(value) + "\" (expected a number such as 0.001)");
        }
        return Double.parseDouble(value);
    }

    private static boolean truth(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(
                    name + ": \"" + Excerpt.of(value) + "\" (expected true or false)");
        };
    }
}
