package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.TrainingSnapshot;
import dev.lanewise.nn.io.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --resume} makes of folders in every state. */
class ResumeCommandTest {
    @TempDir
    static Path shared;

    private static String weights;
    private static Path interrupted;

    @TempDir
    Path folder;

    private RunFiles files;

    @BeforeAll
    static void interruptOnce() throws Exception {
        weights = InterruptedRun.weights(shared);
        interrupted = shared.resolve("interrupted");
        OwnJvm jvm = InterruptedRun.start(shared, List.of(), "--out", interrupted);
        InterruptedRun.await(jvm, "epoch   2/150");
        jvm.signal("TERM");
        assertThat(jvm.await().code()).isEqualTo(143);
    }

    @BeforeEach
    void copy() throws IOException {
        files = new RunFiles(folder.resolve("run"));
        InterruptedRun.copy(interrupted, files.folder());
    }

    private void assertRefused(int code, String message) throws IOException {
        String log = Files.readString(files.log());
        String epochs = Files.readString(files.epochs());
        Cli cli = InterruptedRun.resume(files.folder());
        assertThat(cli.err()).startsWith("lanewise: " + message);
        assertThat(cli.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(cli.code()).isEqualTo(code);
        assertThat(cli.out()).isEmpty();
        assertThat(files.log()).hasContent(log);
        assertThat(files.epochs()).hasContent(epochs);
    }

    private void assertCompletes() throws IOException {
        Cli cli = InterruptedRun.resume(files.folder());
        assertThat(cli.err()).isEmpty();
        assertThat(InterruptedRun.weights(cli)).isEqualTo(weights);
        assertThat(InterruptedRun.names(files.folder()))
                .containsExactlyInAnyOrderElementsOf(InterruptedRun.names(shared.resolve("whole")));
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
    }

    /** Rewrites the checkpoint with other content. */
    private void change(Consumer<TrainingSnapshot> change) throws IOException {
        TrainingSnapshot snapshot = CheckpointFile.read(files.checkpoint());
        Map<String, String> values = new LinkedHashMap<>(snapshot.values());
        Map<String, float[]> tensors = new LinkedHashMap<>(snapshot.tensors());
        TrainingSnapshot changed = new TrainingSnapshot(values, tensors, snapshot.history());
        change.accept(changed);
        CheckpointFile.write(changed, files.checkpoint());
    }

    @Test
    void aConfigurationCutShortIsWrong() throws IOException {
        cut(files.config());
        assertRefused(2, files.config() + ": no JSON: ");
    }

    @Test
    void aCheckpointCutShortIsRefused() throws IOException {
        cut(files.checkpoint());
        assertRefused(1, files.checkpoint() + ": truncated: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version       | 1    | version is 1 (expected 2, as this version of lanewise writes it)
            step          | many | step is many (expected a whole number)
            step          | -1   | step is -1 (expected
            epoch         | 0    | epoch is 0 (expected 1 to 150)
            batch         | 1000000 | batch is 1000000 (expected 0 to
            batch         | 9223372036854775807 | batch is 9223372036854775807 (expected 0 to
            epochSums     | 1 2  | epochSums has 2 numbers (expected 4)
            epochSums     | a b c d | epochSums is a b c d (expected numbers)
            earlyStopping | 0x1p0 | earlyStopping has 1 numbers (expected 3)
            setting.seed  | 43   | seed is 43 (expected 42, as this training has it)
            """)
    void aSnapshotThatIsCorruptOrNotOfThisTrainingIsRefused(String key, String value, String message)
            throws IOException {
        change(snapshot -> snapshot.values().put(key, value));
        assertRefused(1, files.checkpoint() + ": snapshot: " + message);
    }

    @ParameterizedTest
    @CsvSource({"parameters", "best", "optimizer.m"})
    void aSnapshotWithoutAllTensorsIsRefused(String name) throws IOException {
        change(snapshot -> assertThat(snapshot.tensors().remove(name)).isNotNull());
        assertRefused(1, files.checkpoint() + ": snapshot: no " + name + "\n");
        change(snapshot -> snapshot.tensors().put(name, new float[3]));
        assertRefused(1, files.checkpoint() + ": snapshot: " + name + " has 3 floats (expected 12730)\n");
    }

    /** As an earlier version wrote them, two of them with counters that somebody has changed. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint.safetensors", "checkpoint-batch-1000000.safetensors",
            "checkpoint-step-overflow.safetensors"})
    void checkpointsOfAnEarlierVersionAreRefused(String name) throws IOException {
        Path shared = Path.of("../../shared/cases", name);
        Assumptions.assumeTrue(Files.exists(shared),
                shared + " is absent; ContentDigestTest has its counterpart");
        Files.copy(shared, files.checkpoint(), StandardCopyOption.REPLACE_EXISTING);
        assertRefused(1,
                files.checkpoint() + ": no sha256 in its metadata: damaged, or written by an earlier "
                        + "version, whose trainings cannot be continued (train again from the start)\n");
    }

    @Test
    void everyByteOfACheckpointCounts() throws IOException {
        byte[] good = Files.readAllBytes(files.checkpoint());
        for (int at = 11; at < good.length; at += good.length / 12) {
            byte[] bytes = good.clone();
            bytes[at] ^= 4;
            Files.write(files.checkpoint(), bytes);
            assertRefused(1, files.checkpoint() + ": ");
        }
    }

    /** The rows that the result is judged by are part of the training. */
    @Test
    void otherTestRowsAreNoticed() throws IOException {
        Path labels = shared.resolve("digits/t10k-labels-idx1-ubyte");
        byte[] before = Files.readAllBytes(labels);
        byte[] after = before.clone();
        after[after.length - 1] = (byte) ((after[after.length - 1] + 1) % 10);
        Files.write(labels, after);
        try {
            Cli cli = InterruptedRun.resume(files.folder());
            assertThat(cli.err()).matches("lanewise: .*: snapshot: testData: rows or values have changed "
                    + "since the training began \\(fingerprint [0-9a-f]{8} then, [0-9a-f]{8} now\\)\n");
            assertThat(cli.code()).isEqualTo(1);
        } finally {
            Files.write(labels, before);
        }
    }

    /** A file that was cut to nothing, as by a loss of power. */
    @Test
    void anEmptyConfigurationIsRefused() throws IOException {
        Files.write(files.config(), new byte[0]);
        assertRefused(1,
                files.config() + ": empty, the run was ended before it began (train anew, with --out "
                        + files.folder() + ")\n");
    }

    /** A pixel of one of the 300 images is another; which part it is in depends on the split. */
    @Test
    void otherDataOfTheSameSizeAreNoticed() throws IOException {
        Path images = shared.resolve("digits/train-images-idx3-ubyte");
        byte[] before = Files.readAllBytes(images);
        byte[] after = before.clone();
        after[after.length - 400]++;
        Files.write(images, after);
        try {
            Cli cli = InterruptedRun.resume(files.folder());
            assertThat(cli.err())
                    .matches("lanewise: .*: snapshot: (training|validation)Data: rows or values have "
                            + "changed since the training began \\(fingerprint .*\\)\n");
            assertThat(cli.code()).isEqualTo(1);
        } finally {
            Files.write(images, before);
        }
        assertCompletes();
    }

    @Test
    void aCompleteRunIsRefused() throws IOException {
        assertCompletes();
        assertRefused(1,
                files.folder() + ": complete, it has a run.json (expected the folder of a run that was "
                        + "interrupted)\n");
    }

    @Test
    void aFolderThatIsNoRunIsRefused() throws IOException {
        Files.delete(files.config());
        assertRefused(1,
                files.folder() + ": no config.json (expected the folder of a run that was interrupted)\n");
    }

    /** The stopped process has the lock until it is killed. */
    @Test
    void twoTrainingsInOneFolderAreRefused() throws Exception {
        OwnJvm first = OwnJvm.start(folder, List.of(), List.of("train", "--resume", files.folder()));
        try {
            InterruptedRun.await(first, "epoch   3/150");
            first.freeze();
            assertRefused(1, files.folder() + ": in use (expected a run that no other process trains)\n");
        } finally {
            first.process().destroyForcibly();
        }
        assertThat(first.await().code()).isEqualTo(137);
        assertCompletes();
    }

    @Test
    void whatAKillHasCutShortIsRemoved() throws IOException {
        for (String name : List.of("checkpoint.safetensors", "report.html", "run.json", "log.jsonl")) {
            Files.writeString(files.folder().resolve("." + name + ".part"), "half");
        }
        Files.writeString(files.log(), "{\"event\":\"statist", StandardOpenOption.APPEND);
        Files.writeString(files.epochs(), "3,0.1", StandardOpenOption.APPEND);
        assertCompletes();
        assertThat(Files.readAllLines(files.epochs())).hasSize(151)
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(9));
        assertThat(Files.readAllLines(files.log())).allSatisfy(line -> JsonValues.of(line));
    }
}
