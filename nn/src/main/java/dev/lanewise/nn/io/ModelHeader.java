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
    /** Where a tensor lies in the data that follows the header, in bytes. */
    record Entry(String dtype, List<Integer> shape, long begin, long end) {
    }

    /** Reads floats from the data. */
    interface Source {
        float[] read(long offset, int count) throws IOException;
    }

    /** The header of tensors that lie one behind the other. */
    static ModelHeader of(Map<String, String> metadata, List<ModelTensor> inOrder) {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        long begin = 0;
        for (ModelTensor tensor : inOrder) {
            long end = begin + (long) tensor.size() * Float.BYTES;
            tensors.put(tensor.name(), new Entry("F32", tensor.shape(), begin, end));
            begin = end;
        }
        return new ModelHeader(metadata, tensors);
    }

    /** UTF-8 JSON, padded with spaces so that the data begins at a multiple of eight bytes. */
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
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Entry entry) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", entry.dtype);
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

    float[] read(String name, Source source) throws IOException {
        Entry entry = entry(name);
        return source.read(entry.begin, (int) ((entry.end - entry.begin) / Float.BYTES));
    }
}
