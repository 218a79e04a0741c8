package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.ScheduleParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots that contradict themselves are refused before anything changes. */
class SnapshotCheckTest {
    private static final Dataset TRAIN = Samples.clouds(30, 3, 1);
    private static final Dataset HELD = Samples.clouds(10, 3, 2);

    private TrainingSnapshot snapshot = new TrainingSnapshot(Map.of(), Map.of());

    private static Network network() {
        return Network.input(2).add("dense:5 relu dense:3").build(3);
    }

    /** Four steps an epoch, the last of 6 samples. */
    private static Trainer trainer(Network network) {
        return Trainer.of(network)
                .optimizer(new Adam(0.01f))
                .schedule(ScheduleParser.parse("plateau:0.5:1"))
                .earlyStopping(EarlyStopping.patience(3))
                .batchSize(8)
                .epochs(4)
                .workers(Workers.of(1));
    }

    /** After step 11, the third of epoch 3. */
    @BeforeEach
    void train() {
        List<TrainingSnapshot> kept = new ArrayList<>();
        trainer(network()).snapshots(live -> {
            if ("11".equals(live.values().get("step"))) {
                kept.add(copy(live));
            }
        }, 1, Duration.ofDays(1)).fit(TRAIN, HELD);
        snapshot = kept.getFirst();
    }

    private static TrainingSnapshot copy(TrainingSnapshot live) {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        live.tensors().forEach((name, tensor) -> tensors.put(name, tensor.clone()));
        return new TrainingSnapshot(new LinkedHashMap<>(live.values()), tensors,
                new ArrayList<>(live.history()));
    }

