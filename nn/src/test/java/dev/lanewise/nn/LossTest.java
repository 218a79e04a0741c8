package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Weighted losses and their gradients, and the words of losses. {@link GradientTest} has the losses without weights. */
class LossTest {
    private static final int ROWS = 9;
    private static final double H = 1e-5;
    private static final Network LINEAR = Network.input(4).add("dense:3").build(5);

    private static double[] random(int n, long seed) {
        return new Random(seed).doubles(n).toArray();
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** What a step does, of all rows; the gradients are left in the workspace. */
    private record Step(Workspace workspace, double sum, double weight) {
        static Step of(Network network, Loss loss, Dataset data, float... classWeights) {
            ClassWeights weights = classWeights.length == 0
                    ? ClassWeights.NONE
                    : ClassWeights.of(classWeights);
            Workspace workspace = new Workspace(network, data.size() + 2, Workers.of(1), true);
            LossPass pass = new LossPass(loss, workspace, network.outputs(), weights);
            double sum = new Evaluator(network, workspace, pass).forward(data,
                    TrainingRun.ascending(data.size()), 0, data.size(), 1, 1, 0);
            pass.backward();
            workspace.backward();
            return new Step(workspace, sum, pass.weight());
        }

        double mean() {
            return sum / weight;
        }

        float[] gradients() {
            return workspace.gradients();
        }
    }

    private static void assertMatchesOracle(Loss loss, Dataset data, double[] weights, Step step) {
        DoubleNetwork oracle = new DoubleNetwork(LINEAR, 1, 0);
        List<float[]> rows = Samples.rows(data);
        List<double[]> targets = IntStream.range(0, data.size())
                .mapToObj(i -> Samples.target(data, i))
                .toList();
        assertThat(step.weight).isCloseTo(Arrays.stream(weights).sum(), within(1e-6));
        assertThat(step.mean()).isCloseTo(oracle.loss(loss, rows, targets, weights), within(2e-6));
        for (int i = 0; i < LINEAR.parameterCount(); i++) {
            // The oracle has the mean by weight; a step divides by the number of samples.
            assertThat((double) step.gradients()[i]).as("%s, parameter %d", loss, i)
                    .isCloseTo(oracle.slope(i, H, loss, rows, targets, weights) * step.weight / rows.size(),
                            within(2e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void samplesCountByTheirWeights(Loss loss) {
        double[] weights = random(ROWS, 2);
        weights[4] = 0;
        Dataset data = Samples.classes(ROWS, 4, 3, 1).withSampleWeights(floats(weights));
        assertMatchesOracle(loss, data, weights, Step.of(LINEAR, loss, data));
    }

    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void classesCountByTheirWeightsToo(Loss loss) {
        double[] weights = random(ROWS, 3);
        double[] classWeights = {0.5, 3, 0};
        Dataset data = Samples.classes(ROWS, 4, 3, 1).withSampleWeights(floats(weights));
        Step step = Step.of(LINEAR, loss, data, floats(classWeights));
        for (int i = 0; i < ROWS; i++) {
            weights[i] *= classWeights[data.label(i)];
        }
        assertMatchesOracle(loss, data, weights, step);
        assertThat(Step.of(LINEAR, loss, Samples.classes(ROWS, 4, 3, 1), 1, 1, 1).weight).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void severalTargetsOfRegressionToo(Loss loss) {
        if (Samples.isForClasses(loss)) {
            return;
        }
        double[] weights = random(ROWS, 4);
        float[] values = Samples.uniform(ROWS * 4, new Random(5));
        float[] targets = Samples.uniform(ROWS * 3, new Random(6));
        Dataset data = Dataset.ofTargets("plane", 4, values, 3, targets).withSampleWeights(floats(weights));
        assertMatchesOracle(loss, data, weights, Step.of(LINEAR, loss, data));
    }

    /** Equal weights multiply gradients and losses; of 1 they change nothing, to the bit. */
    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void equalWeightsMultiply(Loss loss) {
        Dataset data = Samples.classes(ROWS, 4, 3, 1);
        Step plain = Step.of(LINEAR, loss, data);
        for (float weight : new float[]{1, 0.25f, 1024}) {
            float[] weights = new float[ROWS];
            Arrays.fill(weights, weight);
            Step weighted = Step.of(LINEAR, loss, data.withSampleWeights(weights));
            float[] expected = plain.gradients().clone();
            for (int i = 0; i < expected.length; i++) {
                expected[i] *= weight;
            }
            assertThat(weighted.gradients()).isEqualTo(expected);
            assertThat(weighted.sum).isEqualTo(plain.sum * weight);
        }
    }

    /** The gradient of a batch is the mean of those of its samples, each in a batch of its own. */
    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void aWeightMeansTheSameInEveryBatch(Loss loss) {
        double[] weights = random(ROWS, 7);
        Dataset data = Samples.classes(ROWS, 4, 3, 1).withSampleWeights(floats(weights));
        double[] sum = new double[LINEAR.parameterCount()];
        for (int row = 0; row < ROWS; row++) {
            float[] own = Step.of(LINEAR, loss, data.subset(row), 1, 2, 0.5f).gradients();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += own[i];
            }
        }
        float[] together = Step.of(LINEAR, loss, data, 1, 2, 0.5f).gradients();
        for (int i = 0; i < sum.length; i++) {
            assertThat((double) together[i]).isCloseTo(sum[i] / ROWS, within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void aBatchWithoutWeightMovesNothing(Loss loss) {
        Step step = Step.of(LINEAR, loss, Samples.classes(ROWS, 4, 3, 1)
                .withSampleWeights(new float[]{0, 0, 0, 0, 0, 0, 0, 0, 1})
                .take(8));
        assertThat(step.weight).isZero();
        assertThat(step.sum).isZero();
        for (float gradient : step.gradients()) {
            assertThat(gradient).isEqualTo(0f);
        }
    }

    /** The sum over a sample's outputs, and over a batch, may be beyond the floats where their mean is not. */
    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void theMeanIsFiniteWhereverItIsAFloat(Loss loss) {
        if (loss instanceof Loss.SoftmaxCrossEntropy) {
            return;
        }
        float size = loss instanceof Loss.MeanSquaredError ? 1.5e19f : 3e38f;
        float[] values = new float[ROWS * 4];
        Arrays.fill(values, size);
        float[] targets = new float[ROWS * 3];
        Network large = Network.input(4).add("dense:3").build(5);
        // The outputs are the first input, the same again, and 0.
        Arrays.fill(large.parameters(), 0f);
        large.parameters()[0] = 1f;
        large.parameters()[1] = 1f;
        Dataset data = Dataset.ofTargets("large", 4, values, 3, targets);
        Step step = Step.of(large, loss, data);
        double[] outputs = {size, size, 0};
        double expected = Arrays.stream(outputs).map(y -> largeLoss(loss, y)).sum() / 3;
        assertThat(step.mean()).isCloseTo(expected, withinPercentage(1e-3));
    }

    private static double largeLoss(Loss loss, double y) {
        return switch (loss) {
            case Loss.MeanSquaredError _ -> y * y;
            case Loss.Huber(float delta) -> y == 0 ? 0 : delta * (Math.abs(y) - delta / 2);
            // Against a target of 0.
            case Loss.BinaryCrossEntropy _ -> Math.max(y, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(y)));
            default -> Math.abs(y);
        };
    }

    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLoss")
    void wordsAndLossesAreTheSame(Loss loss) {
        assertThat(LossParser.parse(loss.spec())).isEqualTo(loss);
    }

    @Test
    void everyWordIsTested() {
        for (String word : LossParser.KNOWN.split(" ", -1)) {
            String name = word.replaceAll("\\[.*", "");
            assertThat(Samples.everyLoss()).extracting(loss -> loss.spec().replaceAll(":.*", ""))
                    .contains(name);
        }
        assertThat(List.of(LossParser.parse("huber:1"), LossParser.parse("cross-entropy:0")))
                .containsExactly(Loss.HUBER, Loss.SOFTMAX_CROSS_ENTROPY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "nothing | loss: \"nothing\" (expected one of: cross-entropy[:SMOOTHING] binary-cross-entropy mse mae huber[:DELTA])",
            "mse:2 | loss: \"mse:2\" (expected mse, which takes no argument)",
            "cross-entropy:1 | smoothing: 1.0 (expected >= 0 and < 1)",
            "cross-entropy:-0.1 | smoothing: -0.1 (expected >= 0 and < 1)",
            "cross-entropy: | smoothing: \"\" (expected a number such as 0.25)",
            "huber:0 | delta: 0.0 (expected a finite number above 0)",
            "huber:NaN | delta: \"NaN\" (expected a number such as 0.25)"})
    void refusesWordsThatAreNoLosses(String word, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> LossParser.parse(word)).withMessage(message);
    }
}
