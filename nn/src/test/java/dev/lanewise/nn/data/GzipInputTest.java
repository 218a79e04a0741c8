package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipInputTest {
    private static final byte[] FIRST = text("a,b,kind\n1,2,x\n");
    private static final byte[] SECOND = text("3,4,y\n5,6,y\n7,8,z\n");
    private static final byte[] BOTH = join(FIRST, SECOND);

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] members() throws IOException {
        return join(TestFiles.gzip(FIRST), TestFiles.gzip(SECOND));
    }

    /** Read as from a pipe: a byte at a time, and nothing is said to be available. */
    private static byte[] read(byte[] packed) throws IOException {
        ByteArrayInputStream pipe = new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        byte[] slowly = slowly(pipe);
        try (GzipInput in = new GzipInput(new ByteArrayInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(slowly);
        }
        return slowly;
    }

    private static byte[] slowly(ByteArrayInputStream pipe) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (GzipInput in = new GzipInput(pipe)) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                content.write(each);
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        return content.toByteArray();
    }

    @Test
    void allMembersAreRead() throws IOException {
        byte[] empty = TestFiles.gzip(new byte[0]);
        assertThat(read(TestFiles.gzip(FIRST))).isEqualTo(FIRST);
        assertThat(read(members())).isEqualTo(BOTH);
        assertThat(read(join(empty, members(), empty))).isEqualTo(BOTH);
        assertThat(read(empty)).isEmpty();
    }

    @Test
    void zerosMayFollow() throws IOException {
        assertThat(read(Arrays.copyOf(members(), members().length + 1))).isEqualTo(BOTH);
        assertThat(read(Arrays.copyOf(members(), members().length + 100_000))).isEqualTo(BOTH);
    }

    @Test
    void nothingElseMayFollow() throws IOException {
        for (byte[] rest : new byte[][]{text("x"), {0, 0, 1}, {0, 0x1F, (byte) 0x8B}, {0x1F, 0},
                text("3,4,y\n")}) {
            assertThatExceptionOfType(ZipException.class).isThrownBy(() -> read(join(members(), rest)))
                    .withMessage("what follows is no gzip data");
        }
    }

    /** Of 2 x 8 bits: time, extra flags and system, bytes 4 to 9 of a header; the hint that it is text; up to 7 bits of padding. */
    @Test
    void whateverBitIsDamagedNoRowsAreLost() throws IOException {
        byte[] packed = members();
        int harmless = 0;
        for (int bit = 2 * Byte.SIZE; bit < packed.length * Byte.SIZE; bit++) {
            byte[] damaged = packed.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            String outcome = outcome(damaged);
            assertThat(outcome).as("bit %d", bit).isIn("all", "refused");
            harmless += outcome.equals("all") ? 1 : 0;
        }
        assertThat(harmless).isBetween(2 * (6 * Byte.SIZE + 1), 2 * (6 * Byte.SIZE + 1 + 7));
    }

    private static String outcome(byte[] packed) {
        try {
            return Arrays.equals(read(packed), BOTH) ? "all" : "other rows";
        } catch (IOException refused) {
            return "refused";
        }
    }

    @Test
    void aMemberThatIsCutShortIsRefused() throws IOException {
        int second = TestFiles.gzip(FIRST).length;
        for (int length = 2; length < members().length; length++) {
            byte[] cut = Arrays.copyOf(members(), length);
            if (length == second) {
                assertThat(read(cut)).isEqualTo(FIRST);
            } else {
                assertThatExceptionOfType(EOFException.class).as("%d bytes", length)
                        .isThrownBy(() -> read(cut));
            }
        }
    }

    /** A header with an extra field of 3 bytes, a name, a comment and its own check, over a stored block of "1\n". */
    @Test
    void everyFieldOfAHeaderIsUnderstood() throws IOException {
        byte[] header = HexFormat.of()
                .parseHex("1f8b081e00000000" + "0003" + "0300" + "1f8b08" + "612e6373760" + "0"
                        + "6300");
        CRC32 crc = new CRC32();
        crc.update(header);
        byte[] check = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
        byte[] body = Arrays.copyOfRange(TestFiles.gzip(FIRST), 10, TestFiles.gzip(FIRST).length);
        assertThat(read(join(header, check, body))).isEqualTo(FIRST);
        check[1] ^= 1;
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> read(join(header, check, body)))
                .withMessage("wrong CRC-16 of a header");
        byte[] reserved = TestFiles.gzip(FIRST);
        reserved[3] = 0x20;
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> read(reserved))
                .withMessage("unknown flags");
        reserved[2] = 7;
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> read(reserved))
                .withMessage("unknown compression method");
    }
}
