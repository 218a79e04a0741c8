package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.LayerParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The one rule, from pixels to trained weights: whatever the width, the backend, the number of threads and the
 * compiler, a training gives the same bits.
 */
@Tag("once")
class SameBitsEndToEndTest {
    /**
     * The weights of {@link DigitsTraining}, first of a network of ReLU and sigmoid and then of one with every kind of
     * layer, pinned: they change when a definition changes (a kernel's order, the
     * generator, the digits, the shuffling), which must be meant and said in the changelog.
     */
    private static final List<String> SMALL = List.of(
            "cross-entropy 70f14cd28be62dada2e3c62675596675d5b459b9ba2e34dba229fcb7f6173e7e",
            "mse 80de8da3adb7f4538e9acfb261afc2e7cd024047e365b32d17e0a88f1e25a5ff",
            "cross-entropy 68d0d3fa7c4cfa84ded64ed49a06f22f844159119d7e50dd5090d8fbcc7530b2",
            "mse 853ad995e0dbcfb792877279e9cc175f82c39f2d4e1ec8b22923f620c3789812");
    private static final List<String> TINY = List.of(
            "cross-entropy ad8b8261b03cc667eb0c88e779cb0749561b5c29128ece3d14f9a948d3e104df",
            "mse 2de624898222e424eb680cabc4c4bcc1bb15cfe229d097d1fbd15646e9c6028a",
            "cross-entropy 1b703b47fd5255c20c5b30edcaa793fe7e52610f76104f9e871a1fc597b39f4a",
            "mse 55f2775ac522026b3fd06c82d2c3d4c93ea47b3818884034d796775ff704ece1");

    @TempDir
    private Path folder;

    /** The lines that the training prints: backend and width, then a fingerprint for each loss. */
    private List<String> train(String size, int threads, String... flags)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--add-modules=jdk.incubator.vector", "-Xmx1g"));
        arguments.addAll(List.of(flags));
        arguments.addAll(List.of(DigitsTraining.class.getName(), size, Integer.toString(threads)));
        return ChildJvm.run(folder, arguments).output().lines().toList();
    }

    private static List<String> lines(String backend, List<String> weights) {
        return Stream.concat(Stream.of(backend), weights.stream()).toList();
    }

    @Test
    void theNetworkHasEveryLayer() {
        List<String> words = List.of(DigitsTraining.EVERY_LAYER.split("[ :]", -1));
        for (String known : LayerParser.KNOWN.split(" ", -1)) {
            assertThat(words).contains(known.replaceAll("[:\\[].*", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"128, 1", "256, 3", "512, 2"})
    void everyWidthAndNumberOfThreads(int bits, int threads) throws Exception {
        assertThat(train("small", threads, "-Dlanewise.backend=simd", "-Dlanewise.vectorBits=" + bits))
                .isEqualTo(lines("SIMD " + bits, SMALL));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void theDefinitions(int threads) throws Exception {
        assertThat(train("small", threads, "-Dlanewise.backend=reference"))
                .isEqualTo(lines("REFERENCE 0", SMALL));
    }

    @ParameterizedTest
    @CsvSource({"-XX:+TieredCompilation, 512", "-XX:TieredStopAtLevel=1, 256"})
    void everyCompilerOfVectorCode(String compiler, int bits) throws Exception {
        trainTiny(compiler, bits);
    }

    /** {@link FallbackTest} interprets every kernel, in every build. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"512", "128"})
    void interpretedVectorCode(int bits) throws Exception {
        trainTiny("-Xint", bits);
    }

    private void trainTiny(String compiler, int bits) throws Exception {
        assertThat(train("tiny", 2, compiler, "-Dlanewise.backend=simd", "-Dlanewise.vectorBits=" + bits))
                .isEqualTo(lines("SIMD " + bits, TINY));
    }

    @ParameterizedTest
    @CsvSource({"-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-Xint"})
    void everyCompilerOfTheDefinitions(String compiler) throws Exception {
        assertThat(train("tiny", 1, compiler, "-Dlanewise.backend=reference"))
                .isEqualTo(lines("REFERENCE 0", TINY));
    }

    /** A machine without the instruction computes it in double, exactly as well; by BigDecimal this would take hours. */
    @ParameterizedTest
    @CsvSource({"-XX:-UseFMA", "-XX:UseAVX=0"})
    void withoutFusedMultiplyAdd(String processor) throws Exception {
        List<String> trained = train("small", 2, "-XX:+IgnoreUnrecognizedVMOptions", processor);
        assertThat(trained.subList(1, trained.size())).isEqualTo(SMALL);
    }

    @ParameterizedTest
    @CsvSource({"-XX:TieredStopAtLevel=1", "-Xint"})
    void withoutFusedMultiplyAddOnEveryCompiler(String compiler) throws Exception {
        assertThat(train("tiny", 1, "-XX:-UseFMA", compiler)).isEqualTo(lines("REFERENCE 0", TINY));
    }
}
