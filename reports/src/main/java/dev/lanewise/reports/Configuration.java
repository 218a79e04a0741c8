package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The settings of a training: a JSON object whose keys are the long options of {@code lanewise train} without dashes. What
 * a command line does not say, it says instead of the options' defaults.
 *
 * @param values texts by key, in order
 */
record Configuration(Map<String, Object> values) implements IDefaultValueProvider {
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
     * @throws ConfigurationException if it is no JSON object of known settings; the message says where
     * @throws IOException if it cannot be read
     */
    static Configuration read(Path file, CommandSpec command) throws IOException {
        List<String> known = command.options()
                .stream()
                .filter(Configuration::isSetting)
                .map(Configuration::key)
                .toList();
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            expect(json.nextToken() == JsonToken.START_OBJECT, file, "expected a JSON object of settings");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                expect(known.contains(key), file,
                        "unknown setting \"" + key + "\" (expected one of: " + String.join(" ", known) + ")");
                boolean scalar = json.nextToken().isScalarValue()
                        && json.currentToken() != JsonToken.VALUE_NULL;
                expect(scalar, file, key + ": expected a text, a number, true or false");
                expect(values.put(key, json.getText()) == null, file, key + ": given twice");
            }
            expect(json.nextToken() == null, file, "text behind the JSON object");
        } catch (JsonProcessingException wrong) {
            throw new ConfigurationException(file + ": no JSON: " + wrong.getOriginalMessage() + " in line "
                    + wrong.getLocation().getLineNr());
        }
        return new Configuration(values);
    }

    private static void expect(boolean condition, Path file, String message) throws ConfigurationException {
        if (!condition) {
            throw new ConfigurationException(file + ": " + message);
        }
    }

    private static boolean isSetting(OptionSpec option) {
        return !NO_SETTINGS.contains(key(option));
    }

    private static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && isSetting(option)) {
            Object value = values.get(key(option));
            return value == null ? null : value.toString();
        }
        return null;
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
            words.add("--" + key);
            if (!Boolean.TRUE.equals(value)) {
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
