package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers that are not finite are planted in one place of a network and looked for. */
class DivergenceTest {
    private static final int BATCH = 3;

    private final Network network = Network.input(2).add("dense:4 relu dense:5 relu dense:2").build(3);
    private final Workspace workspace = new Workspace(network, BATCH + 1, Workers.of(1), true);
    private final Divergence divergence = new Divergence(network, workspace);

    private TrainingDivergedException locate(float... inputs) {
        // What lies behind the batch counts for nothing.
        Arrays.fill(workspace.inputs(), Float.NaN);
        System.arraycopy(inputs, 0, workspace.inputs(), 0, inputs.length);
        workspace.forward(BATCH, 1, 1);
        return divergence.locate(2, 57, Double.NaN, 0.5f);
    }

    private TrainingDivergedException locate() {
        return locate(1, 2, 3, 4, 5, 6);
    }

    @Test
    void inputs() {
        TrainingDivergedException found = locate(1, 2, 3, Float.NaN, 5, Float.POSITIVE_INFINITY);
        assertThat(found)
                .hasMessage("training diverged: loss NaN in epoch 2, step 57; inputs: 1 of 6 values are NaN "
                        + "and 1 infinite, the first in row 1 of the batch, feature 1 (both from 0)");
        assertThat(found.layer()).isEqualTo(-1);
        assertThat(found.epoch()).isEqualTo(2);
        assertThat(found.step()).isEqualTo(57);
    }

    @Test
    void outputsThatOverflow() {
        TrainingDivergedException found = locate(1, 2, 3, 4, Float.MAX_VALUE, -Float.MAX_VALUE);
        assertThat(found.layer()).isZero();
        assertThat(found.reason())
                .isEqualTo("2 of 12 outputs are infinite though its inputs and parameters are "
                        + "finite, probably because activations explode at learning rate 0.5: the largest finite magnitudes "
                        + "are 3.40e+38 of the inputs, 1.12e+38 behind layer 0 (dense:4)");
    }

    @Test
    void outputsThatOverflowSinceTheWeightsHaveGrown() {
        network.parameters()[network.offset(2)] = 3e38f;
        network.parameters()[0] = 1e5f;
        network.parameters()[4] = 1e5f;
        TrainingDivergedException found = locate();
        assertThat(found.layer()).isEqualTo(2);
        assertThat(found.reason())
                .isEqualTo("3 of 15 outputs are infinite though its inputs and parameters are "
                        + "finite, probably because the learning rate 0.5 is too high: the norm of the parameters of layer 2 "
                        + "(dense:5) has grown from 3.37 to 3.00e+38");
    }

    @Test
    void parametersOfTheFirstLayerThatHasSome() {
        network.parameters()[network.offset(2) + 1] = Float.NaN;
        network.parameters()[network.offset(4)] = Float.NaN;
        workspace.gradients()[network.offset(2) + 1] = Float.NEGATIVE_INFINITY;
        TrainingDivergedException found = locate();
        assertThat(found.layer()).isEqualTo(2);
        assertThat(found.reason())
                .startsWith("1 of 25 parameters is NaN since the last update; its latest gradients "
                        + "are not finite either (1 of 25 elements is infinite); probably because activations explode");
    }

    /** An infinite weight that a ReLU turns into 0. */
    @Test
    void parametersThatNoOutputShows() {
        network.parameters()[0] = Float.NEGATIVE_INFINITY;
        workspace.gradients()[0] = 1e30f;
        TrainingDivergedException found = locate();
        assertThat(found.layer()).isZero();
        assertThat(found.reason()).startsWith(
                "1 of 12 parameters is infinite since the last update; its latest gradients have norm 1.00e+30; ");
    }

    @Test
    void gradients() {
        workspace.gradients()[network.offset(4)] = Float.NaN;
        TrainingDivergedException found = locate();
        assertThat(found.layer()).isEqualTo(4);
        assertThat(found.reason())
                .startsWith("1 of 12 gradients is NaN, probably because activations explode at "
                        + "learning rate 0.5: the largest finite magnitudes are 6.00 of the inputs, ");
    }

    @Test
    void theLossItself() {
        TrainingDivergedException found = locate();
        assertThat(found.layer()).isEqualTo(5);
        assertThat(found)
                .hasMessageStartingWith("training diverged: loss NaN in epoch 2, step 57; loss: not finite "
                        + "though all outputs are: a target is not, or the loss overflows, probably because ");
    }

    /** Gradient descent on squares, far beyond 2 / the greatest curvature. */
    @Test
    void aLearningRateThatIsTooHighIsBlamed() {
        Network linear = Network.input(3).add("dense:4 dense:1").build(1);
        Dataset data = Samples.targets(8, 3, 1);
        Workspace buffers = new Workspace(linear, 8, Workers.of(1), true);
        LossPass loss = new LossPass(Loss.MEAN_SQUARED_ERROR, buffers, 1);
        Evaluator evaluator = new Evaluator(linear, buffers, loss);
        Divergence watch = new Divergence(linear, buffers);
        for (int step = 1; step <= 100; step++) {
            double sum = evaluator.forward(data, TrainingRun.ascending(8), 0, 8, 1, 1, step);
            if (!Double.isFinite(sum)) {
                assertThat(watch.locate(1, step, sum, 50f).reason())
                        .contains("probably because the learning rate 50 is "
                                + "too high: the norm of the parameters of layer ");
                return;
            }
            loss.backward();
            buffers.backward();
            for (int i = 0; i < linear.parameterCount(); i++) {
                linear.parameters()[i] -= 50 * buffers.gradients()[i];
            }
        }
        throw new AssertionError("did not diverge");
    }
}
