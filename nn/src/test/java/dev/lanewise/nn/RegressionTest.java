package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Adam;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionTest {
    private static final int FEATURES = 3;
    /** Half the width of the uniform noise on the targets; its variance is a third of the square. */
    private static final double NOISE = 0.3;

    /** Two targets of three features in [-1, 1): partly linear, partly not, with noise, in units of their own. */
    private static Dataset curves(int rows, float unit) {
        RandomStream random = new RandomStream(11, 0);
        float[] x = new float[rows * FEATURES];
        float[] y = new float[rows * 2];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < FEATURES; j++) {
                x[i * FEATURES + j] = random.nextFloat(-1, 1);
            }
            double a = x[i * FEATURES];
            double b = x[i * FEATURES + 1];
            double c = x[i * FEATURES + 2];
            float noise = random.nextFloat(-(float) NOISE, (float) NOISE);
            y[2 * i] = unit * (float) (40 + 2 * a - 3 * b + noise);
            y[2 * i + 1] = unit * (float) (Math.sin(3 * a) + b * c + noise);
        }
        return Dataset.ofTargets("curves", FEATURES, x, 2, y).withTargetNames(List.of("plane", "wave"));
    }

    private static Network network(Dataset train) {
        return Network.input(FEATURES)
                .scaling(Scaling.standardize(train))
                .targetScaling(TargetScaling.standardize(train))
                .targetNames(train.targetNames())
                .add("dense:32 tanh dense:2")
                .build(1);
    }

    private static Trainer trainer(Network network) {
        return Trainer.of(network).optimizer(new Adam(0.01f)).batchSize(32);
    }

    private static float[] predictions(Network network, Dataset data) {
        float[] rows = new float[data.size() * FEATURES];
        data.gather(TrainingRun.ascending(data.size()), 0, data.size(), rows);
        float[] out = new float[data.size() * 2];
        new Predictor(network, data.size(), Workers.of(1)).outputs(data.size(), rows, out);
        return out;
    }

    /** The errors left over are those of the noise, which nothing can predict. */
    @ParameterizedTest
    @ValueSource(strings = {"mse", "mae", "huber", "huber:0.5"})
    void learnsAllButTheNoise(String loss) {
        Split data = curves(2_000, 1).split(0.25, 1);
        Network network = network(data.train());
        Trainer trainer = trainer(network).epochs(60).loss(LossParser.parse(loss));
        trainer.fit(data.train());
        Evaluation result = trainer.evaluate(data.test());
        double noise = NOISE / Math.sqrt(3);
        for (TargetScore score : result.targets()) {
            assertThat(score.rmse()).isBetween(0.8 * noise, 1.4 * noise);
            assertThat(score.r2()).isBetween(0.9, 1.0);
        }
    }

    /** Each score against its formula, straight from the predictions in the targets' own units. */
    @Test
    void scoresAreThoseOfThePredictionsInTheUnitsOfTheTargets() {
        Dataset data = curves(700, 1000);
        Network network = network(data);
        trainer(network).epochs(2).loss(Loss.HUBER).fit(data);
        Evaluation result = Trainer.of(network).loss(Loss.MEAN_SQUARED_ERROR).evaluate(data);
        float[] predictions = predictions(network, data);
        double loss = 0;
        assertThat(result.targets()).hasSize(2);
        for (int j = 0; j < 2; j++) {
            double[] sums = sums(data, predictions, j);
            TargetScore score = result.targets().get(j);
            assertThat(score.rmse()).isCloseTo(Math.sqrt(sums[0] / 700), within(1e-9 * score.rmse()));
            assertThat(score.mae()).isCloseTo(sums[1] / 700, within(1e-9 * score.mae()));
            assertThat(score.r2()).isCloseTo(1 - sums[0] / sums[2], within(1e-9));
            float deviation = network.targetScaling().deviation()[j];
            loss += sums[0] / 700 / deviation / deviation / 2;
        }
        // Targets and outputs as trained on are floats of about 1, rounded.
        assertThat(result.loss()).isCloseTo(loss, within(1e-5 * loss));
        assertThat(result.accuracy()).isNaN();
        List<TargetScore> scores = result.targets();
        assertThat(result.r2()).isCloseTo((scores.get(0).r2() + scores.get(1).r2()) / 2, within(1e-9));
        assertThat(result.mae()).isCloseTo((scores.get(0).mae() + scores.get(1).mae()) / 2, within(1e-9));
        assertThat(result.rmse()).isCloseTo(
                Math.hypot(scores.get(0).rmse(), scores.get(1).rmse()) / Math.sqrt(2), within(1e-9));
    }

    /** Sums over rows: squared errors, absolute errors, squared distances of the targets from their mean. */
    private static double[] sums(Dataset data, float[] predictions, int output) {
        double mean = 0;
        for (int i = 0; i < data.size(); i++) {
            mean += data.target(i, output) / (double) data.size();
        }
        double[] sums = new double[3];
        for (int i = 0; i < data.size(); i++) {
            double error = (double) predictions[2 * i + output] - data.target(i, output);
            double distance = data.target(i, output) - mean;
            sums[0] += error * error;
            sums[1] += Math.abs(error);
            sums[2] += distance * distance;
        }
        return sums;
    }

    /** Metres or kilometres: with units that are powers of two every bit of the training is the same. */
    @ParameterizedTest
    @ValueSource(floats = {1024, 0.5f, 0x1p-20f})
    void theUnitOfTheTargetsDoesNotShow(float unit) {
        Dataset one = curves(300, 1);
        Dataset other = curves(300, unit);
        Network expected = network(one);
        Network network = network(other);
        trainer(expected).epochs(3).loss(Loss.MEAN_SQUARED_ERROR).fit(one);
        trainer(network).epochs(3).loss(Loss.MEAN_SQUARED_ERROR).fit(other);
        assertThat(network.parameters()).containsExactly(expected.parameters());
        float[] predictions = predictions(network, other);
        float[] scaled = predictions(expected, one);
        for (int i = 0; i < scaled.length; i++) {
            assertThat(predictions[i]).isEqualTo(scaled[i] * unit);
        }
    }

    @Test
    void standardizesByMeanAndDeviation() {
        Dataset data = Dataset.ofTargets("t", 1, new float[4], 2, new float[]{1, 7, 3, 7, 5, 7, 7, 7});
        TargetScaling scaling = TargetScaling.standardize(data);
        assertThat(scaling.mean()).containsExactly(4, 7);
        assertThat(scaling.deviation()).containsExactly((float) Math.sqrt(5), 1);
        float[] targets = {1, 7, 6, 8};
        scaling.apply(2, targets);
        float root = (float) Math.sqrt(5);
        assertThat(targets).containsExactly(-3 / root, 0, 2 / root, 1);
        scaling.restore(2, targets);
        assertThat(targets).containsExactly(new float[]{1, 7, 6, 8}, within(1e-6f));
        float[] plain = {1, 2};
        TargetScaling.none().apply(2, plain);
        TargetScaling.none().restore(2, plain);
        assertThat(plain).containsExactly(1, 2);
    }

    @Test
    void equalTargetsHaveNoR2() {
        Dataset flat = Dataset.ofTargets("flat", 1, new float[]{1, 2}, new float[]{3, 3});
        Evaluation result = Trainer.of(Network.input(1).dense(1).build(1))
                .loss(Loss.MEAN_SQUARED_ERROR)
                .evaluate(flat);
        assertThat(result.r2()).isNaN();
        assertThat(result.rmse()).isPositive();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void refusesNamesThatDoNotFit() {
        Dataset data = curves(10, 1);
        assertRefused(() -> data.withTargetNames(List.of("a")),
                "targetNames: 1 (expected one for each of 2 targets, or none)");
        assertRefused(() -> data.withTargetNames(List.of("a", "a")),
                "targetNames: \"a\" occurs twice (expected distinct names)");
        assertRefused(() -> Network.input(1).dense(2).targetNames(List.of("a")).build(1),
                "layers: the last has 2 units (expected 1, one for each target)");
        assertRefused(() -> Network.input(1).dense(2).targetNames(List.of("a", "a")).build(1),
                "target names: [a, a] (expected distinct names)");
        assertRefused(
                () -> Network.input(1).dense(1).classNames(List.of("a")).targetNames(List.of("a")).build(1),
                "target names: [a] (expected none for a network with classes)");
        Network swapped = Network.input(FEATURES).dense(2).targetNames(List.of("wave", "plane")).build(1);
        assertRefused(() -> trainer(swapped).loss(Loss.HUBER).fit(data),
                "training data: targets [plane, wave] (expected [wave, plane], the network's)");
        assertRefused(() -> trainer(swapped).fit(Samples.classes(10, FEATURES, 2, 1)),
                "target names: [wave, plane] (expected none for data with classes)");
        trainer(swapped).loss(Loss.HUBER).check(data.withTargetNames(List.of()), null);
    }

    @Test
    void refusesScalingsThatAreNone() {
        assertRefused(() -> TargetScaling.of(new float[1], new float[2]),
                "target scaling: 1 means and 2 deviations (expected equal, >= 1)");
        assertRefused(() -> TargetScaling.of(new float[0], new float[0]),
                "target scaling: 0 means and 0 deviations (expected equal, >= 1)");
        for (float wrong : new float[]{0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertRefused(() -> TargetScaling.of(new float[2], new float[]{1, wrong}),
                    "target scaling: output 1 has mean 0.0 and deviation " + wrong
                            + " (expected finite numbers, the deviation above 0)");
        }
        Dataset classes = Samples.classes(3, 2, 2, 1);
        assertRefused(() -> TargetScaling.standardize(classes),
                "data: " + classes + " (expected rows with targets to standardize by)");
    }
}
