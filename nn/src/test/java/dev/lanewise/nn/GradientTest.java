package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Back-propagation against central differences of {@link DoubleNetwork}. A new layer needs a line in the oracle and a
 * line in the table.
 *
 * <p>Tolerance: features, weights and targets are of order 1 and each sample counts 1/batch, so that all terms of a sum
 * add up to order 1 at most. Every float operation on the way errs by at most u = 2^-24 of that; the way has fewer
 * than {@code roundings} of them (the longest chain of every product, forward and backward, and some for the
 * element-wise functions). The oracle's own error, h^2 by truncation and 2^-53 / h by rounding, is below 1e-9.
 */
class GradientTest {
    private static final double H = 1e-5;
    private static final double UNIT_ROUNDOFF = 0x1p-24;
    /** A hundred times the farthest that a step of H moves a pre-activation here. */
    private static final double CLEAR_OF_KINKS = 1e-3;
    /** Of the masks. */
    private static final long SEED = 0x123456789L;
    private static final long STEP = (1L << 33) + 7;
    /** More room than rows, as in the last batch of an epoch. */
    private static final int SPARE_ROWS = 3;

    /** One forward and backward pass, and what it is compared with. */
    private record Run(Network network, Loss loss, Dataset data, Workspace workspace, double meanLoss) {
        List<double[]> targets() {
            List<double[]> targets = new ArrayList<>();
            for (int i = 0; i < data.size(); i++) {
                targets.add(Samples.target(data, i));
            }
            return targets;
        }

        double tolerance() {
            int roundings = data.size() + 16;
            int width = network.inputs();
            for (Layer layer : network.layers()) {
                roundings += 2 * layer.outputs(width) + width + 16;
                width = layer.outputs(width);
            }
            return roundings * UNIT_ROUNDOFF;
        }
    }

    private static Run run(Network network, Loss loss, Dataset data) {
        Workspace workspace = new Workspace(network, data.size() + SPARE_ROWS, Workers.of(1), true);
        LossPass lossPass = new LossPass(loss, workspace, network.outputs());
        double sum = new Evaluator(network, workspace, lossPass).forward(data,
                TrainingRun.ascending(data.size()), 0, data.size(), SEED, 1, STEP);
        lossPass.backward();
        workspace.backward();
        return new Run(network, loss, data, workspace, sum / lossPass.weight());
    }

    /** Classes, but regression targets if the network has one output and the loss is made for them. */
    private static Run runAwayFromKinks(int inputs, String layers, int batch, Loss loss) {
        for (int seed = 1; seed <= 500; seed++) {
            Network network = Network.input(inputs)
                    .scaling(Scaling.uniform(0.25f, 1.5f))
                    .add(layers)
                    .build(seed);
            perturbBiases(network, seed);
            Dataset data = network.outputs() == 1 && !Samples.isForClasses(loss)
                    ? Samples.targets(batch, inputs, seed)
                    : Samples.classes(batch, inputs, network.outputs(), seed);
            DoubleNetwork oracle = new DoubleNetwork(network, SEED, STEP);
            List<float[]> rows = Samples.rows(data);
            if (IntStream.range(0, batch)
                    .allMatch(i -> oracle.kinkDistance(rows.get(i), i) > CLEAR_OF_KINKS
                            && DoubleLoss.kinkDistance(loss, oracle.outputs(rows.get(i), i),
                                    Samples.target(data, i)) > CLEAR_OF_KINKS)) {
                return run(network, loss, data);
            }
        }
        throw new AssertionError("no seed keeps every sample away from kinks");
    }

    /** Biases begin at zero, where a mistake in them could not be seen. */
    private static void perturbBiases(Network network, long seed) {
        float[] noise = Samples.uniform(network.parameterCount(), new Random(seed));
        for (int i = 0; i < noise.length; i++) {
            network.parameters()[i] += 0.1f * noise[i];
        }
    }

    @ParameterizedTest
    @CsvSource({
            // inputs, layers, batch
            "3, dense:1, 1", "1, dense:1, 5", "4, dense:3, 7", "17, dense:9, 33", "5, dense:4 dense:3, 6",
            "3, dense:1 relu dense:1, 1", "6, dense:8 relu dense:3, 5",
            "9, dense:17 relu dense:5 relu dense:2, 33",
            "3, dense:1 sigmoid dense:1, 1", "6, dense:8 sigmoid dense:3, 5",
            "9, dense:17 sigmoid dense:4, 33",
            "5, relu dense:3, 4", "5, sigmoid dense:3, 4", "4, dense:6 relu, 5", "4, dense:5 sigmoid, 5",
            "4, dense:5 sigmoid relu dense:2, 5", "4, dense:5 relu sigmoid dense:2, 5",
            "7, dense:6 relu dense:5 sigmoid dense:4 relu dense:3, 8", "70, dense:65 relu dense:10, 3",
            "1, maxout:1x2, 1", "4, maxout:3x2, 7", "5, maxout:17x3 maxout:3x16, 9",
            "3, prelu prelu:feature, 4",
            "70, dense:66 prelu dense:2, 3", "70, dense:66 prelu:feature dense:2, 3",
            "9, dropout:0.5 maxout:66x2 dropout:0.3 dense:3, 5", "4, dropout:0 dropout:0.9:lecture, 5",
            "4, dense:300 dropout:0.1 dense:2, 3"})
    void gradientsAreSlopesOfTheLoss(int inputs, String layers, int batch) {
        for (Loss loss : Samples.everyLoss()) {
            assertGradients(runAwayFromKinks(inputs, layers, batch, loss));
        }
    }

