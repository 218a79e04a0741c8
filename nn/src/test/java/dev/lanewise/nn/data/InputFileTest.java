package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read as CSV, plain and packed, through pipes and with damaged parts. */
class InputFileTest {
    @TempDir
    Path folder;

    /** 50 rows of one class, then 4,950 of two, as two members: the size of the file in the list of cases. */
    private static byte[][] members() throws IOException {
        StringBuilder first = new StringBuilder("a,b,kind\n");
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            (i < 50 ? first : second).append(i)
                    .append(',')
                    .append(i % 7)
                    .append(i % 2 == 0 || i < 50 ? ",x\n" : ",y\n");
        }
        return new byte[][]{TestFiles.gzip(first.toString().getBytes(StandardCharsets.UTF_8)),
                TestFiles.gzip(second.toString().getBytes(StandardCharsets.UTF_8))};
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    @Test
    void allMembersAreRead() throws IOException {
        byte[][] members = members();
        Path file = Files.write(folder.resolve("two.csv.gz"), join(members[0], members[1]));
        assertThat(CsvFile.read(file, null)).hasToString("two: 5000 rows x 2 features, 2 classes");
    }

    /** A damaged magic number, method, flag, block, CRC and length. */
    @Test
    void aDamagedSecondMemberIsAnError() throws IOException {
        byte[][] members = members();
        for (int at : new int[]{0, 1, 2, 3, 10, 2000, members[1].length - 8, members[1].length - 1}) {
            byte[] damaged = members[1].clone();
            damaged[at] ^= 0x40;
            Path file = Files.write(folder.resolve("damaged.csv.gz"), join(members[0], damaged));
            assertThatExceptionOfType(DataException.class).as("byte %d", at)
                    .isThrownBy(() -> CsvFile.read(file, null))
                    .withMessageMatching(".*damaged\\.csv\\.gz: (damaged|truncated) gzip file.*");
        }
    }

    @Test
    void theCaseThatWasReported() {
        Path file = Path.of("../../shared/cases/gz_second_member_damaged.csv.gz");
        if (!Files.exists(file)) {
            System.err.println("absent: " + file + "; aDamagedSecondMemberIsAnError has the same fault");
            return;
        }
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> CsvFile.read(file, null))
                .withMessageContaining("damaged gzip file");
    }

    @Test
    void aPipeIsReadOnceAndWhole() throws Exception {
        byte[][] members = members();
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                Files.write(pipe, join(members[0], members[1]));
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
        assertThat(CsvFile.read(pipe, null)).hasToString("pipe: 5000 rows x 2 features, 2 classes");
        writer.join();
    }

    @Test
    void anEmptyDeviceHasNoRows() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> CsvFile.read(Path.of("/dev/null"), null))
                .withMessage("/dev/null: no rows (expected at least one)");
    }
}
