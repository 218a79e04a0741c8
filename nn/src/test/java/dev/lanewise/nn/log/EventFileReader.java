package dev.lanewise.nn.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads event files by TensorFlow's published {@code record_writer.h}, {@code event.proto} and {@code summary.proto}; shares
 * nothing with the writer. Events become maps from a field's name to its value.
 */
final class EventFileReader {
    private static final int POLYNOMIAL = 0x82f63b78;

    private EventFileReader() {
    }

    static List<Map<String, Object>> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Map<String, Object>> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long length = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong();
            take(bytes, 8);
            events.add(message("event", take(bytes, (int) length)));
        }
        return events;
    }

    /** The next bytes, whose checksum follows. */
    private static ByteBuffer take(ByteBuffer bytes, int length) {
        ByteBuffer taken = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        int unmasked = bytes.getInt() - 0xa282ead8;
        assertThat(unmasked >>> 17 | unmasked << 15).isEqualTo(crc(taken));
        return taken;
    }

    /** Bit by bit. */
    private static int crc(ByteBuffer bytes) {
        int crc = -1;
        for (int i = 0; i < bytes.limit(); i++) {
            crc ^= bytes.get(i) & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
            }
        }
        return ~crc;
    }

    private static Map<String, Object> message(String type, ByteBuffer in) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> values = new ArrayList<>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            Object value = switch ((int) tag & 7) {
                case 0 -> varint(in);
                case 1 -> in.getDouble();
                case 2 -> {
                    int length = (int) varint(in);
                    ByteBuffer slice = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
                    in.position(in.position() + length);
                    yield slice;
                }
                case 5 -> in.getFloat();
                default -> throw new AssertionError("wire type of tag " + tag);
            };
            switch (type + "." + (tag >>> 3)) {
                case "event.1" -> fields.put("wall_time", (Double) value);
                case "event.2" -> fields.put("step", (Long) value);
                case "event.3" -> fields.put("file_version", text(value));
                case "event.5" -> fields.put("summary", message("summary", (ByteBuffer) value));
                case "event.7" -> fields.put("session_log", message("session_log", (ByteBuffer) value));
                case "session_log.1" -> fields.put("status", (Long) value);
                case "summary.1" -> values.add(message("value", (ByteBuffer) value));
                case "value.1" -> fields.put("tag", text(value));
                case "value.2" -> fields.put("simple_value", (Float) value);
                case "value.5" -> fields.put("histo", message("histogram", (ByteBuffer) value));
                case "histogram.1" -> fields.put("min", (Double) value);
                case "histogram.2" -> fields.put("max", (Double) value);
                case "histogram.3" -> fields.put("num", (Double) value);
                case "histogram.4" -> fields.put("sum", (Double) value);
                case "histogram.5" -> fields.put("sum_squares", (Double) value);
                case "histogram.6" -> fields.put("bucket_limit", doubles((ByteBuffer) value));
                case "histogram.7" -> fields.put("bucket", doubles((ByteBuffer) value));
                default -> throw new AssertionError("field " + (tag >>> 3) + " of " + type);
            }
        }
        if (type.equals("summary")) {
            fields.put("values", values);
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value += (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static String text(Object value) {
        return StandardCharsets.UTF_8.decode((ByteBuffer) value).toString();
    }

    private static List<Double> doubles(ByteBuffer in) {
        List<Double> values = new ArrayList<>();
        while (in.hasRemaining()) {
            values.add(in.getDouble());
        }
        return values;
    }
}
