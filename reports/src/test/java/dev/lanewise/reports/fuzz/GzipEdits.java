package dev.lanewise.reports.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Changes of packed files: members too many, cut or damaged, checks that do not fit. */
final class GzipEdits {
    /** The check and the length at the end of a member. */
    private static final int TRAILER = 8;
    private static final int HEADER = 10;

    static final List<Mutator> ALL = List.of((input, random) -> pack(input), GzipEdits::inTwo,
            GzipEdits::trailer,
            GzipEdits::header, GzipEdits::cut, GzipEdits::damagedSecond);

    private GzipEdits() {
    }

    static byte[] pack(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteEdits.replace(first, first.length, first.length, second);
    }

    /** Two members, which together are the content. */
    private static byte[] inTwo(byte[] input, Random random) {
        int middle = random.nextInt(input.length + 1);
        return join(pack(Arrays.copyOf(input, middle)),
                pack(Arrays.copyOfRange(input, middle, input.length)));
    }

    private static byte[] damagedSecond(byte[] input, Random random) {
        int middle = random.nextInt(input.length + 1);
        byte[] second = pack(Arrays.copyOfRange(input, middle, input.length));
        second[random.nextInt(second.length)] ^= (byte) (1 << random.nextInt(8));
        return join(pack(Arrays.copyOf(input, middle)), second);
    }

    private static byte[] trailer(byte[] input, Random random) {
        byte[] packed = packed(input);
        packed[packed.length - 1 - random.nextInt(TRAILER)] ^= (byte) (1 << random.nextInt(8));
        return packed;
    }

    private static byte[] header(byte[] input, Random random) {
        byte[] packed = packed(input);
        packed[2 + random.nextInt(HEADER - 2)] = (byte) Interesting.integer(random);
        return packed;
    }

    private static byte[] cut(byte[] input, Random random) {
        byte[] packed = packed(input);
        return Arrays.copyOf(packed, Math.max(2, packed.length - 1 - random.nextInt(2 * TRAILER)));
    }

    private static byte[] packed(byte[] input) {
        boolean already = input.length >= HEADER + TRAILER && input[0] == 0x1F && input[1] == (byte) 0x8B;
        return already ? input.clone() : pack(input);
    }
}
