package dev.lanewise.nn.io;

import dev.lanewise.nn.data.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a model file's metadata say of columns. Files from before they did say nothing. */
final class SchemaMetadata {
    private static final String FEATURES = "featureNames";
    private static final String LABEL = "labelName";
    private static final String TARGETS = "targetNames";
    private static final String COLUMNS = "answerColumns";

    private SchemaMetadata() {
    }

    static void write(Schema schema, Map<String, String> metadata) throws IOException {
        put(TARGETS, schema.targetNames(), metadata);
        put(FEATURES, schema.featureNames(), metadata);
        if (schema.labelName() != null) {
            metadata.put(LABEL, schema.labelName());
        }
        put(COLUMNS, schema.answerColumns().stream().map(String::valueOf).toList(), metadata);
    }

    private static void put(String key, List<String> values, Map<String, String> metadata)
            throws IOException {
        if (!values.isEmpty()) {
            metadata.put(key, HeaderJson.array(values));
        }
    }

    /** @throws IllegalArgumentException if what they say cannot be */
    static Schema read(Map<String, String> metadata) throws IOException {
        List<Integer> columns = new ArrayList<>();
        for (String column : strings(COLUMNS, metadata)) {
            if (!column.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(
                        COLUMNS + ": \"" + column + "\" (expected a whole number >= 0)");
            }
            columns.add(Integer.parseInt(column));
        }
        return new Schema(strings(FEATURES, metadata), metadata.get(LABEL), strings(TARGETS, metadata),
                columns);
    }

    private static List<String> strings(String key, Map<String, String> metadata) throws IOException {
        return HeaderJson.strings(key, metadata.getOrDefault(key, "[]"));
    }
}
