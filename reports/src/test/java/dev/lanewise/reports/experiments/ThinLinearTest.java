package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinLinearTest {
    /** Two inputs, the units x0 + x1 and x0 - x1 - 4, and the output 2 h0 + 3 h1 + 1. */
    private static Network small(String activation) {
        Network network = Network.input(2)
                .scaling(Scaling.uniform(1f, 2f))
                .add("dense:2 " + activation + " dense:1")
                .build(1);
        float[] parameters = {1, 1, 1, -1, 0, -4, 2, 3, 1};
        System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
        return network;
    }

    @Test
    void inputsAreScaledAsTheNetworkDoes() {
        assertThat(new ThinNetwork(small("relu")).inputs(2f, 0.5f)).containsExactly(2, -1);
    }

    /** At (3, 1) the second unit is -2: what is left is 2 (x0 + x1) + 1. */
    @Test
    void theActiveUnitsMultiplyOut() {
        ThinNetwork network = new ThinNetwork(small("relu"));
        assertThat(network.active(3, 1)).containsExactly(List.of(true, false));
        assertThat(network.outputs(3, 1)).containsExactly(9);
        ThinMap map = network.tangent(3, 1);
        assertThat(map.apply(3, 1)).containsExactly(9);
        assertThat(map.apply(0, 0)).containsExactly(1);
        assertThat(map.apply(10, 0)).containsExactly(21);
        assertThat(network.outputs(10, 0)).containsExactly(39);
    }

    /** At (10, 0) both units are active: 2 (x0 + x1) + 3 (x0 - x1 - 4) + 1 = 5 x0 - x1 - 11. */
    @Test
    void anotherActiveSetHasAnotherMap() {
        ThinMap map = new ThinNetwork(small("relu")).tangent(10, 0);
        assertThat(map.apply(10, 0)).containsExactly(39);
        assertThat(map.apply(0, 0)).containsExactly(-11);
        assertThat(map.apply(1, 1)).containsExactly(-7);
    }

    @Test
    void aSigmoidNetworkTouchesItsTangentOnly() {
        ThinNetwork network = new ThinNetwork(small("sigmoid"));
        ThinMap map = network.tangent(0.5, 0.25);
        assertThat(map.apply(0.5, 0.25)[0]).isCloseTo(network.outputs(0.5, 0.25)[0], within(1e-14));
        assertThat(Math.abs(map.apply(1.5, 0.25)[0] - network.outputs(1.5, 0.25)[0])).isGreaterThan(0.01);
    }

    /** Two inputs and a bias: three operations, each off by 2^-24 of what it makes. */
    @Test
    void errorsOfOneLayerAreGammaTimesTheMagnitudes() {
        float[] parameters = {1, -2, 0.5f};
        ThinLayer layer = new ThinLayer(2, 1, parameters, 0);
        assertThat(layer.forward(new double[]{3, 1})).containsExactly(1.5);
        double gamma = 3 * 0x1p-24 / (1 - 3 * 0x1p-24);
        assertThat(layer.errors(new double[]{3, 1}, new double[2])[0]).isCloseTo(gamma * 5.5, within(1e-20));
        assertThat(layer.errors(new double[]{3, 1}, new double[]{0.1, 0})[0])
                .isCloseTo(gamma * 5.6 + 0.1, within(1e-15));
    }

    /** A map of other active units is told from rounding. */
    @Test
    void aWrongMapDoesNotAgree() {
        Network network = small("relu");
        ThinNetwork exact = new ThinNetwork(network);
        List<float[]> rows = List.of(new float[]{2.5f, 1.5f}); // (3, 1) behind the scaling
        ThinAgreement right = ThinAgreement.of(network, rows, List.of(exact.tangent(3, 1)), Workers.shared());
        ThinAgreement wrong = ThinAgreement.of(network, rows, List.of(exact.tangent(10, 0)),
                Workers.shared());
        assertThat(right.difference()).isZero();
        assertThat(right.isRounding()).isTrue();
        assertThat(wrong.difference()).isEqualTo(6);
        assertThat(wrong.isRounding()).isFalse();
    }

    @Test
    void otherLayersAreRefused() {
        Network network = Network.input(2).add("dense:2 tanh dense:1").build(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new ThinNetwork(network))
                .withMessage("layer: tanh (expected dense, relu or sigmoid)");
    }
}
