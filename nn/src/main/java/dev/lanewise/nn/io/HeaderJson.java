package dev.lanewise.nn.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a safetensors header, strictly. */
final class HeaderJson {
    /** The header's length is the one limit of what is in it, so that whatever is written can be read. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(ModelHeader.LIMIT)
                    .maxNameLength(ModelHeader.LIMIT)
                    .build())
            .build();

    private static final String HEADER = "corrupt header";
    private static final String METADATA = "corrupt metadata: ";
    /** More than any tensor of ours, and few enough to show. */
    private static final int MOST_DIMENSIONS = 8;

    private HeaderJson() {
    }

    static ModelHeader parse(byte[] bytes) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, ModelHeader.Entry> tensors = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text(bytes))) {
            expect(HEADER, json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                expect(HEADER, json, json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals("__metadata__")) {
                    readMetadata(json, metadata);
                } else {
                    tensors.put(name, entry(json, name));
                }
            }
            expect(HEADER, json, json.currentToken(), JsonToken.END_OBJECT);
            expect(HEADER, json, json.nextToken(), null);
        } catch (JsonProcessingException wrong) {
            throw new ModelFileException(HEADER + ": " + Excerpt.message(wrong.getOriginalMessage()), wrong);
        }
        checkLayout(tensors);
        return new ModelHeader(metadata, tensors);
    }

    /** Decoded here, because a parser of bytes would guess among several Unicode encodings. */
    private static String text(byte[] bytes) throws ModelFileException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            throw new ModelFileException(HEADER + ": not UTF-8", wrong);
        }
    }

    /** Tensors must follow each other without gap or overlap. */
    private static void checkLayout(Map<String, ModelHeader.Entry> tensors) throws ModelFileException {
        long next = 0;
        for (ModelHeader.Entry entry : tensors.values()
                .stream()
                .sorted(Comparator.comparingLong(ModelHeader.Entry::begin)
                        .thenComparingLong(ModelHeader.Entry::end))
                .toList()) {
            if (entry.begin() != next) {
                throw new ModelFileException(
                        HEADER + ": a tensor begins at byte " + entry.begin() + " (expected " + next
                                + ")");
            }
            next = entry.end();
        }
    }

    private static void readMetadata(JsonParser json, Map<String, String> metadata) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            expect(HEADER, json, json.nextToken(), JsonToken.VALUE_STRING);
            metadata.put(key, json.getText());
        }
    }

    private static ModelHeader.Entry entry(JsonParser json, String name) throws IOException {
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> dtype = json.getText();
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default ->
                    throw new ModelFileException(
                            HEADER + ": tensor " + Excerpt.of(name) + " has \"" + Excerpt.of(key) + "\"");
            }
        }
        return checked(name, dtype, shape, offsets);
    }

    private static ModelHeader.Entry checked(String name, String dtype, List<Long> shape,
            List<Long> offsets) throws ModelFileException {
        DataType type = type(name, dtype);
        if (offsets.size() != 2 || shape.size() > MOST_DIMENSIONS
                || shape.stream().anyMatch(extent -> extent < 0 || extent > Integer.MAX_VALUE)) {
            throw new ModelFileException(HEADER + ": tensor " + Excerpt.of(name) + " has shape "
                    + Excerpt.of(shape.toString()) + " and data_offsets " + Excerpt.of(offsets.toString()));
        }
        long bytes = shape.stream().mapToLong(Long::longValue).reduce(type.bytes(), HeaderJson::capped);
        if (offsets.getLast() - offsets.getFirst() != bytes || bytes == Long.MAX_VALUE) {
            throw new ModelFileException(HEADER + ": tensor " + Excerpt.of(name) + " spans "
                    + (offsets.getLast() - offsets.getFirst()) + " bytes (expected " + bytes + " for shape "
                    + shape + ")");
        }
        return new ModelHeader.Entry(type, shape.stream().map(Long::intValue).toList(), offsets.getFirst(),
                offsets.getLast());
    }

    private static DataType type(String name, String dtype) throws ModelFileException {
        for (DataType type : DataType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw new ModelFileException("tensor " + Excerpt.of(name) + " has dtype \"" + Excerpt.of(dtype)
                + "\" (expected F32)");
    }

    /** A product that stays finite, for sizes that no file can have. */
    private static long capped(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    private static List<Long> numbers(JsonParser json) throws IOException {
        List<Long> numbers = new ArrayList<>();
        expect(HEADER, json, json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            numbers.add(json.getLongValue());
        }
        expect(HEADER, json, json.currentToken(), JsonToken.END_ARRAY);
        return numbers;
    }

    /** A JSON array of strings. */
    static String array(List<String> strings) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (String string : strings) {
                json.writeString(string);
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    /** The strings of the JSON array that the metadata hold under a key. */
    static List<String> strings(String key, String array) throws IOException {
        String where = METADATA + key;
        List<String> strings = new ArrayList<>();
        try (JsonParser json = JSON.createParser(array)) {
            expect(where, json, json.nextToken(), JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                strings.add(json.getText());
            }
            expect(where, json, json.currentToken(), JsonToken.END_ARRAY);
            expect(where, json, json.nextToken(), null);
        } catch (JsonProcessingException wrong) {
            throw new ModelFileException(where + ": " + Excerpt.message(wrong.getOriginalMessage()), wrong);
        }
        return strings;
    }

    /** Refuses another token than the wanted one; null is the end of the text. */
    private static void expect(String where, JsonParser json, @Nullable JsonToken found,
            @Nullable JsonToken wanted) throws ModelFileException {
        if (found != wanted) {
            JsonLocation at = found == null ? json.currentLocation() : json.currentTokenLocation();
            throw new ModelFileException(where + ": " + name(found) + " at character " + at.getCharOffset()
                    + " (expected " + name(wanted) + ")");
        }
    }

    private static String name(@Nullable JsonToken token) {
        return token == null ? "end" : token.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
