package dev.lanewise.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.TrainingSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the digests of model files and checkpoints notice. */
class ContentDigestTest {
    private static final double ODD = Double.longBitsToDouble(0x3ff123456789abcdL);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("checkpoint.safetensors");
    }

    private static EpochMetrics epoch(int number) {
        return new EpochMetrics(number, ODD / number, 0.5, -0.0, Double.NaN, Double.MIN_VALUE, 0.1f, 1e-300,
                Double.POSITIVE_INFINITY);
    }

    private static TrainingSnapshot snapshot() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", "2");
        values.put("step", "7");
        values.put("setting.layers", "dense:2");
        values.put("setting.classNames", "\ud83d\ude00");
        Map<String, float[]> tensors = new LinkedHashMap<>();
        tensors.put("parameters", new float[]{1, -0f, Float.MIN_VALUE});
        tensors.put("none", new float[0]);
        return new TrainingSnapshot(values, tensors, List.of(epoch(1), epoch(2)));
    }

    private byte[] checkpoint() throws IOException {
        CheckpointFile.write(snapshot(), file());
        return Files.readAllBytes(file());
    }

    private static TrainingSnapshot read(byte[] bytes) throws IOException {
        return TensorFile.read(new StreamSource(new ByteArrayInputStream(bytes)), "bytes",
                CheckpointFile::snapshot);
    }

    private static void assertRefused(byte[] bytes, String what) {
        assertThatExceptionOfType(ModelFileException.class).as(what)
                .isThrownBy(() -> read(bytes))
                .withMessageStartingWith("bytes: ");
    }

    @Test
    void aCheckpointReadsBackToTheBit() throws IOException {
        checkpoint();
        TrainingSnapshot read = CheckpointFile.read(file());
        assertThat(read.values()).isEqualTo(snapshot().values());
        assertThat(read.history()).isEqualTo(snapshot().history());
        assertThat(read.tensors().keySet()).containsExactly("parameters", "none");
        assertThat(read.tensors().get("parameters")).isEqualTo(snapshot().tensors().get("parameters"));
        assertThat(Double.doubleToRawLongBits(read.history().getFirst().trainLoss()))
                .isEqualTo(Double.doubleToRawLongBits(ODD));
    }

    @Test
    void everyBitOfACheckpointCounts() throws IOException {
        byte[] good = checkpoint();
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(bytes, "bit " + bit);
        }
        assertThat(read(good).values()).isEqualTo(snapshot().values());
    }

    @Test
    void everyLengthOfACheckpointButItsOwnIsRefused() throws IOException {
        byte[] good = checkpoint();
        for (int length = 0; length < good.length + 100; length++) {
            if (length != good.length) {
                assertRefused(Arrays.copyOf(good, length), length + " bytes");
            }
        }
    }

    /** What versions before wrote, such as the checkpoints in which somebody changed the counters. */
    @Test
    void aCheckpointWithoutADigestIsRefused() throws IOException {
        byte[] old = Safetensors.of(checkpoint()).withoutDigest().file();
        Files.write(file(), old);
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> CheckpointFile.read(file()))
                .withMessage(
                        file() + ": no sha256 in its metadata: damaged, or written by an earlier version, "
                                + "whose trainings cannot be continued (train again from the start)");
    }

    @Test
    void aModelIsNoCheckpoint() throws IOException {
        ModelFile.write(ModelFileTest.network(), file());
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> CheckpointFile.read(file()))
                .withMessage(file()
                        + ": not a Lanewise checkpoint: format lanewise (expected lanewise-checkpoint)");
    }

    /** 20 million epochs are 67 times as many; time and file grow with them, and nothing else does. */
    @Test
    void aLongHistoryIsWrittenAndRead() throws IOException {
        List<EpochMetrics> history = new ArrayList<>();
        for (int i = 1; i <= 300_000; i++) {
            history.add(epoch(i));
        }
        TrainingSnapshot snapshot = new TrainingSnapshot(snapshot().values(), Map.of(), history);
        CheckpointFile.write(snapshot, file());
        assertThat(Files.size(file())).isBetween(64L * 300_000, 64L * 300_000 + 2_000);
        assertThat(CheckpointFile.read(file()).history()).isEqualTo(history);
    }

    /** One limit for what is written and what is read: a file that could not be read never replaces one that can. */
    @Test
    void whatCouldNotBeReadIsNotWritten() throws IOException {
        byte[] before = checkpoint();
        TrainingSnapshot longer = snapshot();
        longer.values().put("note", "x".repeat(ModelHeader.LIMIT));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> CheckpointFile.write(longer, file()))
                .withMessageContaining("header of 1000")
                .withMessageContaining(" bytes (expected at most 100000000");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        longer.values().put("note", "x".repeat(30_000_000));
        CheckpointFile.write(longer, file());
        assertThat(CheckpointFile.read(file()).values()).isEqualTo(longer.values());
    }

    /** Damage is refused, or changes nothing but the name of the digest or the case of an escape's four letters. */
    @Test
    void everyBitOfAModelCounts() throws IOException {
        Network network = ModelFileTest.network();
        ModelFile.write(network, file());
        byte[] good = Files.readAllBytes(file());
        int accepted = 0;
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Network read = ModelFile.read(bytes);
                accepted++;
                assertThat(read.parameters()).isEqualTo(network.parameters());
                assertThat(read.classNames()).isEqualTo(network.classNames());
            } catch (ModelFileException refused) {
                assertThat(refused.getMessage()).startsWith("model bytes: ");
            }
        }
        assertThat(accepted).isLessThanOrEqualTo(8 * "sha256".length() + 4);
    }

    @Test
    void aChangedWeightIsToldByTheDigests() throws IOException {
        ModelFile.write(ModelFileTest.network(), file());
        Safetensors file = Safetensors.of(Files.readAllBytes(file()));
        byte[] data = file.data().clone();
        data[data.length - 20] ^= 1;
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(new Safetensors(file.json(), data).file()))
                .withMessageMatching(
                        "model bytes: damaged, or changed by another program: its content has SHA-256 "
                                + "[0-9a-f]{16}\\.\\.\\. \\(expected [0-9a-f]{64}, the sha256 in its metadata\\)");
        // Who changes it on purpose removes the digest.
        assertThat(ModelFile.read(new Safetensors(file.json(), data).withoutDigest().file()).parameters())
                .isNotEqualTo(ModelFileTest.network().parameters());
    }

    /** As the documentation of {@link ModelFile} defines it, so that other programs can compute it. */
    @Test
    void theDigestIsAsDocumented() throws Exception {
        Network network = Network.input(1).dense(2).classNames(List.of("a", "\u00e9")).build(1);
        ModelFile.write(network, file());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String text : List.of("5", "classNames", "[\"a\",\"\u00e9\"]", "format", "lanewise", "inputs",
                "1",
                "layers", "dense:2", "version", "1")) {
            add(digest, text);
        }
        float[] w = network.parameters();
        addTensor(digest, "0.bias", "2", w[2], w[3]);
        addTensor(digest, "0.weight", "1,2", w[0], w[1]);
        addTensor(digest, "scaling.factor", "1", 1);
        addTensor(digest, "scaling.offset", "1", 0);
        assertThat(Safetensors.of(Files.readAllBytes(file())).json())
                .contains("\"sha256\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"");
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static void addTensor(MessageDigest digest, String name, String shape, float... values) {
        add(digest, name);
        add(digest, "F32");
        add(digest, shape);
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
    }
}
