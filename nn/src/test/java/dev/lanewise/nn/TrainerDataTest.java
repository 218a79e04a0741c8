package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.AugmentationParser;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.MomentumSchedule;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.ScheduleParser;
import dev.lanewise.nn.optim.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a {@link Trainer} makes of weights, augmentation and several losses. */
class TrainerDataTest {
    private static final int ROWS = 50;

    private static Network network() {
        return Network.input(2).add("dense:8 tanh dense:3").build(1);
    }

    private static Trainer trainer(Network network) {
        return Trainer.of(network).workers(Workers.of(1)).batchSize(16).epochs(3);
    }

    private static float[] trained(Dataset data, UnaryOperator<Trainer> settings) {
        Network network = network();
        settings.apply(trainer(network)).fit(data);
        return network.parameters();
    }

    private static float[] weights(int n) {
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            weights[i] = i % 4;
        }
        return weights;
    }

    /** In one batch, whose loss is taken before its step. */
    @Test
    void theLossOfAnEpochIsAWeightedMean() {
        Dataset data = Samples.clouds(ROWS, 3, 1).withSampleWeights(weights(ROWS));
        Network network = network();
        Trainer trainer = trainer(network).batchSize(ROWS).epochs(1).classWeights(ClassWeights.of(1, 5, 2));
        double before = trainer.evaluate(data).loss();
        assertThat(before).isNotCloseTo(trainer(network).evaluate(data).loss(), within(1e-3));
        assertThat(trainer.fit(data).last().trainLoss()).isCloseTo(before, within(1e-12));
    }

    /** In batches, the mean is over all rows and not over the means of batches. */
    @Test
    void evaluationWeighsRowsAlikeInEveryBatch() {
        int rows = 600;
        Dataset data = Samples.clouds(rows, 3, 1).withSampleWeights(weights(rows));
        Network network = network();
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < rows; i++) {
            if (data.weight(i) > 0) {
                sum += data.weight(i) * trainer(network).evaluate(data.subset(i)).loss();
                weight += data.weight(i);
            }
        }
        assertThat(trainer(network).evaluate(data).loss()).isCloseTo(sum / weight, within(1e-9));
        assertThat(trainer(network).evaluate(data).accuracy())
                .isEqualTo(trainer(network).evaluate(Samples.clouds(rows, 3, 1)).accuracy());
    }

    @Test
    void weightsAndAugmentationChangeATraining() {
        Dataset data = Samples.clouds(ROWS, 3, 1);
        List<float[]> results = new ArrayList<>();
        results.add(trained(data, trainer -> trainer));
        results.add(trained(data.withSampleWeights(weights(ROWS)), trainer -> trainer));
        results.add(trained(data, trainer -> trainer.classWeights(ClassWeights.of(1, 2, 3))));
        results.add(trained(data, trainer -> trainer.augmentation(AugmentationParser.parse("noise:0.1"))));
        results.add(trained(data, trainer -> trainer.loss(LossParser.parse("cross-entropy:0.1"))));
        assertThat(results.stream().map(Arrays::hashCode).distinct()).hasSize(results.size());
        assertThat(trained(data, trainer -> trainer.classWeights(ClassWeights.of(1, 1, 1))))
                .isEqualTo(results.getFirst());
    }

    /** In batches of one sample, a weight of 2 is a learning rate of twice the size, to the bit. */
    @Test
    void weightsCountInBatchesOfOne() {
        Dataset data = Samples.clouds(ROWS, 3, 1);
        float[] twice = new float[ROWS];
        Arrays.fill(twice, 2);
        float[] faster = trained(data, trainer -> trainer.batchSize(1).optimizer(new Sgd(0.125f)));
        assertThat(trained(data.withSampleWeights(twice),
                trainer -> trainer.batchSize(1).optimizer(new Sgd(0.0625f)))).isEqualTo(faster);
        assertThat(trained(data, trainer -> trainer.batchSize(1)
                .optimizer(new Sgd(0.0625f))
                .classWeights(ClassWeights.of(2, 2, 2)))).isEqualTo(faster);
        assertThat(trained(data, trainer -> trainer.batchSize(1).optimizer(new Sgd(0.0625f))))
                .isNotEqualTo(faster);
    }

    /** Only every fourth row weighs anything: most batches of two have no weight at all. */
    @Test
    void batchesWithoutWeightAreNoNumbersToo() {
        float[] weights = new float[ROWS];
        for (int i = 0; i < ROWS; i += 9) {
            weights[i] = 3;
        }
        Network network = network();
        List<Double> means = new ArrayList<>();
        History history = trainer(network).batchSize(2).epochs(2).listener(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int samples, double meanLoss) {
                means.add(meanLoss);
            }
        }).fit(Samples.clouds(ROWS, 3, 1).withSampleWeights(weights));
        assertThat(means).allMatch(Double::isFinite).contains(0.0);
        assertThat(history.epochs()).allMatch(epoch -> epoch.trainLoss() > 0);
    }

    @Test
    void dataWithoutWeightAreRefusedBeforeAnythingChanges() {
        float[] weights = new float[ROWS];
        weights[0] = 1;
        Dataset data = Samples.clouds(ROWS, 3, 1);
        Dataset first = data.withSampleWeights(weights);
        Dataset none = first.subset(1, 2, 3);
        Network network = network();
        float[] before = network.parameters().clone();
        String all = ": the weights of all 3 rows are 0 (expected one above 0 at least, by sample weights)";
        assertRefused(() -> trainer(network).fit(none), "training data" + all);
        assertRefused(() -> trainer(network).fit(first, none), "validation data" + all);
        assertRefused(() -> trainer(network).test(none).fit(first), "test data" + all);
        assertRefused(() -> trainer(network).evaluate(none), "data" + all);
        assertRefused(() -> trainer(network).classWeights(ClassWeights.of(0, 1, 0)).fit(data.subset(0, 2, 3)),
                "training data: the weights of all 3 rows are 0 (expected one above 0 at least, by class and "
                        + "sample weights)");
        assertThat(network.parameters()).isEqualTo(before);
    }

    /** A class of few rows is neglected, unless classes are balanced. */
    @Test
    void balancingHelpsARareClass() {
        Dataset digits = Digits.generate(3_000, 1);
        int[] rows = new int[digits.size()];
        int n = 0;
        for (int i = 0; i < digits.size(); i++) {
            if (digits.label(i) != 7 || i % 40 == 7) {
                rows[n++] = i;
            }
        }
        Dataset rare = digits.subset(Arrays.copyOf(rows, n));
        int[] sevens = IntStream.range(0, digits.size()).filter(i -> digits.label(i) == 7).toArray();
        double[] recall = new double[2];
        for (int i = 0; i < 2; i++) {
            Network network = Network.input(784).scaling(Scaling.bytes()).add("dense:10").build(1);
            Trainer trainer = Trainer.of(network).epochs(3);
            if (i == 1) {
                trainer.classWeights(ClassWeights.balanced(rare));
            }
            trainer.fit(rare);
            recall[i] = trainer.evaluate(digits.subset(sevens)).accuracy();
        }
        assertThat(recall[1]).as("recall %s", Arrays.toString(recall)).isGreaterThan(recall[0] + 0.2);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void refusesDataThatDoNotFit() {
        Dataset clouds = Samples.clouds(ROWS, 3, 1);
        Dataset line = Samples.targets(ROWS, 2, 1);
        Dataset two = Dataset.ofTargets("two", 2, new float[4], 2, new float[]{0, 1, 1, 2});
        Network scalar = Network.input(2).add("dense:1").build(1);
        Network pair = Network.input(2).add("dense:2").build(1);
        assertRefused(() -> trainer(network()).classWeights(ClassWeights.of(1, 1)).fit(clouds),
                "class weights: 2 (expected one for each of 3 classes)");
        assertRefused(() -> trainer(scalar).loss(Loss.HUBER).classWeights(ClassWeights.of(1)).fit(line),
                "training data: no classes (expected classes for class weights)");
        assertRefused(() -> trainer(scalar).loss(LossParser.parse("cross-entropy:0.1")).fit(line),
                "training data: no classes (expected classes for cross-entropy)");
        assertRefused(() -> trainer(scalar).loss(Loss.MEAN_SQUARED_ERROR).fit(two),
                "layers: the last has 1 units (expected 2, one for each target)");
        assertRefused(() -> trainer(pair).loss(Loss.MEAN_SQUARED_ERROR).fit(line),
                "layers: the last has 2 units (expected 1 for one target)");
        assertRefused(() -> trainer(pair).loss(Loss.BINARY_CROSS_ENTROPY).fit(two),
                "training data: target of row 1: 2.0 (expected 0 to 1 for binary cross-entropy)");
        assertRefused(() -> trainer(network()).augmentation(AugmentationParser.parse("shift:1")).fit(clouds),
                "shift:1: samples of shape [2] (expected images: height, width and channels)");
    }

    @Test
    void refusesTargetScalingWhereItWouldBeIgnored() {
        TargetScaling scaling = TargetScaling.of(new float[]{1, 2, 3}, new float[]{1, 2, 3});
        Network network = Network.input(2).targetScaling(scaling).add("dense:3").build(1);
        assertRefused(() -> trainer(network).loss(Loss.MEAN_SQUARED_ERROR).fit(Samples.clouds(ROWS, 3, 1)),
                "target scaling: " + scaling + " (expected none for data with classes)");
        Dataset three = Dataset.ofTargets("three", 2, new float[2], 3, new float[3]);
        assertRefused(() -> trainer(network).loss(Loss.BINARY_CROSS_ENTROPY).fit(three),
                "target scaling: " + scaling
                        + " (expected none for binary cross-entropy, whose targets are probabilities)");
        assertRefused(() -> Network.input(2).targetScaling(scaling).add("dense:2").build(1),
                "target scaling: 3 means (expected one for each of 2 outputs)");
        assertRefused(
                () -> Network.input(2)
                        .targetScaling(scaling)
                        .classNames(Samples.names(3))
                        .add("dense:3")
                        .build(1),
                "target scaling: " + scaling + " (expected none for a network with classes)");
    }

    @Test
    void stratifiedValidationKeepsTheSharesOfClasses() {
        Dataset data = Samples.clouds(ROWS, 3, 1);
        Trainer trainer = trainer(network()).validation(0.2).stratified(true);
        Dataset held = trainer.holdOut(data).test();
        assertThat(held.size()).isEqualTo(10);
        for (int k = 0; k < 3; k++) {
            int label = k;
            assertThat(rows(held, label) - 0.2 * rows(data, label)).isBetween(-1.0, 1.0);
        }
        assertThat(trainer.fit(data).last().validationLoss())
                .isEqualTo(trainer(network()).fit(trainer.holdOut(data).train(), held)
                        .last()
                        .validationLoss());
    }

    private static long rows(Dataset data, int label) {
        return IntStream.range(0, data.size()).filter(row -> data.label(row) == label).count();
    }

    @Test
    void settingsThatWouldDoNothingAreRefused() {
        Dataset data = Samples.clouds(ROWS, 3, 1);
        MomentumSchedule ramp = ScheduleParser.parseMomentum("ramp:0.5:0.7:2");
        for (Optimizer optimizer : List.of(new Sgd(0.1f), new RmsProp(0.1f), new Adagrad(0.1f))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trainer(network()).optimizer(optimizer)
                            .momentumSchedule(ramp)
                            .fit(data))
                    .withMessage("momentum schedule: ramp:0.5:0.7:2 (expected none for " + optimizer.name()
                            + " without momentum)");
        }
        trainer(network()).optimizer(new Nesterov(0.1f, 0.9f)).momentumSchedule(ramp).check(data, null);
        Dataset regression = Dataset.ofTargets("r", 1, new float[4], new float[4]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(network()).validation(0.5).stratified(true).fit(regression))
                .withMessageContaining("stratified: true (expected false for regression");
    }
}
