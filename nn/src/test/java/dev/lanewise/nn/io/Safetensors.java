package dev.lanewise.nn.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second, independent reader and writer of the safetensors layout, just enough for these tests: a header of flat
 * JSON objects, taken apart by regular expressions, and the bytes behind it.
 */
final class Safetensors {
    private static final Pattern TENSOR = Pattern.compile(
            "\"([^\"]+)\":\\{\"dtype\":\"(\\w+)\",\"shape\":\\[([\\d,]*)],\"data_offsets\":\\[(\\d+),(\\d+)]}");

    private final String json;
    private final byte[] data;

    /** A tensor as the header describes it. */
    record Tensor(String dtype, String shape, int begin, int end) {
    }

    Safetensors(String json, byte[] data) {
        this.json = json;
        this.data = data;
    }

    String json() {
        return json;
    }

    byte[] data() {
        return data;
    }

    static Safetensors of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(header);
        byte[] data = new byte[bytes.remaining()];
        bytes.get(data);
        return new Safetensors(new String(header, StandardCharsets.UTF_8), data);
    }

    byte[] file() {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }

    /** The same file with a part of its header replaced; the part must be there. */
    Safetensors with(String old, String replacement) {
        if (!json.contains(old)) {
            throw new IllegalArgumentException(old + " is not in " + json);
        }
        return new Safetensors(json.replace(old, replacement), data);
    }

    /** As other programs, and versions before, write it: without a digest in the metadata. */
    Safetensors withoutDigest() {
        return new Safetensors(json.replaceFirst(",\"sha256\":\"[0-9a-f]{64}\"", ""), data);
    }

    /** All tensors in the order of the header. */
    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Matcher found = TENSOR.matcher(json);
        while (found.find()) {
            tensors.put(found.group(1), new Tensor(found.group(2), found.group(3),
                    Integer.parseInt(found.group(4)), Integer.parseInt(found.group(5))));
        }
        return tensors;
    }

    float[] values(String name) {
        Tensor tensor = Objects.requireNonNull(tensors().get(name), name);
        float[] values = new float[(tensor.end - tensor.begin) / Float.BYTES];
        ByteBuffer.wrap(data, tensor.begin, tensor.end - tensor.begin)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
