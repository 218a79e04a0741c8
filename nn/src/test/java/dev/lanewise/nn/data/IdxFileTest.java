package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    private static final List<String> CLASSES = List.of("zero", "one", "two");

    @TempDir
    Path folder;
    private Path images;
    private Path labels;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        images = Files.write(folder.resolve("images"), TestFiles.images());
        labels = Files.write(folder.resolve("labels"), TestFiles.labels(2, 1));
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> IdxFile.read("small", images, labels, CLASSES))
                .withMessage(message);
    }

    private void assertIsSmallSet(Dataset dataset) {
        assertThat(dataset).hasToString("small: 2 rows x 6 features, 3 classes");
        assertThat(dataset.shape()).containsExactly(2, 3, 1);
        assertThat(dataset.label(0)).isEqualTo(2);
        assertThat(dataset.label(1)).isEqualTo(1);
        float[] pixels = new float[12];
        dataset.gather(new int[]{0, 1}, 0, 2, pixels);
        assertThat(pixels).containsExactly(0, 1, 2, 3, 4, 255, 6, 7, 8, 9, 10, 128);
    }

    @Test
    void readsPlainFiles() throws IOException {
        assertIsSmallSet(IdxFile.read("small", images, labels, CLASSES));
    }

    @Test
    void knowsGzipByContentNotByName() throws IOException {
        Files.write(images, TestFiles.gzip(TestFiles.images()));
        labels = Files.write(folder.resolve("labels.gz"), TestFiles.labels(2, 1));
        assertIsSmallSet(IdxFile.read("small", images, labels, CLASSES));
    }

    @Test
    void refusesMissingFilesAndFolders() {
        images = folder.resolve("nowhere");
        assertRefused(images + ": file not found");
        images = folder;
        assertRefused(folder + ": is a folder (expected a file)");
        labels = folder.resolve("none");
        assertRefused(labels + ": file not found");
    }

    @Test
    void refusesTruncatedGzip() throws IOException {
        byte[] packed = TestFiles.gzip(TestFiles.images());
        for (int length = 2; length < packed.length; length++) {
            Files.write(images, Arrays.copyOf(packed, length));
            assertRefused(images + ": truncated gzip file");
        }
    }

    @Test
    void refusesDamagedGzip() throws IOException {
        byte[] packed = TestFiles.gzip(TestFiles.images());
        packed[packed.length - 8] ^= 1;
        Files.write(images, packed);
        assertRefused(images + ": damaged gzip file (wrong CRC-32)");
    }

    @Test
    void refusesWrongMagic() throws IOException {
        Files.write(images, TestFiles.labels(2, 1));
        assertRefused(images + ": magic number 0x00000801 (expected 0x00000803, an IDX file of images)");
        Files.write(labels, TestFiles.images());
        assertRefused(labels + ": magic number 0x00000803 (expected 0x00000801, an IDX file of labels)");
    }

    @Test
    void refusesTruncatedFiles() throws IOException {
        for (int length = 0; length < 16; length++) {
            Files.write(images, Arrays.copyOf(TestFiles.images(), length));
            assertRefused(images + ": ends within the IDX header");
        }
        Files.write(images, Arrays.copyOf(TestFiles.images(), 27));
        assertRefused(images + ": truncated, 11 bytes of values (expected 12)");
        Files.write(images, TestFiles.gzip(Arrays.copyOf(TestFiles.images(), 27)));
        assertRefused(images + ": truncated, 11 bytes of values (expected 12)");
    }

    @Test
    void refusesTrailingBytes() throws IOException {
        Files.write(images, Arrays.copyOf(TestFiles.images(), 29));
        assertRefused(images + ": trailing bytes after the 12 bytes of values");
    }

    @Test
    void refusesImpossibleExtents() throws IOException {
        Files.write(images, TestFiles.idx(new int[]{0x803, 2, 0, 3}));
        assertRefused(images + ": extent 0 in the header (expected 1..2147483647)");
        Files.write(images, TestFiles.idx(new int[]{0x803, -1, 2, 3}));
        assertRefused(images + ": extent 4294967295 in the header (expected 1..2147483647)");
        Files.write(images, TestFiles.idx(new int[]{0x803, 1 << 30, 1 << 30, 1 << 30}));
        assertRefused(images
                + ": 1073741824 x 1073741824 x 1073741824 bytes of values (expected at most 2147483639)");
        Files.write(images, TestFiles.idx(new int[]{0x803, 2, 1 << 20, 1000}));
        assertRefused(images + ": truncated, 0 bytes of values (expected 2097152000)");
    }

    @Test
    void refusesCountsThatDiffer() throws IOException {
        Files.write(labels, TestFiles.labels(2, 1, 0));
        assertRefused(images + ": 2 images, but " + labels + ": 3 labels (expected equal numbers)");
    }

    @Test
    void refusesLabelsOutOfRange() throws IOException {
        Files.write(labels, TestFiles.labels(0, 3));
        assertRefused(labels + ": label of item 1: 3 (expected 0..2)");
        Files.write(labels, TestFiles.labels(255, 0));
        assertRefused(labels + ": label of item 0: 255 (expected 0..2)");
    }
}
