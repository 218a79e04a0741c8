package dev.lanewise.reports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What TensorBoard shows of a folder of event files. */
final class EventFiles {
    private static final int SUMMARY = 5;
    private static final int SESSION = 7;
    private static final int CRC = 4;

    private final List<Scalar> scalars = new ArrayList<>();

    /** A point of a chart. */
    record Scalar(long step, String tag, float value) {
    }

    /** A field of a message: a number, or bytes. */
    private record Field(int number, long value, ByteBuffer bytes) {
    }

    private EventFiles() {
    }

    /** The scalars of all files, less those that later files void. */
    static List<Scalar> scalars(Path folder) throws IOException {
        EventFiles all = new EventFiles();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return all.scalars;
    }

    /** A record that a kill has cut short ends a file. */
    private void read(ByteBuffer file) {
        while (file.remaining() > Long.BYTES + CRC) {
            long length = file.getLong();
            file.position(file.position() + CRC);
            if (length + CRC > file.remaining()) {
                return;
            }
            event(file.slice(file.position(), (int) length));
            file.position(file.position() + (int) length + CRC);
        }
    }

    private void event(ByteBuffer message) {
        List<Field> fields = fields(message);
        long step = fields.stream().filter(field -> field.number == 2).mapToLong(Field::value).sum();
        for (Field field : fields) {
            if (field.number == SESSION) {
                scalars.removeIf(scalar -> scalar.step >= step);
            } else if (field.number == SUMMARY) {
                fields(field.bytes).forEach(value -> scalar(step, fields(value.bytes)));
            }
        }
    }

    private void scalar(long step, List<Field> value) {
        String tag = StandardCharsets.UTF_8.decode(value.get(0).bytes).toString();
        if (value.get(1).number == 2) {
            scalars.add(new Scalar(step, tag, Float.intBitsToFloat((int) value.get(1).value)));
        }
    }

    private static List<Field> fields(ByteBuffer from) {
        ByteBuffer message = from.slice().order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            fields.add(switch (tag & 7) {
                case 0 -> new Field(tag >>> 3, varint(message), message);
                case 1 -> new Field(tag >>> 3, message.getLong(), message);
                case 2 -> bytes(tag >>> 3, message);
                case 5 -> new Field(tag >>> 3, message.getInt(), message);
                default -> throw new IllegalStateException("wire type " + (tag & 7));
            });
        }
        return fields;
    }

    private static Field bytes(int number, ByteBuffer message) {
        int length = (int) varint(message);
        ByteBuffer bytes = message.slice(message.position(), length);
        message.position(message.position() + length);
        return new Field(number, 0, bytes);
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte part = message.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }
}
