package dev.lanewise.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The single measurements that rules look at. */
class MeasurementsTest {
    private static final Dataset DIGITS = Digits.generate(500, 3);

    private static Network network(String layers) {
        return Network.input(784)
                .scaling(Scaling.bytes())
                .classNames(DIGITS.classNames())
                .add(layers)
                .build(5);
    }

    private static Dataset withLabels(Dataset data, int[] labels) {
        return Dataset.ofFloats("labelled", data.features(), Scaling.bytes().scaled(data), labels,
                data.classNames());
    }

    @Test
    void inputScalesAreRootMeanSquares() {
        Dataset data = Dataset.ofFloats("x", 3, new float[]{3, 0, 1, 4, 0, -1}, new int[]{0, 1},
                List.of("a", "b"));
        InputScale scale = InputScale.of(data, Scaling.none());
        assertThat(scale.largest()).isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThat(scale.feature()).isZero();
        assertThat(scale.all()).isCloseTo(Math.sqrt(27.0 / 6), within(1e-12));
        assertThat(scale.typical()).as("of features that are not all 0")
                .isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThat(InputScale.of(data, Scaling.uniform(0, 2)).all()).isCloseTo(2 * scale.all(), within(1e-9));
    }

    @Test
    void neighboursOfDigitsAgreeAndOfRandomLabelsDoNot() {
        Dataset digits = Digits.generate(2000, 3);
        Neighbourhoods sound = Neighbourhoods.of(digits, Scaling.bytes(), 1);
        int[] random = new int[digits.size()];
        RandomStream stream = new RandomStream(1, 2);
        for (int i = 0; i < random.length; i++) {
            random[i] = i;
        }
        stream.shuffle(random);
        for (int i = 0; i < random.length; i++) {
            random[i] %= 10;
        }
        Neighbourhoods noise = Neighbourhoods.of(withLabels(digits, random), Scaling.none(), 1);
        assertThat(sound.accuracy()).isGreaterThan(0.6);
        assertThat(noise.accuracy()).isLessThan(0.25);
        assertThat(noise.pure()).isLessThan(0.05);
        assertThat(sound.pure()).isGreaterThan(0.2);
    }

    @Test
    void aBatchIsLearntByHeartIfThereAreUnitsEnough() {
        Task task = new Task(10, 0.1, Math.log(10));
        Trainer trainer = Trainer.of(network("dense:32 relu dense:10"));
        assertThat(Memorisation.of(trainer.network(), trainer, DIGITS, 1).possible(task)).isTrue();
        Trainer narrow = Trainer.of(network("dense:1 relu dense:10"));
        assertThat(Memorisation.of(narrow.network(), narrow, DIGITS, 1).possible(task)).isFalse();
    }

    @Test
    void trialsOfRatesLeaveTheNetworkAlone() {
        Network network = network("dense:16 relu dense:10");
        float[] before = network.parameters().clone();
        RateTrials trials = RateTrials.of(network, Trainer.of(network).optimizer(new Sgd(0.001f)), DIGITS, 1,
                1);
        assertThat(network.parameters()).containsExactly(before);
        assertThat(trials.best().factor()).isGreaterThanOrEqualTo(100);
        assertThat(trials.at(1).loss()).isLessThan(trials.before());
        assertThat(trials.at(0.1).movement()).isLessThan(trials.at(1).movement());
    }

    @Test
    void moreStepsAreACopyToo() {
        Network network = network("dense:16 relu dense:10");
        float[] before = network.parameters().clone();
        Continuation more = Continuation.of(network, Trainer.of(network), DIGITS, null, 1, 1);
        assertThat(network.parameters()).containsExactly(before);
        assertThat(more.trainAfter()).isLessThan(more.trainBefore());
        assertThat(more.heldBefore()).isNaN();
        assertThat(more.steps()).as("25 epochs of 8 batches").isEqualTo(200);
    }

    @Test
    void otherLayersKeepTheirWords() {
        assertThat(OtherLayers.wider("dense:10")).isEqualTo("dense:128 relu dense:10");
        assertThat(OtherLayers.wider("dense:200 tanh dropout:0.5 maxout:20x2 dense:10"))
                .isEqualTo("dense:400 tanh dropout:0.5 maxout:20x2 dense:10");
        assertThat(OtherLayers.fewer("dropout:0.2 dense:9 relu dense:8 relu dense:7 relu dense:3"))
                .isEqualTo("dropout:0.2 dense:9 relu dense:8 relu dense:3");
        assertThat(OtherLayers.fewer("dense:9 relu dense:3")).isEqualTo("dense:9 relu dense:3");
    }

    @Test
    void confidenceGrowsFromTheThresholdOn() {
        assertThat(Finding.confidence(2, 2)).isEqualTo(0.5);
        assertThat(Finding.confidence(20, 2)).isEqualTo(0.95);
        assertThat(Finding.confidence(Double.POSITIVE_INFINITY, 2)).isEqualTo(0.99);
        assertThat(Finding.confidence(Double.NaN, 2)).isEqualTo(0.5);
    }

    @Test
    void noFindingIsWithoutEvidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Finding(Verdict.OVERFITTING, 0.9, List.of(), List.of(), "Why. So."));
    }

    @Test
    void adviceIsTyped() {
        assertThat(new Advice("both", Map.of("l2", "1e-4", "layers", "dense:2 relu dense:1")).command())
                .isEqualTo("--l2 1e-4 --layers \"dense:2 relu dense:1\"");
        assertThat(Advice.of("look").command()).isEmpty();
    }

    @Test
    void ratesHaveOneDigit() {
        assertThat(Say.rate(0.0312)).isEqualTo("0.03");
        assertThat(Say.rate(1e-5)).isEqualTo("1e-5");
        assertThat(Say.rate(3)).isEqualTo("3");
        assertThat(Say.rate(100)).isEqualTo("100");
    }
}
