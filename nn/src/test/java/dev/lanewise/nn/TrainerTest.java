package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.nn.optim.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    /** Changes nothing, so that the losses of an epoch are those of one network. */
    private record Frozen() implements Optimizer {
        @Override
        public String name() {
            return "frozen";
        }

        @Override
        public float learningRate() {
            return 0;
        }

        @Override
        public void step(Update update) {
        }
    }

    /** Writes down every call. */
    private static final class Recorder implements TrainingListener {
        private final List<String> calls;
        private final String name;
        private final List<Double> batchLosses = new ArrayList<>();

        Recorder(String name, List<String> calls) {
            this.name = name;
            this.calls = calls;
        }

        @Override
        public void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
            calls.add(name + " start " + epochs + " " + batchesPerEpoch + " " + samplesPerEpoch);
        }

        @Override
        public void onBatch(int epoch, int batch, int samples, double meanLoss) {
            calls.add(name + " batch " + epoch + " " + batch + " " + samples);
            batchLosses.add(meanLoss);
        }

        @Override
        public void onEpoch(EpochMetrics metrics) {
            calls.add(name + " epoch " + metrics.epoch());
        }
    }

    private static Network threeClouds() {
        return Network.input(2).add("dense:8 relu dense:3").build(7);
    }

    private static float[] trained(Trainer trainer, Network network, Dataset data) {
        trainer.fit(data);
        return network.parameters().clone();
    }

    @Test
    void learnsToTellCloudsApart() {
        Network network = threeClouds();
        Dataset data = Samples.clouds(90, 3, 1);
        Trainer trainer = Trainer.of(network).batchSize(16).epochs(40);
        Evaluation before = trainer.evaluate(data);
        History history = trainer.fit(data);
        Evaluation after = trainer.evaluate(data);

        assertThat(history.epochs()).hasSize(40)
                .extracting(EpochMetrics::epoch)
                .startsWith(1, 2, 3)
                .endsWith(40);
        assertThat(history.last().trainLoss()).isLessThan(history.epochs().getFirst().trainLoss() / 5);
        assertThat(history.last().trainAccuracy()).isEqualTo(1);
        assertThat(before.samples()).isEqualTo(90);
        assertThat(after.loss()).isLessThan(before.loss() / 5);
        assertThat(after.accuracy()).isEqualTo(1);
    }

    @Test
    void parametersThatAreNoNumbersAreRefused() {
        Network network = threeClouds();
        network.parameters()[3] = Float.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network).fit(Samples.clouds(90, 3, 1)))
                .withMessage("network: 1 of 51 parameters is NaN (expected finite numbers to begin with)");
    }

    @Test
    void learnsClassesBySquaredErrorToo() {
        Network network = threeClouds();
        Dataset data = Samples.clouds(90, 3, 1);
        Trainer trainer = Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).batchSize(16).epochs(60);
        trainer.fit(data);
        assertThat(trainer.evaluate(data).accuracy()).isEqualTo(1);
    }

    @Test
    void recoversALinearFunction() {
        Dataset noise = Samples.targets(64, 2, 3);
        float[] x = new float[128];
        noise.gather(TrainingRun.ascending(64), 0, 64, x);
        float[] y = new float[64];
        for (int i = 0; i < 64; i++) {
            y[i] = 2 * x[2 * i] - 3 * x[2 * i + 1] + 0.5f;
        }
        Network network = Network.input(2).dense(1).build(1);
        History history = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .batchSize(8)
                .epochs(100)
                .fit(Dataset.ofTargets("plane", 2, x, y));

        assertThat(network.parameters()).containsExactly(new float[]{2, -3, 0.5f}, within(1e-4f));
        assertThat(history.last().trainLoss()).isLessThan(1e-8);
        assertThat(history.last().trainAccuracy()).isNaN();
    }

    @Test
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Dataset data = Samples.clouds(50, 3, 1);
        float[][] results = new float[4][];
        long[] seeds = {5, 5, 6, 5};
        for (int i = 0; i < 4; i++) {
            Network network = i == 3
                    ? Network.input(2).add("dense:8 relu dense:3").build(8)
                    : threeClouds();
            results[i] = trained(Trainer.of(network).seed(seeds[i]).batchSize(7).epochs(3), network, data);
        }
        assertThat(results[1]).containsExactly(results[0]);
        assertThat(results[2]).isNotEqualTo(results[0]);
        assertThat(results[3]).isNotEqualTo(results[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theNumberOfThreadsDoesNotShow(int threads) {
        Dataset data = Samples.classes(100, 70, 5, 1);
        Network alone = Network.input(70).add("dense:130 relu dense:5").build(1);
        Network together = Network.input(70).add("dense:130 relu dense:5").build(1);
        try (Workers workers = Workers.of(threads)) {
            float[] expected = trained(Trainer.of(alone).workers(Workers.of(1)).batchSize(48).epochs(2),
                    alone, data);
            assertThat(trained(Trainer.of(together).workers(workers).batchSize(48).epochs(2), together, data))
                    .containsExactly(expected);
        }
    }

    /** With parameters that stay, the losses of an epoch can only add up if every sample is seen once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 10, 50, 51, 1000})
    void everySampleIsSeenOnceAnEpochWhateverTheBatchSize(int batchSize) {
        Dataset data = Samples.clouds(50, 3, 1);
        Trainer trainer = Trainer.of(threeClouds()).optimizer(new Frozen()).batchSize(batchSize).epochs(2);
        Evaluation whole = trainer.evaluate(data);
        for (EpochMetrics epoch : trainer.fit(data).epochs()) {
            assertThat(epoch.trainLoss()).isCloseTo(whole.loss(), within(1e-14));
            assertThat(epoch.trainAccuracy()).isEqualTo(whole.accuracy());
        }
    }

    @Test
    void aBatchSizeAboveTheDataMeansOneBatchOfAll() {
        Dataset data = Samples.clouds(20, 3, 1);
        Network large = threeClouds();
        Network exact = threeClouds();
        assertThat(trained(Trainer.of(large).batchSize(Integer.MAX_VALUE).epochs(3), large, data))
                .containsExactly(trained(Trainer.of(exact).batchSize(20).epochs(3), exact, data));
    }

    @Test
    void everyEpochHasAnOrderOfItsOwn() {
        Recorder recorder = new Recorder("a", new ArrayList<>());
        Trainer.of(threeClouds())
                .optimizer(new Frozen())
                .batchSize(1)
                .epochs(2)
                .listener(recorder)
                .fit(Samples.clouds(30, 3, 1));
        assertThat(recorder.batchLosses.subList(0, 29)).isNotEqualTo(recorder.batchLosses.subList(30, 59));
    }

    @Test
    void listenersHearEverythingInOrder() {
        List<String> calls = new ArrayList<>();
        Recorder first = new Recorder("a", calls);
        Recorder second = new Recorder("b", calls);
        History history = Trainer.of(threeClouds())
                .batchSize(4)
                .epochs(2)
                .listener(first)
                .listener(second)
                .fit(Samples.clouds(10, 3, 1));

        assertThat(calls).containsExactly("a start 2 3 10", "b start 2 3 10", "a batch 1 1 4",
                "b batch 1 1 4",
                "a batch 1 2 8", "b batch 1 2 8", "a batch 1 3 10", "b batch 1 3 10", "a epoch 1",
                "b epoch 1",
                "a batch 2 1 4", "b batch 2 1 4", "a batch 2 2 8", "b batch 2 2 8", "a batch 2 3 10",
                "b batch 2 3 10", "a epoch 2", "b epoch 2");
        assertThat(first.batchLosses.get(2)).isEqualTo(history.epochs().get(0).trainLoss());
        assertThat(first.batchLosses.get(5)).isEqualTo(history.epochs().get(1).trainLoss());
        assertThat(second.batchLosses).isEqualTo(first.batchLosses);
    }

    @Test
    void validationHoldsSamplesOutAndReportsThem() {
        Dataset data = Samples.clouds(50, 3, 1);
        List<String> calls = new ArrayList<>();
        Trainer trainer = Trainer.of(threeClouds())
                .optimizer(new Frozen())
                .batchSize(8)
                .epochs(1)
                .validation(0.2)
                .listener(new Recorder("a", calls));
        Evaluation whole = trainer.evaluate(data);
        EpochMetrics epoch = trainer.fit(data).last();

        assertThat(calls.getFirst()).isEqualTo("a start 1 5 40");
        // The parts are disjoint and nothing is lost: their losses add up to the whole's.
        assertThat(40 * epoch.trainLoss() + 10 * epoch.validationLoss())
                .isCloseTo(50 * whole.loss(), within(1e-12));
        assertThat(40 * epoch.trainAccuracy() + 10 * epoch.validationAccuracy())
                .isCloseTo(50 * whole.accuracy(), within(1e-12));
    }

    @Test
    void validationDataAreJudgedAfterTheEpoch() {
        Split split = Samples.clouds(60, 3, 1).split(0.5, 1);
        Network network = threeClouds();
        Trainer trainer = Trainer.of(network).batchSize(30).epochs(3);
        History history = trainer.fit(split.train(), split.test());
        Evaluation after = trainer.evaluate(split.test());
        assertThat(history.last().validationLoss()).isEqualTo(after.loss());
        assertThat(history.last().validationAccuracy()).isEqualTo(after.accuracy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense:8 relu dense:3", "dropout:0.1 maxout:8x2 dropout:0.5 prelu dense:3"})
    void validationDoesNotDisturbTraining(String layers) {
        Split split = Samples.clouds(60, 3, 1).split(0.5, 1);
        Network validated = Network.input(2).add(layers).build(7);
        Network plain = Network.input(2).add(layers).build(7);
        Trainer.of(validated).batchSize(7).epochs(3).fit(split.train(), split.test());
        Trainer.of(plain).batchSize(7).epochs(3).fit(split.train());
        assertThat(validated.parameters()).containsExactly(plain.parameters());
    }

    /** A step too far ends the training and says where and why. */
    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLayer")
    void aTrainingMayDiverge(String word) {
        Network network = Network.input(2).add("dense:5 " + word + " dense:3").build(7);
        Trainer trainer = Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Sgd(1e30f))
                .batchSize(7)
                .epochs(5);
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> trainer.fit(Samples.clouds(60, 3, 1)))
                .withMessageMatching(
                        "training diverged: loss (NaN|Infinity) in epoch 1, step [2-9]; .*");
    }

    @Test
    void metricsWithoutValidationAreNaN() {
        EpochMetrics epoch = Trainer.of(threeClouds()).epochs(1).fit(Samples.clouds(20, 3, 1)).last();
        assertThat(DoubleStream.of(epoch.validationLoss(), epoch.validationAccuracy()).toArray())
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(epoch.seconds()).isPositive();
        assertThat(epoch.samplesPerSecond()).isEqualTo(20 / epoch.seconds());
    }

    @Test
    void historyCannotChange() {
        List<EpochMetrics> source = new ArrayList<>(
                List.of(new EpochMetrics(1, 2, 0.5, 0, Double.NaN, Double.NaN, 0.1f, 1, 10)));
        History history = new History(source);
        source.clear();
        assertThat(history.epochs()).hasSize(1);
        assertThat(history.epochs()).isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 | batchSize: 0 (expected >= 1)", "-3 | batchSize: -3 (expected >= 1)"})
    void refusesBadBatchSizes(int value, String message) {
        assertRefused(() -> Trainer.of(threeClouds()).batchSize(value), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 2, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesBadValidationFractions(double value) {
        assertRefused(() -> Trainer.of(threeClouds()).validation(value),
                "validation: " + value + " (expected >= 0 and < 1)");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
    void refusesBadLearningRates(float value) {
        assertRefused(() -> new Sgd(value), "learningRate: " + value + " (expected > 0 and finite)");
    }

    @Test
    void refusesBadEpochs() {
        assertRefused(() -> Trainer.of(threeClouds()).epochs(0), "epochs: 0 (expected >= 1)");
    }

    @Test
    void refusesDataThatDoNotFitAndChangesNothing() {
        Network network = threeClouds();
        float[] before = network.parameters().clone();
        Trainer trainer = Trainer.of(network);
        Dataset good = Samples.clouds(20, 3, 1);

        assertRefused(() -> trainer.fit(good.take(0)), "training data: no rows (expected >= 1)");
        assertRefused(() -> trainer.fit(Samples.classes(5, 4, 3, 1)),
                "training data: 4 features (expected 2, the network's inputs)");
        assertRefused(() -> trainer.fit(good, Samples.classes(5, 4, 3, 1)),
                "validation data: 4 features (expected 2, the network's inputs)");
        assertRefused(() -> trainer.fit(Samples.clouds(20, 4, 1)),
                "layers: the last has 3 units (expected 4, one for each class of clouds)");
        assertRefused(() -> trainer.fit(Samples.targets(5, 2, 1)),
                "training data: no classes (expected classes for cross-entropy)");
        assertRefused(() -> trainer.evaluate(good.take(0)), "data: no rows (expected >= 1)");
        assertRefused(() -> Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).fit(Samples.targets(5, 2, 1)),
                "layers: the last has 3 units (expected 1 for one target)");
        assertThat(network.parameters()).containsExactly(before);
    }

    /** As many classes with other names, or in another order, would silently be judged wrong. */
    @Test
    void refusesOtherClassNames() {
        Network network = Network.input(2).classNames(List.of("a", "b", "c")).dense(3).build(1);
        Dataset data = Samples.clouds(9, 3, 1);
        String message = "classes [class 0, class 1, class 2] (expected [a, b, c], the network's)";
        assertRefused(() -> Trainer.of(network).fit(data), "training data: " + message);
        assertRefused(() -> Trainer.of(network).evaluate(data), "data: " + message);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
