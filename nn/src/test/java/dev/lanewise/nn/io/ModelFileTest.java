package dev.lanewise.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.data.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("model.safetensors");
    }

    /** Per-feature scaling, a layer without parameters, names that need escapes. */
    static Network network() {
        return Network.input(3)
                .scaling(Scaling.of(new float[]{1, -2, 0.1f}, new float[]{3, 1e-20f, -5}))
                .classNames(List.of("plain", "quote \" back\\slash", "\u00e4\u6f22\ud83d\ude00\n"))
                .add("dense:4 relu dense:3 sigmoid")
                .build(5);
    }

    /** For two targets, in units that are no round numbers. */
    static Network regression() {
        return Network.input(3)
                .scaling(Scaling.of(new float[]{1, -2, 0.1f}, new float[]{3, 1e-20f, -5}))
                .targetScaling(
                        TargetScaling.of(new float[]{0.1f, -1e30f}, new float[]{Float.MIN_VALUE, 7.7f}))
                .targetNames(List.of("price, \"net\"", "1"))
                .add("dense:4 tanh dense:2")
                .build(5);
    }

    private byte[] written(Network network) throws IOException {
        ModelFile.write(network, file());
        return Files.readAllBytes(file());
    }

    private static void assertSame(Network read, Network expected) {
        assertThat(read.inputs()).isEqualTo(expected.inputs());
        assertThat(read.spec()).isEqualTo(expected.spec());
        assertThat(read.classNames()).isEqualTo(expected.classNames());
        assertThat(read.targetNames()).isEqualTo(expected.targetNames());
        assertThat(read.scaling()).isEqualTo(expected.scaling());
        assertThat(read.targetScaling()).isEqualTo(expected.targetScaling());
        assertThat(bits(read.parameters())).isEqualTo(bits(expected.parameters()));
    }

    @Test
    void knowsColumns() throws IOException {
        List<String> hostile = List.of("gr\u00f6\u00dfe", "a,\"b\"\n", "");
        Schema classes = new Schema(hostile, "\u2603 \ud83d\ude00", List.of(), List.of(2));
        Network classifier = Network.input(3)
                .classNames(List.of("NA", "1.0"))
                .schema(classes)
                .dense(2)
                .build(1);
        ModelFile.write(classifier, file());
        Network read = ModelFile.read(file());
        assertThat(read.schema()).isEqualTo(classes);
        assertThat(read.featureNames()).isEqualTo(hostile);
        assertThat(read.labelName()).isEqualTo("\u2603 \ud83d\ude00");
        Schema targets = new Schema(List.of(), null, List.of("p", "q"), List.of(4, 0));
        ModelFile.write(Network.input(3).schema(targets).dense(2).build(1), file());
        assertThat(ModelFile.read(file()).schema()).isEqualTo(targets);
        ModelFile.write(network(), file());
        assertThat(ModelFile.read(file()).schema()).isEqualTo(Schema.NONE);
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("featureNames",
                "answerColumns");
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Network network = network();
        float[] special = {-0f, Float.MIN_VALUE, -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE};
        System.arraycopy(special, 0, network.parameters(), 3, special.length);
        ModelFile.write(network, file());
        Network read = ModelFile.read(file());
        assertSame(read, network);
        assertThat(WeightsDigest.sha256(read)).isEqualTo(WeightsDigest.sha256(network));
    }

    /** A training that diverged leaves the file of the one before. */
    @Test
    void writesNoNumbersThatItWouldNotRead() throws IOException {
        ModelFile.write(network(), file());
        Network network = network();
        network.parameters()[17] = Float.NaN;
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.write(network, file()))
                .withMessage("tensor 2.weight is NaN at [0, 1] (expected finite numbers)");
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.write(network, stream));
        assertThat(stream.size()).isZero();
        assertSame(ModelFile.read(file()), network());
    }

    @Test
    void streamsAndBytesAreFiles() throws IOException {
        byte[] bytes = written(network());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(network(), out);
        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertSame(ModelFile.read(bytes), network());
        assertSame(ModelFile.read(new ByteArrayInputStream(bytes)), network());
        // A stream that gives a byte at a time, as a network may.
        assertSame(ModelFile.read(new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 1));
            }
        }), network());
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> ModelFile.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .withMessage("model bytes: truncated: " + (bytes.length - 1) + " bytes (expected "
                        + bytes.length + ")");
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(
                        () -> ModelFile
                                .read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 5))))
                .withMessage("model stream: trailing bytes: " + (bytes.length + 5) + " bytes (expected "
                        + bytes.length + ")");
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(new byte[0]))
                .withMessage("model bytes: truncated: 0 bytes (expected at least 8)");
    }

    /** Tensors go in pieces of 16,384 numbers; streams in chunks of a megabyte. */
    @Test
    void tensorsAreWholeAroundThePiecesInWhichTheyGo() throws IOException {
        for (int units : new int[]{16_383, 16_384, 16_385, 32_768, 300_001}) {
            Network network = Network.input(1).dense(units).build(units);
            byte[] bytes = written(network);
            assertSame(ModelFile.read(file()), network);
            assertSame(ModelFile.read(bytes), network);
        }
    }

    /** Places in a file are longs: the last of 3 x 2^30 floats is behind 12 GB. */
    @Test
    void offsetsOfLargeTensorsDoNotOverflow() throws IOException {
        TensorContent huge = new TensorContent() {
            @Override
            public String name() {
                return "huge";
            }

            @Override
            public DataType type() {
                return DataType.F32;
            }

            @Override
            public List<Integer> shape() {
                return List.of(3, 1 << 30);
            }

            @Override
            public void put(long from, int count, ByteBuffer bytes) {
                throw new UnsupportedOperationException("nobody writes it");
            }
        };
        ModelHeader header = ModelHeader.of(Map.of(), List.of(huge));
        assertThat(header.dataLength()).isEqualTo(3L << 32);
        ModelHeader parsed = ModelHeader.parse(header.toJson());
        assertThat(parsed.entry("huge").end()).isEqualTo(3L << 32);
        // A source that knows only its size: the pieces reach its end exactly.
        long[] next = {100};
        ByteSource source = new ByteSource() {
            @Override
            public long size(long enough) {
                return 100 + (3L << 32);
            }

            @Override
            public void read(long at, ByteBuffer into) {
                assertThat(at).isEqualTo(next[0]);
                next[0] += into.remaining();
                into.position(into.limit());
            }
        };
        new TensorSource(parsed, source, 100).pieces("huge",
                piece -> assertThat(piece.remaining()).isPositive());
        assertThat(next[0]).isEqualTo(100 + (3L << 32));
        assertThatExceptionOfType(ModelFileException.class)
                .isThrownBy(() -> new TensorSource(parsed, source, 100).floats("huge"))
                .withMessage("tensor huge has 3221225472 numbers (expected at most 2147483639)");
    }

    @Test
    void readsNetworksWithoutScalingClassesOrParameters() throws IOException {
        for (String layers : List.of("relu", "dense:1", "sigmoid dense:70000 dense:1")) {
            Network network = Network.input(2).add(layers).build(1);
            ModelFile.write(network, file());
            assertSame(ModelFile.read(file()), network);
        }
    }

    @Test
    void aRegressionNetworkPredictsTheSameBits() throws IOException {
        Network network = regression();
        ModelFile.write(network, file());
        Network read = ModelFile.read(file());
        assertSame(read, network);
        float[] rows = {1, 2, 3, -4e10f, 0.5f, 1e-3f};
        float[] expected = new float[4];
        float[] outputs = new float[4];
        new Predictor(network, 2, Workers.of(1)).outputs(2, rows, expected);
        new Predictor(read, 2, Workers.of(1)).outputs(2, rows, outputs);
        assertThat(bits(outputs)).isEqualTo(bits(expected));
        assertThat(expected[1]).isCloseTo(-1e30f, within(1e24f));
        assertThat(Safetensors.of(Files.readAllBytes(file())).tensors().keySet()).containsExactly(
                "scaling.offset", "scaling.factor", "targetScaling.mean", "targetScaling.deviation",
                "0.weight",
                "0.bias", "2.weight", "2.bias");
    }

    /** Names and units of targets each go without the other. */
    @Test
    void readsTargetsWithoutNamesOrUnits() throws IOException {
        TargetScaling scaling = TargetScaling.of(new float[]{3}, new float[]{2});
        for (Network network : List.of(Network.input(2).dense(1).targetScaling(scaling).build(1),
                Network.input(2).dense(1).targetNames(List.of("y")).build(1))) {
            ModelFile.write(network, file());
            assertSame(ModelFile.read(file()), network);
        }
    }

    @Test
    void readsEveryLayer() throws IOException {
        Network network = Network.input(3)
                .add("maxout:7x3 dropout:0.3 dropout:0.1:lecture sigmoid tanh relu leaky:0.123 prelu "
                        + "prelu:feature elu elu:0.7 selu softplus gelu gelu_tanh silu identity dense:2")
                .build(1);
        ModelFile.write(network, file());
        Network read = ModelFile.read(file());
        assertSame(read, network);
        assertThat(read.layers()).isEqualTo(network.layers());
        assertThat(Safetensors.of(Files.readAllBytes(file())).tensors().keySet()).containsExactly(
                "scaling.offset", "scaling.factor", "0.weight", "0.bias", "7.slope", "8.slope", "17.weight",
                "17.bias");
    }

    @Test
    void writesTheSameBytesEveryTime() throws IOException {
        assertThat(written(network())).isEqualTo(written(network()));
    }

    @Test
    void writesSafetensors() throws IOException {
        Network network = network();
        byte[] bytes = written(network);
        Safetensors file = Safetensors.of(bytes);
        assertThat((bytes.length - file.data().length) % 8).isZero();
        assertThat(file.json()).startsWith("{\"__metadata__\":{\"format\":\"lanewise\",\"version\":\"1\",")
                .contains("\"inputs\":\"3\"", "\"layers\":\"dense:4 relu dense:3 sigmoid\"");

        assertThat(file.tensors().keySet()).containsExactly("scaling.offset", "scaling.factor", "0.weight",
                "0.bias",
                "2.weight", "2.bias");
        int next = 0;
        for (Safetensors.Tensor tensor : file.tensors().values()) {
            assertThat(tensor.dtype()).isEqualTo("F32");
            assertThat(tensor.begin()).isEqualTo(next);
            next = tensor.end();
        }
        assertThat(next).isEqualTo(file.data().length);
        assertThat(file.tensors().values()).extracting(Safetensors.Tensor::shape)
                .containsExactly("3", "3", "3,4",
                        "4", "4,3", "3");
        assertThat(file.values("scaling.factor")).containsExactly(3, 1e-20f, -5);
        assertThat(file.values("0.weight"))
                .containsExactly(Arrays.copyOfRange(network.parameters(), 0, 12));
        assertThat(file.values("2.bias"))
                .containsExactly(Arrays.copyOfRange(network.parameters(), 28, 31));
    }

    /** What another program wrote need not have our order of entries nor our padding. */
    @Test
    void readsTensorsInAnyOrderOfTheHeader() throws IOException {
        Network network = Network.input(1).dense(2).build(1);
        Safetensors file = Safetensors.of(written(network));
        int metadata = file.json().indexOf("\"scaling.offset\"");
        String tensors = file.json().substring(metadata, file.json().lastIndexOf('}'));
        List<String> entries = Arrays.asList(tensors.split("(?<=}),", -1));
        String reordered = "{" + String.join(", ", entries.reversed()) + ",\n"
                + file.json().substring(1, metadata - 1) + "}";
        Files.write(file(), new Safetensors(reordered, file.data()).file());
        assertSame(ModelFile.read(file()), network);
    }

    @Test
    void digestIsTheHashOfTheFileBytesOfTheParameters() throws Exception {
        Network network = network();
        ByteBuffer bytes = ByteBuffer.allocate(4 * network.parameterCount()).order(ByteOrder.LITTLE_ENDIAN);
        for (float parameter : network.parameters()) {
            bytes.putFloat(parameter);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertThat(WeightsDigest.sha256(network)).isEqualTo(HexFormat.of().formatHex(hash));
        network.parameters()[30] = Math.nextUp(network.parameters()[30]);
        assertThat(WeightsDigest.sha256(network)).isNotEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void overwritesAnOlderFileAndLeavesNothingElse() throws IOException {
        Files.writeString(file(), "old and longer than the new one".repeat(1000));
        ModelFile.write(network(), file());
        assertSame(ModelFile.read(file()), network());
        assertThat(names()).containsExactly("model.safetensors");
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Files.writeString(file(), "old");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> AtomicFile.write(file(), channel -> {
            channel.write(StandardCharsets.UTF_8.encode("half"));
            throw new IOException("disk full");
        })).withMessage(file() + ": disk full");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AtomicFile.write(file(), channel -> {
                    channel.write(StandardCharsets.UTF_8.encode("half"));
                    throw new IllegalStateException("defect");
                }));
        assertThat(Files.readString(file())).isEqualTo("old");
        assertThat(names()).containsExactly("model.safetensors");
    }

    @Test
    void cleaningRemovesWhatKilledProcessesLeft() throws IOException {
        Files.writeString(folder.resolve(".model.safetensors.part"), "half");
        Files.writeString(folder.resolve("whole.part"), "whole");
        Files.writeString(folder.resolve(".hidden"), "whole");
        AtomicFile.clean(folder);
        assertThat(names()).containsExactlyInAnyOrder("whole.part", ".hidden");
    }

    @Test
    void cannotReplaceAFolderAndLeavesNothingElse() throws IOException {
        Files.createDirectory(file());
        Files.writeString(file().resolve("inside"), "kept");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ModelFile.write(network(), file()));
        assertThat(names()).containsExactly("model.safetensors");
        assertThat(file().resolve("inside")).hasContent("kept");
    }

    @Test
    void cannotWriteWhereThereIsNoFolder() {
        Path nowhere = folder.resolve("missing").resolve("model.safetensors");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ModelFile.write(network(), nowhere));
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
