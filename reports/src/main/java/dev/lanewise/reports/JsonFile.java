package dev.lanewise.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON file: an object is a {@link Map}, an array a {@link List}, a text a {@link String}, a truth value a
 * {@link Boolean}, a number a {@link Numeral}, and null {@link #NULL}.
 */
final class JsonFile {
    /** The value null. */
    static final Object NULL = new Object();

    private static final int MAX_DEPTH = 100;
    /** Characters of a number: no setting has more. */
    private static final int MAX_NUMBER = 100;
    /** Lengths are limited here, in words of our own, and by the file's size. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Path file;
    private final JsonParser json;

    private JsonFile(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /** A number as it is written, whatever its size. */
    record Numeral(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Reads one value and nothing behind it.
     *
     * @throws ConfigurationException if the file holds something else; the message begins with its name
     * @throws IOException if it cannot be read
     */
    static Object read(Path file) throws IOException {
        try (JsonParser json = FACTORY.createParser(Utf8File.read(file))) {
            JsonFile reader = new JsonFile(file, json);
            json.nextToken();
            Object value = reader.value(0);
            if (json.nextToken() != null) {
                throw reader.refused("text behind the JSON " + (value instanceof Map ? "object" : "value"));
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw new ConfigurationException(file,
                    "no JSON: " + plain(wrong.getOriginalMessage()) + place(wrong));
        }
    }

    private Object value(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw refused("nested deeper than " + MAX_DEPTH + " levels");
        }
        JsonToken token = json.currentToken();
        if (token == null) {
            throw refused("empty (expected JSON)");
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeral(json.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> NULL;
        };
    }

    private Numeral numeral(String text) throws ConfigurationException {
        if (text.length() > MAX_NUMBER) {
            throw refused(
                    "a number of " + text.length() + " characters (expected at most " + MAX_NUMBER + ")");
        }
        return new Numeral(text);
    }

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = text(json.currentName());
            json.nextToken();
            if (values.put(key, value(depth + 1)) != null) {
                throw refused(key + ": given twice");
            }
        }
        return values;
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(depth + 1));
        }
        return values;
    }

    /** No file can hold half of a surrogate pair in UTF-8, so no name in a file can be meant by one. */
    private String text(String text) throws ConfigurationException {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw refused(
                        String.format("\\u%04x alone (expected both halves of a surrogate pair)", point));
            }
        }
        return text;
    }

    private ConfigurationException refused(String what) {
        return new ConfigurationException(file, what);
    }

    /** Without the parser's own options, which no user can set. */
    private static String plain(String message) {
        return message.replaceAll("\\[Source:[^\\]]*line: (\\d+), column: (\\d+)\\]", "line $1, column $2")
                .replaceAll(" ?\\(not recognized as one since Feature.*?\\)", "")
                .replaceAll(": enable `.*?` to allow", "");
    }

    private static String place(JsonProcessingException wrong) {
        return wrong.getLocation() == null
                ? ""
                : " in line " + wrong.getLocation().getLineNr() + ", column "
                        + wrong.getLocation().getColumnNr();
    }
}
