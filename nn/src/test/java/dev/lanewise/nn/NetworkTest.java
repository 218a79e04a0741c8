package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void tellsWhatItIs() {
        Network network = Network.input(784)
                .scaling(Scaling.bytes())
                .classNames(Samples.names(10))
                .dense(512)
                .relu()
                .add("dense:64 sigmoid")
                .dense(10)
                .build(42);
        assertThat(network.inputs()).isEqualTo(784);
        assertThat(network.outputs()).isEqualTo(10);
        assertThat(network.scaling()).isEqualTo(Scaling.bytes());
        assertThat(network.classNames()).isEqualTo(Samples.names(10)).isUnmodifiable();
        assertThat(network.layers())
                .containsExactly(new Dense(512), new ActivationLayer(Activation.RELU), new Dense(64),
                        new ActivationLayer(Activation.SIGMOID), new Dense(10))
                .isUnmodifiable();
        assertThat(network.spec()).isEqualTo("dense:512 relu dense:64 sigmoid dense:10");
        assertThat(network.parameterCount()).isEqualTo(435_402).isEqualTo(network.parameters().length);
        assertThat(List.of(network.offset(0), network.offset(1), network.offset(2), network.offset(3),
                network.offset(4))).containsExactly(0, 401_920, 401_920, 434_752, 434_752);
    }

    @Test
    void printsLayersShapesAndParameters() {
        Network network = Network.input(784).add("dense:512 relu dense:10").build(42);
        assertThat(network.toString().lines().map(String::stripTrailing)).containsExactly(
                "layer            output             parameters",
                "input            (batch, 784)",
                "dense:512        (batch, 512)          401,920",
                "relu             (batch, 512)                0",
                "dense:10         (batch, 10)             5,130",
                "total                                  407,050");
    }

    @Test
    void longWordsWidenTheirColumn() {
        Network network = Network.input(4).add("dropout:0.125:lecture dense:2").build(1);
        assertThat(network.toString().lines().map(String::stripTrailing)).containsExactly(
                "layer                 output             parameters",
                "input                 (batch, 4)",
                "dropout:0.125:lecture (batch, 4)                  0",
                "dense:2               (batch, 2)                 10",
                "total                                            10");
    }

    @Test
    void hasAMethodForEveryLayer() {
        Network network = Network.input(4)
                .dense(3)
                .tanh()
                .leakyRelu(0.2f)
                .prelu()
                .elu()
                .selu()
                .softplus()
                .gelu()
                .silu()
                .maxout(5, 2)
                .dropout(0.25f)
                .build(1);
        assertThat(network.spec()).isEqualTo(
                "dense:3 tanh leaky:0.2 prelu:shared elu:1 selu softplus gelu silu maxout:5x2 dropout:0.25");
    }

    @Test
    void laysOutSlopesAndPieces() {
        Network network = Network.input(4).add("prelu prelu:feature maxout:3x2 dropout:0.5 dense:1").build(1);
        assertThat(List.of(network.offset(1), network.offset(2), network.offset(3), network.offset(4),
                network.parameterCount())).containsExactly(1, 5, 35, 35, 39);
        assertThat(Arrays.copyOf(network.parameters(), 5)).containsOnly(0.25f);
        assertThat(network.layers().get(1).tensors(4))
                .containsExactly(new Layer.Tensor("slope", List.of(4)));
        assertThat(network.layers().get(2).tensors(4)).containsExactly(
                new Layer.Tensor("weight", List.of(4, 6)),
                new Layer.Tensor("bias", List.of(6)));
        assertThat(network.layers().get(2).outputs(4)).isEqualTo(3);
    }

    @Test
    void aBuilderCanBuildMoreThanOnce() {
        NetworkBuilder builder = Network.input(3).dense(4);
        Network first = builder.build(1);
        Network second = builder.relu().build(1);
        assertThat(first.spec()).isEqualTo("dense:4");
        assertThat(second.spec()).isEqualTo("dense:4 relu");
        assertThat(first.parameters()).isNotSameAs(second.parameters());
    }

    @Test
    void refusesWhatCannotBeANetwork() {
        assertRefused(() -> Network.input(0), "inputs: 0 (expected >= 1)");
        assertRefused(() -> Network.input(-5), "inputs: -5 (expected >= 1)");
        assertRefused(() -> Network.input(3).build(1), "layers: none (expected at least one)");
        assertRefused(() -> Network.input(3).dense(0), "units: 0 (expected >= 1)");
        assertRefused(() -> Network.input(3).dense(-1), "units: -1 (expected >= 1)");
        assertRefused(() -> Network.input(3).dense(4).classNames(Samples.names(5)).build(1),
                "layers: the last has 4 units (expected 5, one for each class)");
        Scaling two = Scaling.of(new float[2], new float[]{1, 1});
        assertRefused(() -> Network.input(3).scaling(two).dense(4).build(1),
                "scaling: per feature (2) (expected one for all or one for each of 3 inputs)");
    }

    @Test
    void refusesMoreParametersThanAnArrayHolds() {
        assertRefused(() -> Network.input(50_000).dense(50_000).build(1),
                "layers: 2500050000 parameters up to layer 1 (expected below 2^31)");
        assertRefused(() -> Network.input(1).dense(30_000).relu().dense(80_000).build(1),
                "layers: 2400140000 parameters up to layer 3 (expected below 2^31)");
        assertRefused(() -> Network.input(Integer.MAX_VALUE).dense(Integer.MAX_VALUE).build(1),
                "layers: 4611686016279904256 parameters up to layer 1 (expected below 2^31)");
    }
}
