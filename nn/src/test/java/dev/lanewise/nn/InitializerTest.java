package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTest {
    /** Standard errors that a moment may lie off; the draws are fixed, so the test never flickers. */
    private static final double STANDARD_ERRORS = 4.5;
    /** The largest |z| of a normal draw from 24 bits: sqrt(2 log 2^24). */
    private static final double LARGEST_NORMAL = 5.77;

    private static float[] weights(Initializer initializer, int fanIn, int fanOut, long seed, long stream) {
        float[] weights = new float[fanIn * fanOut];
        initializer.fill(fanIn, fanOut, seed, stream, weights, 0);
        return weights;
    }

    private static Stream<Initializer> all() {
        return Stream.concat(Initializer.NAMED.stream(),
                Stream.of("normal:0.01", "uniform:0.005").map(InitializerParser::parse));
    }

    private static double moment(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }

    /** Variances from the papers: He 2/fanIn, Glorot 2/(fanIn + fanOut), LeCun 1/fanIn. */
    @ParameterizedTest
    @CsvSource({"he_normal, 200, 300, 0.01", "he_uniform, 200, 300, 0.01", "glorot_normal, 200, 300, 0.004",
            "glorot_uniform, 200, 300, 0.004", "lecun_normal, 200, 300, 0.005",
            "lecun_uniform, 200, 300, 0.005",
            "he_normal, 1000, 10, 0.002", "glorot_uniform, 990, 10, 0.002", "lecun_uniform, 10, 1000, 0.1",
            "normal:0.2, 200, 300, 0.04", "uniform:0.3, 200, 300, 0.03"})
    void momentsFollowTheFormula(String word, int fanIn, int fanOut, double variance) {
        Initializer initializer = InitializerParser.parse(word);
        float[] weights = weights(initializer, fanIn, fanOut, 1, 2);
        double n = weights.length;
        assertThat(moment(weights, 1)).isCloseTo(0, within(STANDARD_ERRORS * Math.sqrt(variance / n)));
        // The variance of a square is at most 2 variance^2, that of the normal distribution.
        assertThat(moment(weights, 2)).isCloseTo(variance,
                within(STANDARD_ERRORS * variance * Math.sqrt(2 / n)));
    }

    @ParameterizedTest
    @CsvSource({"he_uniform, 0.173205", "glorot_uniform, 0.109545", "lecun_uniform, 0.122474",
            "uniform:0.005, 0.005"})
    void uniformWeightsFillTheirLimits(String word, double limit) {
        Initializer initializer = InitializerParser.parse(word);
        float[] weights = weights(initializer, 200, 300, 1, 2);
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        assertThat((double) sorted[0]).isBetween(-limit * 1.00001, -limit * 0.999);
        assertThat((double) sorted[sorted.length - 1]).isBetween(limit * 0.999, limit * 1.00001);
    }

    @ParameterizedTest
    @CsvSource({"he_normal, 0.1", "glorot_normal, 0.0632456", "lecun_normal, 0.0707107",
            "normal:0.01, 0.01"})
    void normalWeightsHaveNormalTails(String word, double deviation) {
        Initializer initializer = InitializerParser.parse(word);
        float[] weights = weights(initializer, 200, 300, 1, 2);
        double beyondTwo = 0;
        for (float weight : weights) {
            assertThat(Math.abs(weight) / deviation).isLessThan(LARGEST_NORMAL);
            beyondTwo += Math.abs(weight) > 2 * deviation ? 1 : 0;
        }
        double p = 0.0455003;
        double n = weights.length;
        assertThat(beyondTwo / n).isCloseTo(p, within(STANDARD_ERRORS * Math.sqrt(p * (1 - p) / n)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesItsWeightsAndNothingElse(Initializer initializer) {
        float[] larger = new float[35 + 12];
        initializer.fill(5, 7, 1, 2, larger, 9);
        assertThat(Arrays.copyOf(larger, 9)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(larger, 9, 44)).containsExactly(weights(initializer, 5, 7, 1, 2));
        assertThat(Arrays.copyOfRange(larger, 44, 47)).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource("all")
    void seedsAndStreamsDiffer(Initializer initializer) {
        float[] weights = weights(initializer, 8, 8, 1, 2);
        assertThat(weights(initializer, 8, 8, 1, 2)).containsExactly(weights);
        assertThat(weights(initializer, 8, 8, 2, 2)).isNotEqualTo(weights);
        assertThat(weights(initializer, 8, 8, 1, 3)).isNotEqualTo(weights);
    }

    /** With the deviation fixed by the fan-in, a wider layer begins with the narrower one's draws. */
    @ParameterizedTest
    @ValueSource(strings = {"he_normal", "he_uniform", "lecun_normal", "lecun_uniform", "normal:0.1",
            "uniform:0.1"})
    void moreWeightsBeginWithTheFewer(String word) {
        Initializer initializer = InitializerParser.parse(word);
        float[] more = weights(initializer, 9, 40, 1, 2);
        float[] fewer = weights(initializer, 9, 23, 1, 2);
        assertThat(Arrays.copyOf(more, fewer.length)).containsExactly(fewer);
    }

    @Test
    void layersOfOneNetworkDrawFromStreamsOfTheirOwn() {
        Network network = Network.input(6).add("dense:6 dense:6").build(1);
        float[] first = Arrays.copyOfRange(network.parameters(), 0, 36);
        float[] second = Arrays.copyOfRange(network.parameters(), network.offset(1), network.offset(1) + 36);
        assertThat(second).isNotEqualTo(first);
        for (float weight : second) {
            assertThat(first).doesNotContain(weight);
        }
    }

    @Test
    void theActivationBehindDecidesUnlessTheLayerDoes() {
        assertThat(first(new Dense(5), new ActivationLayer(Activation.RELU)))
                .containsExactly(first(dense(Initializer.HE_NORMAL), new ActivationLayer(Activation.RELU)));
        assertThat(first(new Dense(5), new ActivationLayer(Activation.SIGMOID)))
                .containsExactly(
                        first(dense(Initializer.GLOROT_UNIFORM), new ActivationLayer(Activation.SIGMOID)));
        assertThat(first(dense(Initializer.LECUN_UNIFORM), new ActivationLayer(Activation.RELU)))
                .containsExactly(
                        first(dense(Initializer.LECUN_UNIFORM), new ActivationLayer(Activation.SIGMOID)))
                .isNotEqualTo(first(new Dense(5), new ActivationLayer(Activation.RELU)));
        Network alone = Network.input(4).add(new Dense(5)).build(3);
        assertThat(alone.parameters())
                .containsExactly(
                        first(dense(Initializer.GLOROT_UNIFORM), new ActivationLayer(Activation.SIGMOID)));
    }

    @ParameterizedTest
    @CsvSource({"relu, he_normal", "leaky, he_normal", "prelu, he_normal", "prelu:feature, he_normal",
            "elu, he_normal", "softplus, he_normal", "gelu, he_normal", "gelu_tanh, he_normal",
            "silu, he_normal", "selu, lecun_normal", "sigmoid, glorot_uniform", "tanh, glorot_uniform",
            "identity, glorot_uniform", "dense:3, glorot_uniform", "maxout:3x2, glorot_uniform",
            "dropout:0.5, glorot_uniform", "dropout:0.5 relu, he_normal",
            "dropout:0.5 dropout:0.5 selu relu, lecun_normal"})
    void suitsWhatIsBehindTheDropout(String behind, String word) {
        Initializer expected = InitializerParser.parse(word);
        float[] weights = Network.input(4).add("dense:5 " + behind).build(3).parameters();
        assertThat(Arrays.copyOf(weights, 20))
                .containsExactly(weights(expected, 4, 5, 3, Streams.initialWeights(0)));
    }

    @Test
    void piecesOfMaxoutAreLinearUnits() {
        float[] weights = Network.input(4).maxout(5, 3).build(3).parameters();
        assertThat(Arrays.copyOf(weights, 60))
                .containsExactly(weights(Initializer.LECUN_NORMAL, 4, 15, 3, Streams.initialWeights(0)));
        assertThat(Arrays.copyOfRange(weights, 60, 75)).containsOnly(0f);
        float[] chosen = Network.input(4)
                .add(new Maxout(5, 3, Initializer.HE_UNIFORM))
                .build(3)
                .parameters();
        assertThat(Arrays.copyOf(chosen, 60))
                .containsExactly(weights(Initializer.HE_UNIFORM, 4, 15, 3, Streams.initialWeights(0)));
    }

    @Test
    void aBuilderInitialisesAllLayersWithoutTheirOwn() {
        Initializer chosen = InitializerParser.parse("uniform:0.005");
        Network network = Network.input(4)
                .add(new Dense(5, Initializer.HE_NORMAL))
                .add("relu maxout:3x2 dense:2")
                .initializer(chosen)
                .build(3);
        float[] parameters = network.parameters();
        assertThat(Arrays.copyOf(parameters, 20))
                .containsExactly(weights(Initializer.HE_NORMAL, 4, 5, 3, Streams.initialWeights(0)));
        assertThat(Arrays.copyOfRange(parameters, 25, 55))
                .containsExactly(weights(chosen, 5, 6, 3, Streams.initialWeights(2)));
        assertThat(Arrays.copyOfRange(parameters, 61, 67))
                .containsExactly(weights(chosen, 3, 2, 3, Streams.initialWeights(3)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void wordsReadBack(Initializer initializer) {
        assertThat(InitializerParser.parse(initializer.spec())).isEqualTo(initializer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            he         | initializer: "he" (expected one of: he_normal he_uniform glorot_normal glorot_uniform lecun_normal lecun_uniform normal:DEVIATION uniform:LIMIT)
            uniform:   | initializer uniform:: "" (expected a number such as 0.25)
            normal:x   | initializer normal:x: "x" (expected a number such as 0.25)
            uniform:0  | limit: 0.0 (expected > 0 and finite)
            normal:-1  | deviation: -1.0 (expected > 0 and finite)
            """)
    void wrongWordsAreTold(String word, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> InitializerParser.parse(word))
                .withMessage(message);
    }

    @Test
    void biasesBeginAtZero() {
        Network network = Network.input(4).add("dense:5 relu dense:3").build(3);
        assertThat(Arrays.copyOfRange(network.parameters(), 20, 25)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(network.parameters(), 40, 43)).containsOnly(0f);
        assertThat(Arrays.copyOf(network.parameters(), 20)).doesNotContain(0f);
    }

    private static Dense dense(Initializer initializer) {
        return new Dense(5, initializer);
    }

    private static float[] first(Layer... layers) {
        NetworkBuilder builder = Network.input(4);
        List.of(layers).forEach(builder::add);
        return builder.build(3).parameters();
    }
}
