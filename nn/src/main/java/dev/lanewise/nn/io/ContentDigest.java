package dev.lanewise.nn.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The SHA-256 of all that a file of tensors says, whatever the layout of its header and the order of its tensors: of the
 * number of its metadata, of each key and value in ascending order of the keys (but for the digest itself), and of
 * each tensor's name, dtype, extents (separated by commas) and bytes in ascending order of the names. Each text is
 * UTF-8 behind the number of its bytes in decimal and a colon.
 */
final class ContentDigest {
    /** Its key in the metadata. */
    static final String KEY = "sha256";

    private final MessageDigest digest = WeightsDigest.newDigest();

    private ContentDigest() {
    }

    /** Gives the bytes of a tensor. */
    @FunctionalInterface
    interface Data {
        void of(String name, TensorSource.Piece piece) throws IOException;
    }

    /** 64 lower-case hexadecimal digits. */
    static String of(ModelHeader header, Data data) throws IOException {
        ContentDigest content = new ContentDigest();
        content.add(header, data);
        return WeightsDigest.hexadecimal(content.digest);
    }

    private void add(ModelHeader header, Data data) throws IOException {
        Map<String, String> metadata = new TreeMap<>(header.metadata());
        metadata.remove(KEY);
        text(String.valueOf(metadata.size()));
        metadata.forEach((key, value) -> {
            text(key);
            text(value);
        });
        for (Map.Entry<String, ModelHeader.Entry> tensor : new TreeMap<>(header.tensors()).entrySet()) {
            text(tensor.getKey());
            text(tensor.getValue().type().name());
            text(tensor.getValue().shape().stream().map(String::valueOf).collect(Collectors.joining(",")));
            data.of(tensor.getKey(), digest::update);
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
