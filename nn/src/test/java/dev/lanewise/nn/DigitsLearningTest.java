package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The embedded digits are worth learning: too hard for a linear model, within reach of a hidden layer, and easily
 * learnt by heart if there are few. Every result is the same on every machine, so the bounds are no matter of luck.
 */
class DigitsLearningTest {
    private static final Split DIGITS = Digits.load();

    private static Trainer trained(String layers, int epochs, Dataset data) {
        Network network = Network.input(28 * 28).scaling(Scaling.bytes()).add(layers).build(42);
        Trainer trainer = Trainer.of(network).batchSize(32).epochs(epochs);
        trainer.fit(data);
        return trainer;
    }

    @Test
    void aLinearModelStaysClearlyBelow() {
        assertThat(trained("dense:10", 10, DIGITS.train()).evaluate(DIGITS.test()).accuracy()).isBetween(0.85,
                0.93);
    }

    @Test
    void aHiddenLayerGetsThere() {
        assertThat(trained("dense:256 relu dense:10", 8, DIGITS.train()).evaluate(DIGITS.test()).accuracy())
                .isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void fiveHundredSamplesAreLearntByHeart() {
        Dataset few = DIGITS.train().take(500);
        Trainer trainer = trained("dense:256 relu dense:10", 30, few);
        double training = trainer.evaluate(few).accuracy();
        double testing = trainer.evaluate(DIGITS.test()).accuracy();
        assertThat(training - testing).as("training %s, test %s", training, testing).isGreaterThan(0.08);
    }

    /** Every word of --layers learns, in the place where it usually stands. */
    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLayer")
    void everyLayerLearns(String word) {
        double accuracy = trained("dense:32 " + word + " dense:10", 3, DIGITS.train()).evaluate(DIGITS.test())
                .accuracy();
        assertThat(accuracy).as(word).isGreaterThan(0.85);
    }

    /** A word that is new must be tested. */
    @Test
    void everyWordIsHere() {
        for (String word : LayerParser.KNOWN.split(" ", -1)) {
            String name = word.replaceAll("[:\\[].*", "");
            assertThat(Samples.everyLayer()).filteredOn(w -> w.replaceAll(":.*", "").equals(name))
                    .as(name)
                    .hasSizeGreaterThanOrEqualTo(name.equals("dense") ? 0 : 1);
        }
    }
}
