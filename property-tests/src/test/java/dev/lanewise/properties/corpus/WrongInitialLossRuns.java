package dev.lanewise.properties.corpus;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The last layer begins far from a guess: with large biases or large weights, while all layers before are sound. */
final class WrongInitialLossRuns {
    private WrongInitialLossRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("biases-spread-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 tanh dense:10")
                                .optimizer(new Sgd(0.05f)),
                        Planting.lastBiasesSpread(15f)).inEveryBuild(),
                run("one-bias-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 leaky dense:10")
                                .optimizer(new Sgd(0.05f))
                                .epochs(8)
                                .seed(2),
                        Planting.lastBias(3, 30f)),
                run("weights-digits", "moderate",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 tanh dense:32 tanh dense:10")
                                .optimizer(new Adam(1e-3f))
                                .epochs(6)
                                .seed(3),
                        Planting.lastWeightsTimes(20f)),
                run("weights-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(6, 16, 1.2f, 2000, 4), "dense:48 tanh dense:6")
                                .optimizer(new Adam(1e-3f))
                                .epochs(8)
                                .seed(4),
                        Planting.lastWeightsTimes(30f)).inEveryBuild(),
                run("biases-spread-rings", "moderate",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 2000, 5),
                                "dense:48 relu dense:48 relu dense:3")
                                .optimizer(new Adam(2e-3f))
                                .epochs(12)
                                .seed(5),
                        Planting.lastBiasesSpread(12f)),
                run("one-bias-flowers", "moderate",
                        () -> Setup.of(CorpusData.flowers(600, 6), "dense:16 tanh dense:3")
                                .optimizer(new Sgd(0.05f))
                                .epochs(20)
                                .seed(6),
                        Planting.lastBias(1, 15f)));
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            Consumer<Network> change) {
        return PlantedRun.ill(Verdict.WRONG_INITIAL_LOSS, "wrong-initial-loss-" + name, severity, sound,
                setup -> setup.change(change));
    }
}
