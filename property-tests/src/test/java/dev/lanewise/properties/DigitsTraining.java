package dev.lanewise.properties;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.io.WeightsDigest;
import java.util.List;

/**
 * A program for {@link ChildJvm}: trains on digits with the number of threads given and prints the backend, its width
 * and the fingerprint of the weights, once for each network and loss.
 */
final class DigitsTraining {
    /** Every word that the layers have, and every form of it. */
    static final String EVERY_LAYER = "dropout:0.125 dense:17 relu dropout:0.25 maxout:17x3 dense:16 leaky dense:15 "
            + "leaky:0.3 prelu dense:17 prelu:feature dense:16 elu dense:15 elu:0.5 dense:17 selu dense:16 softplus dense:17 "
            + "gelu dense:17 gelu_tanh dense:16 silu dense:17 tanh dropout:0.25:lecture dense:33 sigmoid identity dense:10";

    private DigitsTraining() {
    }

    /** Arguments: {@code small} or {@code tiny} (for a JVM that hardly compiles), and the number of threads. */
    public static void main(String... arguments) {
        boolean tiny = arguments[0].equals("tiny");
        Dataset digits = Digits.generate(tiny ? 20 : 1_000, 7);
        List<String> networks = List.of(
                tiny ? "dense:17 relu dense:9 sigmoid dense:10" : "dense:64 relu dense:32 sigmoid dense:10",
                EVERY_LAYER);
        Capabilities capabilities = Capabilities.current();
        System.out.println(capabilities.backend() + " " + capabilities.vectorBits());
        try (Workers workers = Workers.of(Integer.parseInt(arguments[1]))) {
            for (String layers : networks) {
                for (Loss loss : List.of(Loss.SOFTMAX_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR)) {
                    System.out.println(loss.spec() + " "
                            + WeightsDigest.sha256(train(layers, loss, tiny, digits, workers)));
                }
            }
        }
    }

    private static Network train(String layers, Loss loss, boolean tiny, Dataset digits, Workers workers) {
        Network network = Network.input(28 * 28).scaling(Scaling.bytes()).add(layers).build(42);
        Trainer.of(network).loss(loss).workers(workers).epochs(tiny ? 1 : 2).batchSize(48).fit(digits);
        return network;
    }
}
