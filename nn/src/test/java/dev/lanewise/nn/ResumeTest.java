package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.AugmentationParser;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.io.CheckpointFile;
import dev.lanewise.nn.optim.GradientClipping;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.ScheduleParser;
import dev.lanewise.nn.optim.Sgd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that was interrupted after any of its steps ends with the bits of one that was not. */
class ResumeTest {
    private static final Split CLOUDS = new Split(Samples.clouds(61, 3, 1), Samples.clouds(20, 3, 2));
    private static final int EPOCHS = 4;
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path folder;

    /** Settings of a training. */
    record Setup(String name, UnaryOperator<Trainer> settings) {
        Trainer trainer(Network network) {
            return settings.apply(Trainer.of(network).batchSize(16).epochs(EPOCHS).workers(Workers.of(1)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Network network(long seed) {
        return Network.input(2).add("dense:9 dropout:0.3 prelu maxout:5x2 dense:3").build(seed);
    }

    static Stream<Setup> setups() {
        List<Optimizer> optimizers = OptimizerSamples.all();
        Stream<Setup> byOptimizer = optimizers.stream()
                .map(optimizer -> new Setup(optimizer.toString(), trainer -> trainer.optimizer(optimizer)));
        Stream<Setup> others = Stream.of(
                new Setup("decay and clipping", trainer -> trainer
                        .regularization(new Regularization(1e-3f, 1e-3f, 1e-2f, 1.5f))
                        .clipping(new GradientClipping(0.5f, 0.7f))),
                new Setup("one-cycle", trainer -> trainer.schedule(ScheduleParser.parse("one-cycle"))),
                new Setup("plateau", trainer -> trainer.schedule(ScheduleParser.parse("plateau:0.5:1:0.2"))),
                new Setup("augmentation and class weights", trainer -> trainer
                        .augmentation(AugmentationParser.parse("noise:0.1"))
                        .classWeights(ClassWeights.of(1, 2, 0.5f))
                        .loss(LossParser.parse("cross-entropy:0.1"))),
                new Setup("early stopping", trainer -> trainer.optimizer(new Sgd(0.6f))
                        .earlyStopping(EarlyStopping.patience(1))));
        return Stream.concat(byOptimizer, others);
    }

    @ParameterizedTest
    @MethodSource("setups")
    void continuesBitForBitFromEveryStep(Setup setup) throws IOException {
        Map<Long, Path> files = new TreeMap<>();
        Network whole = network(7);
        History expected = setup.trainer(whole)
                .snapshots(snapshot -> save(snapshot, files), 1, NEVER)
                .fit(CLOUDS.train(), CLOUDS.test());
        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : files.values()) {
            Network other = network(8);
            History history = setup.trainer(other)
                    .resume(CheckpointFile.read(file))
                    .fit(CLOUDS.train(), CLOUDS.test());
            assertThat(other.parameters()).as(file.toString()).isEqualTo(whole.parameters());
            assertThat(withoutTimes(history)).isEqualTo(withoutTimes(expected));
            assertThat(history.ending()).isEqualTo(expected.ending());
            assertThat(history.restoredEpoch()).isEqualTo(expected.restoredEpoch());
        }
    }

    private void save(TrainingSnapshot snapshot, Map<Long, Path> files) {
        long step = Long.parseLong(snapshot.values().get("step"));
        Path file = folder.resolve(step + ".safetensors");
        CheckpointFile.store(file).save(snapshot);
        files.put(step, file);
    }

    private static List<EpochMetrics> withoutTimes(History history) {
        return history.epochs()
                .stream()
                .map(e -> new EpochMetrics(e.epoch(), e.trainLoss(), e.trainAccuracy(), e.penalty(),
                        e.validationLoss(), e.validationAccuracy(), e.learningRate(), 0, 0))
                .toList();
    }

    @Test
    void stopEndsAfterTheStepAndSaves() throws IOException {
        Setup setup = new Setup("plain", trainer -> trainer);
        Network whole = network(7);
        setup.trainer(whole).fit(CLOUDS.train(), CLOUDS.test());

        Path file = folder.resolve("checkpoint.safetensors");
        Network interrupted = network(7);
        Trainer trainer = setup.trainer(interrupted)
                .snapshots(CheckpointFile.store(file), 1_000, NEVER);
        trainer.listener(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int samples, double meanLoss) {
                if (epoch == 2 && batch == 3) {
                    trainer.stop();
                }
            }
        });
        assertThat(trainer.fit(CLOUDS.train(), CLOUDS.test()).ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(CheckpointFile.read(file).values()).containsEntry("step", "7")
                .containsEntry("epoch", "2")
                .containsEntry("batch", "3");

        Network resumed = network(9);
        setup.trainer(resumed).resume(CheckpointFile.read(file)).fit(CLOUDS.train(), CLOUDS.test());
        assertThat(resumed.parameters()).isEqualTo(whole.parameters());
    }

    @Test
    void refusesASnapshotOfAnotherTraining() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        Trainer.of(network(7))
                .batchSize(16)
                .epochs(2)
                .snapshots(CheckpointFile.store(file), 1, NEVER)
                .fit(CLOUDS.train());
        TrainingSnapshot snapshot = CheckpointFile.read(file);
        Network network = network(8);
        float[] before = network.parameters().clone();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network)
                        .batchSize(17)
                        .epochs(2)
                        .resume(snapshot)
                        .fit(CLOUDS.train()))
                .withMessage("snapshot: batchSize is 16 (expected 17, as this training has it)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Trainer.of(network).batchSize(16).epochs(2).resume(snapshot).fit(CLOUDS.test()))
                .withMessageMatching(
                        "snapshot: trainingRows is 61 \\(expected 20, as this training has it\\); "
                                + "trainingData: rows or values have changed since the training began "
                                + "\\(fingerprint [0-9a-f]{8} then, [0-9a-f]{8} now\\)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(network)
                        .batchSize(16)
                        .epochs(2)
                        .resume(snapshot)
                        .fit(Samples.clouds(61, 3, 4)))
                .withMessageMatching(
                        "snapshot: trainingData: rows or values have changed .*");
        Network other = Network.input(2)
                .scaling(Scaling.of(new float[]{0, 0}, new float[]{1, 2}))
                .add(network.spec())
                .build(8);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Trainer.of(other).batchSize(16).epochs(2).resume(snapshot).fit(CLOUDS.train()))
                .withMessageStartingWith("snapshot: scaling is (x - 0.0) * 1.0 ")
                .withMessageContaining(" (expected per feature (2) ");
        assertThat(network.parameters()).isEqualTo(before);
    }

    /** All that has changed is named at once: settings, layers, and the rows of each part. */
    @Test
    void namesEverythingThatHasChanged() {
        List<TrainingSnapshot> snapshots = new ArrayList<>();
        Trainer.of(network(7))
                .epochs(2)
                .test(CLOUDS.test())
                .snapshots(snapshots::add, 1, NEVER)
                .fit(CLOUDS.train(), CLOUDS.test());
        Network other = Network.input(2)
                .classNames(List.of("class 0", "class 1", "class 2"))
                .add("dense:9 relu dense:3")
                .build(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(other)
                        .epochs(3)
                        .seed(43)
                        .optimizer(new Sgd(0.2f))
                        .test(Samples.clouds(20, 3, 5))
                        .resume(snapshots.getFirst())
                        .check(Samples.clouds(61, 3, 6), CLOUDS.test()))
                .satisfies(refused -> assertThat(String.valueOf(refused.getMessage()).split("; ", -1))
                        .extracting(
                                change -> change.replaceFirst("^snapshot: ", "").replaceFirst("[ :].*", ""))
                        .containsExactly("optimizer", "epochs", "seed", "layers", "classNames",
                                "trainingData",
                                "testData"));
    }

    /** A trainer that has resumed trains on from where it is, like any other. */
    @Test
    void aSnapshotIsOfTheNextFitAlone() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        Network network = network(7);
        Trainer trainer = Trainer.of(network)
                .epochs(2)
                .batchSize(16)
                .snapshots(CheckpointFile.store(file), 3, NEVER);
        trainer.fit(CLOUDS.train());
        trainer.resume(CheckpointFile.read(file)).fit(CLOUDS.train());
        float[] once = network.parameters().clone();
        trainer.fit(CLOUDS.train());
        assertThat(network.parameters()).isNotEqualTo(once);
    }
}
