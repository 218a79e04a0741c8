package dev.lanewise.reports.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of IDX files: magic number, extents, and bodies that do not have that size. */
final class IdxEdits {
    private static final int[] MAGIC = {0x803, 0x801, 0x802, 0x804, 0x8FF, 0x800, 0xD03, 0xB01, 0x308,
            0x03080000};

    static final List<Mutator> ALL = List.of(IdxEdits::magic, IdxEdits::extent, IdxEdits::extent,
            IdxEdits::resized, IdxEdits::swappedExtents);

    private IdxEdits() {
    }

    private static byte[] magic(byte[] input, Random random) {
        return withInteger(input, 0, MAGIC[random.nextInt(MAGIC.length)]);
    }

    private static byte[] extent(byte[] input, Random random) {
        return withInteger(input, 1 + random.nextInt(3), (int) Interesting.integer(random));
    }

    private static byte[] resized(byte[] input, Random random) {
        return Arrays.copyOf(input, Math.max(0, input.length + random.nextInt(41) - 20));
    }

    private static byte[] swappedExtents(byte[] input, Random random) {
        if (input.length < 16) {
            return input;
        }
        ByteBuffer bytes = ByteBuffer.wrap(input.clone());
        int first = bytes.getInt(4);
        int at = random.nextBoolean() ? 8 : 12;
        return bytes.putInt(4, bytes.getInt(at)).putInt(at, first).array();
    }

    private static byte[] withInteger(byte[] input, int index, int value) {
        boolean fits = input.length >= (index + 1) * Integer.BYTES;
        return fits ? ByteBuffer.wrap(input.clone()).putInt(index * Integer.BYTES, value).array() : input;
    }
}
