package dev.lanewise.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Network;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way in which a model file without a digest can be broken has a message of its own, and none takes more memory than
 * the file. {@link ContentDigestTest} has those with one.
 */
class CorruptModelFileTest {
    @TempDir
    private Path folder;
    private byte[] good = {};
    private int headerLength;

    @BeforeEach
    void writeAGoodFile() throws IOException {
        ModelFile.write(ModelFileTest.network(), file());
        good = Safetensors.of(Files.readAllBytes(file())).withoutDigest().file();
        headerLength = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private Path file() {
        return folder.resolve("model.safetensors");
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Files.write(file(), bytes);
        assertRefused(file(), message);
    }

    private static void assertRefused(Path path, String message) {
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(path))
                .withMessage(path + ": " + message);
    }

    private byte[] withHeaderLength(long length) {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        return bytes;
    }

    @Test
    void missingFile() {
        assertRefused(folder.resolve("nowhere"), "no such file");
    }

    @Test
    void folderInsteadOfAFile() {
        assertRefused(folder, "a folder (expected a model file)");
    }

    @Test
    void emptyAndTinyFiles() throws IOException {
        assertRefused(new byte[0], "truncated: 0 bytes (expected at least 8)");
        assertRefused(new byte[7], "truncated: 7 bytes (expected at least 8)");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_001})
    void impossibleHeaderLength(long length) throws IOException {
        assertRefused(withHeaderLength(length),
                "not a safetensors file: header length " + length + " (expected 2 to 100000000)");
    }

    @Test
    void otherKindsOfFiles() throws IOException {
        assertRefused("label,x,y\na,1,2\n".getBytes(StandardCharsets.UTF_8),
                "not a safetensors file: header length 3204359978943144300 (expected 2 to 100000000)");
    }

    @Test
    void truncatedHeader() throws IOException {
        assertRefused(Arrays.copyOf(good, 8 + headerLength - 1), "truncated: " + (8 + headerLength - 1)
                + " bytes (expected " + (8 + headerLength) + " for the header alone)");
        assertRefused(withHeaderLength(100_000_000),
                "truncated: " + good.length + " bytes (expected 100000008 for the header alone)");
    }

    @Test
    void truncatedData() throws IOException {
        assertRefused(Arrays.copyOf(good, good.length - 1),
                "truncated: " + (good.length - 1) + " bytes (expected " + good.length + ")");
        assertRefused(Arrays.copyOf(good, 8 + headerLength),
                "truncated: " + (8 + headerLength) + " bytes (expected " + good.length + ")");
    }

    @Test
    void trailingBytes() throws IOException {
        assertRefused(Arrays.copyOf(good, good.length + 3),
                "trailing bytes: " + (good.length + 3) + " bytes (expected " + good.length + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "nonsense | corrupt header: Unrecognized token 'nonsense'",
            "[1,2] | corrupt header: start array at character 0 (expected start object)",
            "{\"a\":1} | corrupt header: value number int at character 5 (expected start object)",
            "{} {} | corrupt header: start object at character 3 (expected end)",
            "`      ` | corrupt header: end at character 6 (expected start object)",
            "{\"a\":{ | corrupt header: Unexpected end-of-input",
            "{\"a\":{}} | tensor a has dtype \"\" (expected F32)",
            "{\"__metadata__\":{},\"__metadata__\":{}} | corrupt header: Duplicate",
            "{\"__metadata__\":{\"x\":\"1\",\"x\":\"2\"}} | corrupt header: Duplicate",
            "{\"__metadata__\":{\"x\":1}} | corrupt header: value number int at character 21 (expected value string)",
            "{\"a\":{\"type\":\"F32\"}} | corrupt header: tensor a has \"type\"",
            "{} | not a Lanewise model: format null, version null (expected lanewise, 1)"})
    void headerThatIsNoSafetensorsHeader(String json, String message) throws IOException {
        Files.write(file(), new Safetensors(json, new byte[0]).file());
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(file()))
                .withMessageStartingWith(file() + ": " + message);
    }

    @Test
    void headerInAnotherEncoding() throws IOException {
        assertRefused(withHeader("{}".getBytes(StandardCharsets.UTF_16)), "corrupt header: not UTF-8");
        assertRefused(withHeader(new byte[]{'{', (byte) 0xFF, '}'}), "corrupt header: not UTF-8");
        byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        assertRefused(withHeader(surrogate), "corrupt header: not UTF-8");
        Files.write(file(), withHeader("{}".getBytes(StandardCharsets.UTF_32LE)));
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(file()))
                .withMessageStartingWith(file() + ": corrupt header: Illegal character");
    }

    private static byte[] withHeader(byte[] header) {
        return ByteBuffer.allocate(8 + header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    /** One part of a good header replaced by another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // dtype, shape, offsets
            "F32\",\"shape\":[3,4] | F16\",\"shape\":[3,4] | tensor 0.weight has dtype \"F16\" (expected F32)",
            "\"shape\":[3,4] | \"shape\":[4,3] | tensor 0.weight has shape [4, 3] (expected [3, 4])",
            "\"shape\":[3,4] | \"shape\":[12] | tensor 0.weight has shape [12] (expected [3, 4])",
            "\"shape\":[3,4] | \"shape\":[3,5] | corrupt header: tensor 0.weight spans 48 bytes (expected 60 for shape [3, 5])",
            "\"shape\":[3,4] | \"shape\":[-3,-4] | corrupt header: tensor 0.weight has shape [-3, -4] and data_offsets [24, 72]",
            "\"shape\":[3,4] | \"shape\":[3000000000] | corrupt header: tensor 0.weight has shape [3000000000] and data_offsets [24, 72]",
            "\"shape\":[3,4] | \"shape\":[2147483647,2147483647,2147483647] | corrupt header: tensor 0.weight spans 48 bytes (expected 9223372036854775807 for shape [2147483647, 2147483647, 2147483647])",
            "\"shape\":[3,4] | \"shape\":\"3,4\" | corrupt header: value string at character 352 (expected start array)",
            "\"shape\":[3,4] | \"shape\":[3.5,4] | corrupt header: value number float at character 353 (expected end array)",
            "[24,72] | [24] | corrupt header: tensor 0.weight has shape [3, 4] and data_offsets [24]",
            "[24,72] | [72,24] | corrupt header: tensor 0.weight spans -48 bytes (expected 48 for shape [3, 4])",
            "[24,72] | [28,76] | corrupt header: a tensor begins at byte 28 (expected 24)",
            "[24,72] | [20,68] | corrupt header: a tensor begins at byte 20 (expected 24)",
            "[24,72] | [-24,24] | corrupt header: a tensor begins at byte -24 (expected 0)",
            // which tensors
            "0.weight | 1.weight | tensor 0.weight is missing",
            "2.bias | 2.offset | tensor 2.bias is missing",
            "scaling.factor | scale | tensor scaling.factor is missing",
            "dense:4 relu dense:3 sigmoid | dense:4 | 6 tensors (expected 4: dense:4)",
            "\"shape\":[4,3] | \"shape\":[2,6] | tensor 2.weight has shape [2, 6] (expected [4, 3])",
            // metadata
            "\"lanewise\" | \"pt\" | not a Lanewise model: format pt, version 1 (expected lanewise, 1)",
            "\"version\":\"1\" | \"version\":\"2\" | not a Lanewise model: format lanewise, version 2 (expected lanewise, 1)",
            "\"inputs\":\"3\" | \"inputs\":\"x\" | corrupt metadata: inputs: \"x\" (expected a whole number >= 1)",
            "\"inputs\":\"3\" | \"inputs\":\"0\" | corrupt metadata: inputs: 0 (expected >= 1)",
            "\"inputs\":\"3\" | \"inputs\":\"5\" | tensor scaling.offset has shape [3] (expected [5])",
            "\"inputs\" | \"features\" | corrupt metadata: no \"inputs\"",
            "\"layers\" | \"network\" | corrupt metadata: no \"layers\"",
            "\"classNames\" | \"names\" | corrupt metadata: no \"classNames\"",
            "dense:4 relu dense:3 sigmoid | dense:5 relu dense:3 sigmoid | tensor 0.weight has shape [3, 4] (expected [3, 5])",
            "[\\\"plain\\\", | [ | corrupt metadata: layers: the last has 3 units (expected 2, one for each class)",
            "[\\\"plain\\\", | [4, | corrupt metadata: classNames: value number int at character 1 (expected end array)",
            "[\\\"plain\\\", | [ \\\"plain\\\"] [ | corrupt metadata: classNames: start array at character 11 (expected end)",
            // sizes that only the header claims
            "dense:4 relu | dense:200000000 relu | tensor 0.weight has shape [3, 4] (expected [3, 200000000])",
            "\"inputs\":\"3\" | \"inputs\":\"2147483647\" | tensor scaling.offset has shape [3] (expected [2147483647])"})
    void goodHeaderWithOneMistake(String old, String replacement, String message) throws IOException {
        assertRefused(Safetensors.of(good).with(old, replacement).file(), message);
    }

    /** The same for the header of a regression network. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "targetScaling.mean | targetScaling.means | tensor targetScaling.mean is missing",
            "targetScaling.deviation | targetScaling.range | tensor targetScaling.deviation is missing",
            "dense:2 | dense:2 softplus identity | OK",
            "dense:4 tanh dense:2 | dense:4 | tensor targetScaling.mean has shape [2] (expected [4])",
            "\"targetNames\" | \"names\" | OK",
            "\\\",\\\"1\\\"] | \\\"] | corrupt metadata: layers: the last has 2 units (expected 1, one for each target)",
            "\\\",\\\"1\\\"] | \\\",1] | corrupt metadata: targetNames: value number int at character 18 (expected end array)",
            "\"classNames\":\"[]\" | \"classNames\":\"[\\\"a\\\",\\\"b\\\"]\" | corrupt metadata: target scaling: mean [0.1, -1.0E30], deviation [1.4E-45, 7.7] (expected none for a network with classes)"})
    void goodHeaderOfRegressionWithOneMistake(String old, String replacement, String message)
            throws IOException {
        ModelFile.write(ModelFileTest.regression(), file());
        byte[] changed = Safetensors.of(Files.readAllBytes(file()))
                .withoutDigest()
                .with(old, replacement)
                .file();
        if (message.equals("OK")) {
            Files.write(file(), changed);
            assertThat(ModelFile.read(file()).outputs()).isEqualTo(2);
        } else {
            assertRefused(changed, message);
        }
    }

    @Test
    void unknownLayer() throws IOException {
        assertRefused(Safetensors.of(good).with("dense:4 relu", "dense:4 golu").file(), """
                corrupt metadata: layers: unknown layer "golu"
                  dense:4 golu dense:3 sigmoid
                          ^^^^
                  known: \
                """ + LayerParser.KNOWN);
    }

    @Test
    void scalingThatIsNoNumber() throws IOException {
        byte[] bytes = good.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(8 + headerLength + 4, Float.NaN);
        assertRefused(bytes, "corrupt metadata: scaling: feature 1 has offset NaN and factor 1.0E-20"
                + " (expected finite numbers)");
    }

    @Test
    void weightsThatAreNoNumbers() throws IOException {
        byte[] bytes = good.clone();
        int weight = 8 + headerLength + 24;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(weight + 4 * 6, Float.NaN);
        assertRefused(bytes, "tensor 0.weight is NaN at [1, 2] (expected finite numbers)");
        bytes = good.clone();
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(bytes.length - 4, Float.NEGATIVE_INFINITY);
        assertRefused(bytes, "tensor 2.bias is -Infinity at [2] (expected finite numbers)");
    }

    /** The header of the model that somebody found: two classes of one name. */
    @Test
    void namesThatOccurTwice() throws IOException {
        Safetensors file = Safetensors.of(good).with("[\\\"plain\\\",", "[\\\"a\\\",");
        assertRefused(file.with("\\\"quote \\\\\\\" back\\\\\\\\slash\\\"", "\\\"a\\\"").file(),
                "corrupt metadata: class names: [a, a, \u00e4\u6f22\ud83d\ude00\\u000a] (expected distinct names)");
    }

    /** What a message quotes is short and has no control characters, whatever is in the file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"0.weight\" | \"NAME\" | tensor 0.weight is missing",
            "F32 | NAME | tensor scaling.offset has dtype \"",
            "\"dtype\" | \"NAME\" | corrupt header: tensor ",
            "\"lanewise\" | \"NAME\" | not a Lanewise model: format ",
            "\"inputs\":\"3\" | \"inputs\":\"NAME\" | corrupt metadata: inputs: ",
            "dense:4 relu | dense:NAME relu | corrupt metadata: layers: units: ",
            "\\\"plain\\\", | \\\"plain\\\",\\\"NAME\\\",\\\"NAME\\\", | corrupt metadata: classNames: Illegal unquoted",
            "\"inputs\" | \"NAME\":\"1\",\"NAME\":\"1\",\"inputs\" | corrupt header: Duplicate"})
    void quotesLittleAndPlainly(String old, String replacement, String message) throws IOException {
        String name = "\\u001b[31m\\u0007\\u202e" + "x".repeat(100_000);
        Files.write(file(), Safetensors.of(good).with(old, replacement.replace("NAME", name)).file());
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(file()))
                .withMessageStartingWith(file() + ": " + message)
                .satisfies(refused -> assertThat(
                        String.valueOf(refused.getMessage()).length() - file().toString().length())
                        .isLessThan(1_200))
                .satisfies(refused -> assertThat(String.valueOf(refused.getMessage()).codePoints())
                        .allMatch(c -> c == '\n' || (c >= ' ' && c != 0x7f && c != 0x202e)));
    }

    @Test
    void tensorsOfOtherKinds() throws IOException {
        for (String dtype : List.of("F16", "BF16", "I64", "U8", "f32", "")) {
            assertRefused(
                    Safetensors.of(good).with("F32\",\"shape\":[3,4]", dtype + "\",\"shape\":[3,4]").file(),
                    "tensor 0.weight has dtype \"" + dtype + "\" (expected F32)");
        }
        // As many bytes in doubles.
        assertRefused(Safetensors.of(good).with("F32\",\"shape\":[3,4]", "F64\",\"shape\":[3,2]").file(),
                "tensor 0.weight has shape [3, 2] (expected [3, 4])");
    }

    /** 2^30 x 2^30 floats, twice: offsets beyond those of longs. */
    @Test
    void sizesThatOverflow() throws IOException {
        String huge = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1073741824,1073741824],\"data_offsets\":"
                + "[0,4611686018427387904]},\"b\":{\"dtype\":\"F32\",\"shape\":[1073741824,1073741824],"
                + "\"data_offsets\":[4611686018427387904,-9223372036854775808]}}";
        Files.write(file(), new Safetensors(huge, new byte[0]).file());
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(file()))
                .withMessageStartingWith(file() + ": truncated: ");
        assertRefused(new Safetensors(huge.replace("-9223372036854775808", "9223372036854775808"),
                new byte[0]).file(),
                "corrupt header: Numeric value (9223372036854775808) out of range of long "
                        + "(-9223372036854775808 - 9223372036854775807)");
    }

    /** A layer that only the metadata claim takes no memory. */
    @Test
    void layersThatOnlyTheMetadataClaim() throws IOException {
        for (String layers : List.of("dense:2147483647", "maxout:134217727x16",
                "dense:2147483647 dense:2147483647")) {
            Files.write(file(), Safetensors.of(good).with("dense:4 relu dense:3 sigmoid", layers).file());
            assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(file()))
                    .withMessageStartingWith(file() + ": ");
        }
    }

    /** A tensor without elements lies where its neighbours meet; in which order the header has them does not matter. */
    @Test
    void tensorsWithoutElements() throws IOException {
        String empty = "\"z\":{\"dtype\":\"F32\",\"shape\":[0,7],\"data_offsets\":[24,24]}";
        Safetensors file = Safetensors.of(good);
        for (String json : List.of(file.json().strip().replaceFirst("}$", "," + empty + "}"),
                file.json().replace("\"0.weight\"", empty + ",\"0.weight\""))) {
            assertRefused(new Safetensors(json, file.data()).file(),
                    "7 tensors (expected 6: dense:4 relu dense:3 sigmoid)");
        }
    }

    @Test
    void headerOfNothingButNesting() throws IOException {
        String deep = "{\"a\":{\"shape\":".repeat(50_000);
        Files.write(file(), new Safetensors(deep, new byte[0]).file());
        assertThatExceptionOfType(ModelFileException.class).isThrownBy(() -> ModelFile.read(file()))
                .withMessageStartingWith(file() + ": corrupt header: ");
    }

    /** Damage at random: a file is read or refused, never anything else. Both must happen, or nothing was tested. */
    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        Random random = new Random(20_261_123);
        int read = 0;
        TreeSet<String> messages = new TreeSet<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = damage(random);
            Files.write(file(), damaged);
            try {
                Network network = ModelFile.read(file());
                assertThat(4L * network.parameterCount()).isLessThanOrEqualTo(damaged.length);
                read++;
            } catch (ModelFileException refused) {
                assertThat(refused.getMessage()).startsWith(file() + ": ");
                messages.add(refused.getMessage());
            }
        }
        assertThat(read).isBetween(100, 1_500);
        assertThat(messages).hasSizeGreaterThan(100);
    }

    private byte[] damage(Random random) {
        byte[] bytes = random.nextInt(10) == 0
                ? Arrays.copyOf(good, random.nextInt(2 * good.length))
                : good.clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int range = random.nextBoolean() ? Math.min(bytes.length, 8 + headerLength) : bytes.length;
            int at = random.nextInt(range);
            bytes[at] = switch (random.nextInt(3)) {
                case 0 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                case 1 -> (byte) random.nextInt(256);
                default -> (byte) "0123456789-{}[]\",: ".charAt(random.nextInt(19));
            };
        }
        return bytes;
    }
}
