package dev.lanewise.nn.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    /** CRC-32C's check value is e3069283, and of 32 zeros (RFC 3720, B.4) 8a9136aa. */
    @Test
    void theCrcIsCastagnolisAndMasked() {
        assertThat(RecordFile.maskedCrc(DIGITS, 0, 9)).isEqualTo(masked(0xe3069283L));
        assertThat(RecordFile.maskedCrc(new byte[32], 0, 32)).isEqualTo(masked(0x8a9136aaL));
        assertThat(RecordFile.maskedCrc("x123456789x".getBytes(StandardCharsets.US_ASCII), 1, 9))
                .isEqualTo(0xc78ab0e5);
    }

    /** In 64-bit arithmetic, as the format's description has it. */
    private static int masked(long crc) {
        return (int) (((crc >>> 15 | crc << 17) & 0xffffffffL) + 0xa282ead8L);
    }

    @Test
    void everyRecordIsInTheFileAtOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("records");
        try (RecordFile records = new RecordFile(file)) {
            records.append(DIGITS);
            assertThat(hex(file)).hasSize(2 * (9 + 16))
                    .startsWith("0900000000000000")
                    .endsWith(
                            "313233343536373839" + "e5b08ac7");
            records.append(new byte[0]);
            // The CRC-32C of nothing is 0.
            assertThat(hex(file)).hasSize(2 * (9 + 16 + 16)).endsWith("d8ea82a2");
        }
        assertThatThrownBy(() -> new RecordFile(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String hex(Path file) throws IOException {
        return HexFormat.of().formatHex(Files.readAllBytes(file));
    }
}
