package dev.lanewise.nn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskTest {
    private static final Dataset CLASSES = Dataset.ofFloats("classes", 1, new float[8],
            new int[]{0, 0, 0, 0, 1, 1, 2, 2}, List.of("a", "b", "c"));
    private static final Dataset TARGETS = Dataset.ofTargets("targets", 1, new float[4], 1,
            new float[]{1, 2, 3, 10});

    @Test
    void aGuessOfKEqualClassesLosesLnK() {
        Dataset even = CLASSES.subset(0, 4, 6);
        assertThat(Task.of(even, Loss.SOFTMAX_CROSS_ENTROPY, TargetScaling.none()).guessLoss())
                .isCloseTo(Math.log(3), within(1e-12));
    }

    @Test
    void theMajorityIsTheLargestShare() {
        assertThat(Task.of(CLASSES, Loss.SOFTMAX_CROSS_ENTROPY, TargetScaling.none()).majority())
                .isEqualTo(0.5);
        assertThat(Task.of(TARGETS, Loss.MEAN_SQUARED_ERROR, TargetScaling.none()).majority()).isNaN();
    }

    @Test
    void learntIsThePartOfAGuessThatIsGone() {
        Task task = new Task(2, 0.5, 0.8);
        assertThat(task.learnt(0.8)).isZero();
        assertThat(task.learnt(0)).isEqualTo(1);
        assertThat(task.learnt(1.6)).isEqualTo(-1);
    }

    static Stream<Loss> classLosses() {
        return Stream.of(Loss.SOFTMAX_CROSS_ENTROPY, new Loss.SoftmaxCrossEntropy(0.1f),
                Loss.BINARY_CROSS_ENTROPY,
                Loss.MEAN_SQUARED_ERROR);
    }

    /** A network whose weights are 0 and whose biases say the shares is such a guess. */
    @ParameterizedTest
    @MethodSource("classLosses")
    void theGuessIsWhatANetworkWithoutWeightsLoses(Loss loss) {
        Network network = Network.input(1).dense(3).build(1);
        double[] shares = {0.5, 0.25, 0.25};
        for (int j = 0; j < 3; j++) {
            double p = loss instanceof Loss.SoftmaxCrossEntropy(float s)
                    ? shares[j] * (1 - s) + s / 3
                    : shares[j];
            double output = switch (loss) {
                case Loss.SoftmaxCrossEntropy _ -> Math.log(p);
                case Loss.BinaryCrossEntropy _ -> Math.log(p / (1 - p));
                default -> p;
            };
            network.parameters()[j] = 0;
            network.parameters()[3 + j] = (float) output;
        }
        assertThat(Task.of(CLASSES, loss, TargetScaling.none()).guessLoss())
                .isCloseTo(Trainer.of(network).loss(loss).evaluate(CLASSES).loss(), within(1e-6));
    }

    static Stream<Loss> targetLosses() {
        return Stream.of(Loss.MEAN_SQUARED_ERROR, Loss.MEAN_ABSOLUTE_ERROR, Loss.HUBER);
    }

    @ParameterizedTest
    @MethodSource("targetLosses")
    void theGuessOfRegressionIsTheMean(Loss loss) {
        TargetScaling scaling = TargetScaling.standardize(TARGETS);
        Network network = Network.input(1).targetScaling(scaling).dense(1).build(1);
        network.parameters()[0] = 0;
        network.parameters()[1] = 0; // the mean, in units of the deviation
        assertThat(Task.of(TARGETS, loss, scaling).guessLoss())
                .isCloseTo(Trainer.of(network).loss(loss).evaluate(TARGETS).loss(), within(1e-6));
    }
}
