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

/**
 * A program for {@link ChildJvm}: trains on digits with the number of threads given and prints the backend, its width
 * and the fingerprint of the weights, once for each loss.
 */
final class DigitsTraining {
    private DigitsTraining() {
    }

    /** Arguments: {@code small} or {@code tiny} (for a JVM that hardly compiles), and the number of threads. */
    public static void main(String... arguments) {
        boolean tiny = arguments[0].equals("tiny");
        Dataset digits = Digits.generate(tiny ? 20 : 1_000, 7);
        String layers = tiny
                ? "dense:17 relu dense:9 sigmoid dense:10"
                : "dense:64 relu dense:32 sigmoid dense:10";
        Capabilities capabilities = Capabilities.current();
        System.out.println(capabilities.backend() + " " + capabilities.vectorBits());
        try (Workers workers = Workers.of(Integer.parseInt(arguments[1]))) {
            for (Loss loss : Loss.values()) {
                Network network = Network.input(28 * 28).scaling(Scaling.bytes()).add(layers).build(42);
                Trainer.of(network)
                        .loss(loss)
                        .workers(workers)
                        .epochs(tiny ? 1 : 2)
                        .batchSize(48)
                        .fit(digits);
                System.out.println(loss + " " + WeightsDigest.sha256(network));
            }
        }
    }
}