    /** In front of dense layers, behind them and between, and behind a layer that it is not fused with. */
    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLayer")
    void everyLayersGradientsAreSlopesOfTheLoss(String word) {
        for (String layers : List.of("%s dense:3", "dense:4 %s", "dense:9 %s dense:3",
                "dense:5 tanh %s %s")) {
            for (Loss loss : List.of(Loss.SOFTMAX_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR)) {
                assertGradients(runAwayFromKinks(6, layers.replace("%s", word), 5, loss));
            }
        }
    }

    private static void assertGradients(Run run) {
        DoubleNetwork oracle = new DoubleNetwork(run.network, SEED, STEP);
        List<float[]> rows = Samples.rows(run.data);
        List<double[]> targets = run.targets();
        for (int i = 0; i < run.network.parameterCount(); i++) {
            assertThat((double) run.workspace.gradients()[i])
                    .as("%s, parameter %d of %s", run.loss, i, run.network.spec())
                    .isCloseTo(oracle.slope(i, H, run.loss, rows, targets), within(run.tolerance()));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, dense:1, 1", "6, dense:8 relu dense:3, 5", "9, dense:17 sigmoid dense:4, 33",
            "7, dense:6 relu dense:5 sigmoid dense:4 relu dense:3, 8", "70, dense:65 relu dense:1, 3",
            "9, dropout:0.4 maxout:17x5 dropout:0.5:lecture dense:4, 33",
            "6, dense:8 gelu dense:8 elu:0.5 dense:8 selu dense:8 prelu:feature dense:8 silu dense:3, 5"})
    void oracleAndNetworkAgreeOnOutputsAndLoss(int inputs, String layers, int batch) {
        for (Loss loss : Samples.everyLoss()) {
            Run run = runAwayFromKinks(inputs, layers, batch, loss);
            DoubleNetwork oracle = new DoubleNetwork(run.network, SEED, STEP);
            List<float[]> rows = Samples.rows(run.data);
            assertThat(run.meanLoss).isCloseTo(oracle.loss(loss, rows, run.targets()),
                    within(run.tolerance()));
            int outputs = run.network.outputs();
            for (int i = 0; i < batch; i++) {
                double[] y = oracle.outputs(rows.get(i), i);
                for (int j = 0; j < outputs; j++) {
                    assertThat((double) run.workspace.outputs()[i * outputs + j]).isCloseTo(y[j],
                            within(run.tolerance()));
                }
            }
        }
    }

    /** The definition at the kink: 1 at z = 0, 0 below, however little. */
    @Test
    void reluPassesTheGradientAtZeroAndStopsItBelow() {
        Network network = Network.input(1).add("dense:4 relu dense:1").build(1);
        float[] parameters = {0, 0, 0, 0, 0, -0f, -Float.MIN_VALUE, Float.MIN_VALUE, 1, 1, 1, 1, 0};
        System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
        Dataset data = Dataset.ofTargets("one", 1, new float[]{3}, new float[]{1});

        Run run = run(network, Loss.MEAN_SQUARED_ERROR, data);
        assertThat(run.workspace.outputs()[0]).isEqualTo(Float.MIN_VALUE);
        float dy = 2 * (Float.MIN_VALUE - 1);
        assertThat(run.workspace.gradients()).containsExactly(3 * dy, 3 * dy, 0, 3 * dy, dy, dy, 0, dy, 0, 0,
                0,
                dy * Float.MIN_VALUE, dy);
    }

    /** The layer on its own, not fused with a dense layer before it. */
    @Test
    void unfusedReluHasTheSameDerivative() {
        Network network = Network.input(4).add("sigmoid relu").build(1);
        Workspace workspace = new Workspace(network, 1, Workers.of(1), true);
        Pass pass = new Pass(workspace, 0, 4, 4, new float[]{0, -0f, -Float.MIN_VALUE, 2}, new float[4],
                new float[4], new float[]{5, 6, 7, 8}, new int[0]);
        workspace.forward(1);
        new ActivationLayer(Activation.RELU).forward(pass);
        new ActivationLayer(Activation.RELU).backward(pass);
        assertThat(pass.y()).containsExactly(0, -0f, 0, 2);
        assertThat(pass.dx()).containsExactly(5, 6, 0, 8);
    }
}
