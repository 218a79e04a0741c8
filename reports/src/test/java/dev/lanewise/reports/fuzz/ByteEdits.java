package dev.lanewise.reports.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of bytes, whatever they mean. */
final class ByteEdits {
    static final List<Mutator> ALL = List.of(ByteEdits::flip, ByteEdits::flip, ByteEdits::set,
            ByteEdits::insert, ByteEdits::delete, ByteEdits::duplicate, ByteEdits::truncate,
            ByteEdits::integer, ByteEdits::swap);

    private ByteEdits() {
    }

    /** The bytes with those of a range replaced. */
    static byte[] replace(byte[] input, int from, int to, byte... replacement) {
        return ByteBuffer.allocate(input.length - (to - from) + replacement.length)
                .put(input, 0, from)
                .put(replacement)
                .put(input, to, input.length - to)
                .array();
    }

    /** Another input's end behind the beginning of one. */
    static byte[] splice(byte[] first, byte[] second, Random random) {
        int from = random.nextInt(second.length + 1);
        int to = random.nextInt(first.length + 1);
        return replace(first, to, first.length, Arrays.copyOfRange(second, from, second.length));
    }

    private static byte[] flip(byte[] input, Random random) {
        byte[] bytes = input.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] set(byte[] input, Random random) {
        byte[] bytes = input.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) Interesting.integer(random);
        }
        return bytes;
    }

    private static byte[] insert(byte[] input, Random random) {
        byte[] more = new byte[1 + random.nextInt(random.nextInt(10) == 0 ? 1_000 : 8)];
        if (random.nextBoolean()) {
            random.nextBytes(more);
        } else {
            Arrays.fill(more, (byte) Interesting.integer(random));
        }
        int at = random.nextInt(input.length + 1);
        return replace(input, at, at, more);
    }

    private static byte[] delete(byte[] input, Random random) {
        int from = random.nextInt(input.length + 1);
        return replace(input, from, end(input, from, random));
    }

    private static byte[] duplicate(byte[] input, Random random) {
        int from = random.nextInt(input.length + 1);
        int to = end(input, from, random);
        return replace(input, to, to, Arrays.copyOfRange(input, from, to));
    }

    private static int end(byte[] input, int from, Random random) {
        int most = random.nextInt(4) == 0 ? input.length : 16;
        return Math.min(input.length, from + 1 + random.nextInt(most + 1));
    }

    private static byte[] truncate(byte[] input, Random random) {
        int last = random.nextBoolean() ? 0 : Math.max(0, input.length - 16);
        return Arrays.copyOf(input, last + random.nextInt(input.length - last + 1));
    }

    /** A whole number of one, two, four or eight bytes, in either order. */
    private static byte[] integer(byte[] input, Random random) {
        int size = 1 << random.nextInt(4);
        if (input.length < size) {
            return input;
        }
        byte[] bytes = input.clone();
        int at = random.nextInt(input.length - size + 1);
        long value = Interesting.integer(random);
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(order).putLong(value);
        int from = order == ByteOrder.BIG_ENDIAN ? Long.BYTES - size : 0;
        System.arraycopy(number.array(), from, bytes, at, size);
        return bytes;
    }

    /** Two ranges change places. */
    private static byte[] swap(byte[] input, Random random) {
        int[] cuts = random.ints(3, 0, input.length + 1).sorted().toArray();
        return ByteBuffer.allocate(input.length)
                .put(input, 0, cuts[0])
                .put(input, cuts[1], cuts[2] - cuts[1])
                .put(input, cuts[0], cuts[1] - cuts[0])
                .put(input, cuts[2], input.length - cuts[2])
                .array();
    }
}
