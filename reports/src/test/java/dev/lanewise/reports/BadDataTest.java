package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDataTest {
    @TempDir
    Path folder;

    private void assertFails(Path data, String message, String... options) {
        Path out = folder.resolve("run");
        List<Object> arguments = new ArrayList<>(
                List.of("train", "--data", data, "--epochs", 1, "--out", out));
        arguments.addAll(List.of(options));
        Cli cli = Cli.run(arguments.toArray());
        assertThat(cli.err()).isEqualTo("lanewise: " + message + "\n");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private static void patch(Path file, int at, int... bytes) throws IOException {
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            content[at + i] = (byte) bytes[i];
        }
        Files.write(file, content);
    }

    @Test
    void missingFile() {
        Path none = folder.resolve("none.csv");
        assertFails(none,
                "data: " + none + ": no such file or folder (expected digits, mnist, fashion-mnist, "
                        + "a CSV file or a folder)");
    }

    @Test
    void missingNamedSet() {
        Cli cli = Cli.run("train", "--data", "fashion-mnist", "--data-dir", folder, "--out",
                folder.resolve("run"));
        assertThat(cli.code()).isEqualTo(1);
        assertThat(cli.err()).startsWith("lanewise: data set fashion-mnist not found.")
                .contains("train-images-idx3-ubyte", folder.resolve("fashion-mnist").toString(),
                        "https://github.com/zalandoresearch/fashion-mnist");
    }

    @Test
    void folderWithoutTheFiles() {
        assertFails(folder,
                folder + ": no train-images-idx3-ubyte[.gz] (expected the files train-images-idx3-ubyte, "
                        + "train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte)");
    }

    @Test
    void truncatedGzip() throws IOException {
        Path data = TestData.digits(folder.resolve("digits"));
        Path images = data.resolve("t10k-images-idx3-ubyte.gz");
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 2_000));
        assertFails(data, images + ": truncated gzip file");
    }

    @Test
    void wrongMagicNumber() throws IOException {
        Path data = TestData.digits(folder.resolve("digits"));
        Path images = data.resolve("train-images-idx3-ubyte");
        patch(images, 2, 0x0D);
        assertFails(data, images + ": magic number 0x00000d03 (expected 0x00000803, an IDX file of images)");
    }

    @Test
    void imageAndLabelCountsThatDiffer() throws IOException {
        Path data = TestData.digits(folder.resolve("digits"));
        Path images = data.resolve("train-images-idx3-ubyte");
        Path labels = data.resolve("train-labels-idx1-ubyte");
        Files.write(labels, Arrays.copyOf(Files.readAllBytes(labels), 8 + 299));
        patch(labels, 4, 0, 0, 299 >> 8, 299 & 0xFF);
        assertFails(data, images + ": 300 images, but " + labels + ": 299 labels (expected equal numbers)");
    }

    @Test
    void labelOutOfRange() throws IOException {
        Path data = TestData.digits(folder.resolve("digits"));
        Path labels = data.resolve("t10k-labels-idx1-ubyte");
        patch(labels, 8 + 3, 12);
        assertFails(data, labels + ": label of item 3: 12 (expected 0..9)");
    }

    @Test
    void raggedCsv() throws IOException {
        Path file = csv("a,b,kind\n1,2,x\n3,y\n");
        assertFails(file, file + ": row 3: 2 columns (expected 3, as in the first row)");
    }

    @Test
    void textWhereANumberIsDue() throws IOException {
        Path file = csv("a,b,kind\n1,2,x\n3,four,y\n");
        assertFails(file, file + ": row 3, column 1 (b): \"four\" (expected a number)");
    }

    @Test
    void nanInData() throws IOException {
        Path file = csv("a,b,kind\n1,NaN,x\n3,4,y\n");
        assertFails(file, file + ": row 2, column 1 (b): NaN (expected a finite number)");
    }

    @Test
    void targetsThatAreNoNumbersOrNotThere() throws IOException {
        Path file = csv("a,b,y\n1,2,3\n4,5,\n");
        assertFails(file, file + ": row 3, column 2 (y): missing value", "--target", "y");
        csv("a,b,y\n1,2,3\n4,5,dear\n");
        assertFails(file, file + ": row 3, column 2 (y): \"dear\" (expected a number)", "--target", "b,y");
        csv("a,b,y\n1,2,3\n4,5,inf\n");
        assertFails(file, file + ": row 3, column 2 (y): inf (expected a finite number)", "--target", "-1");
        assertFails(file, "target column: z (expected a name in the first row of " + file
                + ": a, b, y; or an index -3..2)", "--target", "y,z");
    }

    @Test
    void tooFewRowsOrClasses() throws IOException {
        Path two = csv("1,2,x\n3,4,y\n");
        assertFails(two,
                two + ": 2 rows (expected at least 3, because 0.2 of them are held out as test rows)");
        assertFails(csv("1,2,x\n3,4,x\n5,6,x\n"), "table: 1 class (expected at least 2)");
    }

    @Test
    void unwritableOutputFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        Path below = file.resolve("run");
        for (Path out : new Path[]{below, file}) {
            Cli cli = Cli.run("train", "--out", out);
            assertThat(cli.err()).isEqualTo("lanewise: " + out
                    + ": cannot be written to (expected a folder, or a place for one)\n");
            assertThat(cli.code()).isEqualTo(1);
            assertThat(cli.out()).isEmpty();
        }
        assertThat(file).hasContent("precious");
    }

    @Test
    void noRunIsOverwritten() throws IOException {
        Path out = Files.createDirectory(folder.resolve("used"));
        Path old = Files.writeString(out.resolve("run.json"), "old");
        Cli cli = Cli.run("train", "--out", out);
        assertThat(cli.err()).isEqualTo("lanewise: " + out
                + ": not empty (expected a new or an empty folder, because no run is overwritten)\n");
        assertThat(cli.code()).isEqualTo(1);
        assertThat(old).hasContent("old");
    }
}
