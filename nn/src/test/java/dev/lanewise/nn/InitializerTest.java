package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    private static double moment(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }

    /** Variances from the papers: He 2/fanIn, Glorot 2/(fanIn + fanOut), LeCun 1/fanIn. */
    @ParameterizedTest
    @CsvSource({"HE_NORMAL, 200, 300, 0.01", "HE_UNIFORM, 200, 300, 0.01", "GLOROT_NORMAL, 200, 300, 0.004",
            "GLOROT_UNIFORM, 200, 300, 0.004", "LECUN_NORMAL, 200, 300, 0.005",
            "LECUN_UNIFORM, 200, 300, 0.005",
            "HE_NORMAL, 1000, 10, 0.002", "GLOROT_UNIFORM, 990, 10, 0.002", "LECUN_UNIFORM, 10, 1000, 0.1"})
    void momentsFollowTheFormula(Initializer initializer, int fanIn, int fanOut, double variance) {
        float[] weights = weights(initializer, fanIn, fanOut, 1, 2);
        double n = weights.length;
        assertThat(moment(weights, 1)).isCloseTo(0, within(STANDARD_ERRORS * Math.sqrt(variance / n)));
        // The variance of a square is at most 2 variance^2, that of the normal distribution.
        assertThat(moment(weights, 2)).isCloseTo(variance,
                within(STANDARD_ERRORS * variance * Math.sqrt(2 / n)));
    }

    @ParameterizedTest
    @CsvSource({"HE_UNIFORM, 0.173205", "GLOROT_UNIFORM, 0.109545", "LECUN_UNIFORM, 0.122474"})
    void uniformWeightsFillTheirLimits(Initializer initializer, double limit) {
        float[] weights = weights(initializer, 200, 300, 1, 2);
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        assertThat((double) sorted[0]).isBetween(-limit * 1.00001, -limit * 0.999);
        assertThat((double) sorted[sorted.length - 1]).isBetween(limit * 0.999, limit * 1.00001);
    }

    @ParameterizedTest
    @CsvSource({"HE_NORMAL, 0.1", "GLOROT_NORMAL, 0.0632456", "LECUN_NORMAL, 0.0707107"})
    void normalWeightsHaveNormalTails(Initializer initializer, double deviation) {
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
    @EnumSource
    void writesItsWeightsAndNothingElse(Initializer initializer) {
        float[] larger = new float[35 + 12];
        initializer.fill(5, 7, 1, 2, larger, 9);
        assertThat(Arrays.copyOf(larger, 9)).containsOnly(0f);
        assertThat(Arrays.copyOfRange(larger, 9, 44)).containsExactly(weights(initializer, 5, 7, 1, 2));
        assertThat(Arrays.copyOfRange(larger, 44, 47)).containsOnly(0f);
    }

    @ParameterizedTest
    @EnumSource
    void seedsAndStreamsDiffer(Initializer initializer) {
        float[] weights = weights(initializer, 8, 8, 1, 2);
        assertThat(weights(initializer, 8, 8, 1, 2)).containsExactly(weights);
        assertThat(weights(initializer, 8, 8, 2, 2)).isNotEqualTo(weights);
        assertThat(weights(initializer, 8, 8, 1, 3)).isNotEqualTo(weights);
    }

    /** With the deviation fixed by the fan-in, a wider layer begins with the narrower one's draws. */
    @ParameterizedTest
    @EnumSource(names = {"HE_NORMAL", "HE_UNIFORM", "LECUN_NORMAL", "LECUN_UNIFORM"})
    void moreWeightsBeginWithTheFewer(Initializer initializer) {
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
    @CsvSource({"relu, HE_NORMAL", "leaky, HE_NORMAL", "prelu, HE_NORMAL", "prelu:feature, HE_NORMAL",
            "elu, HE_NORMAL", "softplus, HE_NORMAL", "gelu, HE_NORMAL", "gelu_tanh, HE_NORMAL",
            "silu, HE_NORMAL", "selu, LECUN_NORMAL", "sigmoid, GLOROT_UNIFORM", "tanh, GLOROT_UNIFORM",
            "identity, GLOROT_UNIFORM", "dense:3, GLOROT_UNIFORM", "maxout:3x2, GLOROT_UNIFORM",
            "dropout:0.5, GLOROT_UNIFORM", "dropout:0.5 relu, HE_NORMAL",
            "dropout:0.5 dropout:0.5 selu relu, LECUN_NORMAL"})
    void suitsWhatIsBehindTheDropout(String behind, Initializer expected) {
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
