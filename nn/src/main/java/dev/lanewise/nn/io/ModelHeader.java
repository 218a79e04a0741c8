package dev.lanewise.nn.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON header of a safetensors file: metadata and where each tensor lies. */
record ModelHeader(Map<String, String> metadata, Map<String, Entry> tensors) {
    /** Bytes of a header that is read; a longer one is not written. */
    static final int LIMIT = 100_000_000;

    /** Where a tensor lies in the data that follows the header, in bytes. */
    record Entry(DataType type, List<Integer> shape, long begin, long end) {
    }

    /** The header of tensors that lie one behind the other. */
    static ModelHeader of(Map<String, String> metadata, List<? extends TensorContent> inOrder) {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        long begin = 0;
        for (TensorContent tensor : inOrder) {
            long end = Math.addExact(begin, Math.multiplyExact(tensor.size(), tensor.type().bytes()));
            tensors.put(tensor.name(), new Entry(tensor.type(), tensor.shape(), begin, end));
            begin = end;
        }
        return new ModelHeader(metadata, tensors);
    }

    /** The same with another entry of the metadata, behind the others. */
    ModelHeader with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new ModelHeader(more, tensors);
    }

    /**
     * UTF-8 JSON, padded with spaces so that the data begins at a multiple of eight bytes.
     *
     * @throws ModelFileException if it is longer than {@link #LIMIT}: it could not be read back
     */
    byte[] toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("__metadata__");
            for (Map.Entry<String, String> item : metadata.entrySet()) {
                json.writeStringField(item.getKey(), item.getValue());
            }
            json.writeEndObject();
            for (Map.Entry<String, Entry> tensor : tensors.entrySet()) {
                write(json, tensor.getKey(), tensor.getValue());
            }
            json.writeEndObject();
        }
        while (bytes.size() % 8 != 0) {
            bytes.write(' ');
        }
        if (bytes.size() > LIMIT) {
            throw new ModelFileException("header of " + bytes.size() + " bytes (expected at most " + LIMIT
                    + ": fewer or shorter names)");
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Entry entry) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", entry.type.name());
        json.writeArrayFieldStart("shape");
        for (int extent : entry.shape) {
            json.writeNumber(extent);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_offsets");
        json.writeNumber(entry.begin);
        json.writeNumber(entry.end);
        json.writeEndArray();
        json.writeEndObject();
    }

    static ModelHeader parse(byte[] json) throws IOException {
        return HeaderJson.parse(json);
    }

    /** Bytes of data behind the header. */
    long dataLength() {
        return tensors.values().stream().mapToLong(Entry::end).max().orElse(0);
    }

    Entry entry(String name) throws ModelFileException {
        Entry entry = tensors.get(name);
        if (entry == null) {
            throw new ModelFileException("tensor " + name + " is missing");
        }
        return entry;
    }
}