    private void assertRefused(String message) {
        Network network = network();
        float[] before = network.parameters().clone();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer(network).resume(snapshot).fit(TRAIN, HELD))
                .withMessageStartingWith(message);
        assertThat(network.parameters()).isEqualTo(before);
    }

    @Test
    void isRightAsItIs() {
        assertThat(snapshot.values()).containsEntry("epoch", "3").containsEntry("batch", "3");
        assertThat(snapshot.history()).hasSize(2);
        assertThat(trainer(network()).resume(snapshot).fit(TRAIN, HELD).epochs()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version | 1                   | version is 1 (expected 2, as this version of lanewise writes it)
            batch   | 1000000             | batch is 1000000 (expected 0 to 4)
            batch   | 9223372036854775807 | batch is 9223372036854775807 (expected 0 to 4)
            batch   | 9223372036854775808 | batch is 9223372036854775808 (expected a whole number)
            batch   | -1                  | batch is -1 (expected 0 to 4)
            batch   | 2                   | step is 11 (expected 10)
            batch   | +3                  | batch is +3 (expected 0 to 4)
            batch   | 3.0                 | batch is 3.0 (expected a whole number)
            step    | 12                  | step is 12 (expected 11)
            step    | 4294967307          | step is 4294967307 (expected 11)
            step    | -11                 | step is -11 (expected 11)
            step    | ''                  | step is  (expected a whole number)
            epoch   | 2                   | step is 11 (expected 7)
            epoch   | 0                   | epoch is 0 (expected 1 to 4)
            epoch   | 5                   | epoch is 5 (expected 1 to 4)
            epoch   | 4294967299          | epoch is 4294967299 (expected 1 to 4)
            scalars | NaN 0x1p0           | scalars is NaN 0x1p0 (expected finite numbers)
            scalars | 0x1p0               | scalars has 1 numbers (expected 2)
            epochSums | 0x1p0 0x1.8p4 0x1p0 | epochSums has 3 numbers (expected 4)
            epochSums | NaN 0x1.8p4 0x1p0 0x1p0 | epochSums is NaN 0x1.8p4 0x1p0 0x1p0 (expected loss, weight, right
            epochSums | 0x1p0 0x1.9p4 0x1p0 0x1p0 | epochSums is 0x1p0 0x1.9p4 0x1p0 0x1p0 (expected loss, weight,
            epochSums | 0x1p0 0x1.8p4 0x1.9p4 0x1p0 | epochSums is 0x1p0 0x1.8p4 0x1.9p4 0x1p0 (expected loss, wei
            epochSums | 0x1p0 0x1.8p4 0x1.8p0 0x1p0 | epochSums is 0x1p0 0x1.8p4 0x1.8p0 0x1p0 (expected loss, wei
            epochSums | 0x1p0 0x1.8p4 0x1p0 Infinity | epochSums is 0x1p0 0x1.8p4 0x1p0 Infinity (expected loss, we
            epochSums | 0x1p0 0x1.8p4 0x1p0 -0x1p0 | epochSums is 0x1p0 0x1.8p4 0x1p0 -0x1p0 (expected loss, weight
            plateau | 0x1p-1 0x1p0 0x0p0 0x0p0 | plateau is State[factor=0.5, best=1.0, waited=0, cooling=0] (expected State[
            plateau | 0x1p0 0x1p0 0x1.8p0 0x0p0 | plateau has 1.5 (expected a whole number)
            earlyStopping | 0x1p7 0x1p0 0x0p0 | earlyStopping is State[bestEpoch=128, best=1.0, waited=0] (expected State[
            earlyStopping | 0x1p0 0x1p0 0x1p40 | earlyStopping has 1.099511627776E12 (expected a whole number)
            setting.batchSize | 16 | batchSize is 16 (expected 8, as this training has it)
            setting.layers | dense:3 | layers is dense:3 (expected dense:5 relu dense:3, as this training has it)
            """)
    void valuesThatContradictEachOther(String key, String value, String message) {
        assertThat(snapshot.values().put(key, value)).isNotNull();
        assertRefused("snapshot: " + message);
    }

    @Test
    void countersThatAgreeAndDoNotFitTheHistory() {
        snapshot.values().put("epoch", "4");
        snapshot.values().put("step", "15");
        assertRefused("snapshot: history has 2 epochs (expected 3)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | 0.5 | 1.0 | 0.01 | 1   | epoch of epoch 3 of the history is 3.0
            2 | NaN | 1.0 | 0.01 | 1   | trainLoss of epoch 2 of the history is NaN
            2 | 0.5 | 1.5 | 0.01 | 1   | trainAccuracy of epoch 2 of the history is 1.5
            2 | 0.5 | NaN | 0.01 | 1   | trainAccuracy of epoch 2 of the history is NaN
            2 | 0.5 | 1.0 | NaN  | 1   | learningRate of epoch 2 of the history is NaN
            2 | 0.5 | 1.0 | -1   | 1   | learningRate of epoch 2 of the history is -1.0
            2 | 0.5 | 1.0 | 0.01 | -1  | seconds of epoch 2 of the history is -1.0
            2 | 0.5 | 1.0 | 0.01 | Infinity | seconds of epoch 2 of the history is Infinity
            """)
    void epochsThatCannotBe(int epoch, double loss, double accuracy, float rate, double seconds,
            String message) {
        EpochMetrics e = snapshot.history().getLast();
        snapshot.history()
                .set(1, new EpochMetrics(epoch, loss, accuracy, e.penalty(), e.validationLoss(),
                        e.validationAccuracy(), rate, seconds, e.samplesPerSecond()));
        assertRefused("snapshot: " + message);
    }

    /** Another loss of an epoch is another course of early stopping. */
    @Test
    void aHistoryThatIsNotThatOfWhatIsRemembered() {
        EpochMetrics e = snapshot.history().getFirst();
        snapshot.history()
                .set(0, new EpochMetrics(1, e.trainLoss(), e.trainAccuracy(), e.penalty(), 1e-9,
                        e.validationAccuracy(), e.learningRate(), e.seconds(), e.samplesPerSecond()));
        assertRefused("snapshot: plateau is State[");
    }

    @ParameterizedTest
    @CsvSource({"parameters", "best"})
    void parametersThatAreNoNumbers(String name) {
        Objects.requireNonNull(snapshot.tensors().get(name))[4] = Float.NaN;
        assertRefused("snapshot: " + name + " is NaN at 4 (expected finite numbers)");
    }

    @Test
    void tensorsThatAreMissingOrTooMany() {
        snapshot.tensors().put("other", new float[1]);
        assertRefused("snapshot: other (expected parameters, best, optimizer.m, optimizer.v alone)");
        snapshot.tensors().remove("other");
        snapshot.tensors().put("optimizer.v", new float[1]);
        assertRefused("snapshot: optimizer.v has 1 floats (expected 33)");
        snapshot.tensors().remove("optimizer.v");
        assertRefused("snapshot: no optimizer.v");
    }
}
