package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The settings of a training: a JSON object whose keys are the long options of {@code lanewise train} without dashes. What
 * a command line does not say, it says instead of the options' defaults.
 *
 * @param values by key, in order: texts, numbers and truth values
 */
record Configuration(Map<String, Object> values) {
    /** Options that are of one call and not of a training. */
    private static final Set<String> NO_SETTINGS = Set.of("config", "resume", "out", "preflight", "shallower",
            "quiet",
            "verbose",
            "help", "version");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** The effective values of a command's options; those without a value and flags that are not set are left out. */
    static Configuration of(CommandSpec command) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (OptionSpec option : command.options()) {
            Object value = option.getValue();
            if (isSetting(option) && value != null && !Boolean.FALSE.equals(value)) {
                values.put(key(option), value instanceof Path path ? path.toString() : value);
            }
        }
        return new Configuration(values);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it is no JSON object of settings that the command has; the message says where
     * @throws IOException if it cannot be read
     */
    static Configuration read(Path file, CommandSpec command) throws IOException {
        if (!(JsonFile.read(file) instanceof Map<?, ?> settings)) {
            throw new ConfigurationException(file, "expected a JSON object of settings");
        }
        Map<String, OptionSpec> known = new LinkedHashMap<>();
        command.options()
                .stream()
                .filter(Configuration::isSetting)
                .forEach(each -> known.put(key(each), each));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> setting : settings.entrySet()) {
            String key = String.valueOf(setting.getKey());
            OptionSpec option = known.get(key);
            if (option == null) {
                throw new ConfigurationException(file, "unknown setting \"" + key + "\" (expected one of: "
                        + String.join(" ", known.keySet()) + ")");
            }
            values.put(key, value(file, option, setting.getValue()));
        }
        return new Configuration(values);
    }

    private static Object value(Path file, OptionSpec option, @Nullable Object given)
            throws ConfigurationException {
        if (given == null || JsonFile.NULL.equals(given) || given instanceof Map || given instanceof List) {
            throw new ConfigurationException(
                    file, key(option) + ": expected a text, a number, true or false");
        }
        try {
            SettingType.convert(option, given);
            return given instanceof JsonFile.Numeral number ? number.text() : given;
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(file, String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Gives a command's options their values, as they are: nothing in them is looked at, split or replaced.
     *
     * @param open which options may be given one
     * @throws IllegalArgumentException if an option cannot take its value
     */
    void applyTo(CommandSpec command, Predicate<OptionSpec> open) {
        for (OptionSpec option : command.options()) {
            Object value = isSetting(option) && open.test(option) ? values.get(key(option)) : null;
            if (value != null) {
                option.setValue(SettingType.convert(option, value));
            }
        }
    }

    private static boolean isSetting(OptionSpec option) {
        return !NO_SETTINGS.contains(key(option));
    }

    private static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }

    /** As a file that {@link #read} reads. */
    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            writeTo(json);
        }
        return text.append('\n').toString();
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            json.writeFieldName(entry.getKey());
            switch (entry.getValue()) {
                case Boolean flag -> json.writeBoolean(flag);
                case Number number when Double.isFinite(number.doubleValue()) ->
                    json.writeNumber(number.toString());
                default -> json.writeString(entry.getValue().toString());
            }
        }
        json.writeEndObject();
    }

    /** The command line that repeats the training, with every setting written out. */
    String command() {
        return command("train");
    }

    /** The command line of another command and its arguments, with every setting written out. */
    String command(String... begin) {
        List<String> words = new ArrayList<>(List.of("./lanewise"));
        words.addAll(List.of(begin));
        values.forEach((key, value) -> {
            if (Boolean.TRUE.equals(value)) {
                words.add("--" + key);
            } else if (value.toString().startsWith("-")) {
                words.add("--" + key + "=" + quoted(value.toString()));
            } else if (!Boolean.FALSE.equals(value)) {
                words.add("--" + key);
                words.add(quoted(value.toString()));
            }
        });
        return String.join(" ", words);
    }

    /** Quoted for a POSIX shell where it must be. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
