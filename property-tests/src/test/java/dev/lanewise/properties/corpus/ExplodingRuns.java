package dev.lanewise.properties.corpus;

import static dev.lanewise.properties.corpus.Setup.deep;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Deep networks whose initial weights are too large, so that each layer lengthens the gradient; the rate is ordinary. */
final class ExplodingRuns {
    private ExplodingRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("relu-8-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), deep(8, "dense:64 relu", 10))
                                .optimizer(new Sgd(0.01f))
                                .epochs(12),
                        setup -> setup.initializer("normal:0.5")).inEveryBuild(),
                run("relu-12-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 2000, 2), deep(12, "dense:64 relu", 5))
                                .optimizer(new Sgd(5e-3f))
                                .epochs(8)
                                .seed(2),
                        setup -> setup.initializer("normal:0.3")),
                run("leaky-10-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(8, 24, 1f, 2000, 3), deep(10, "dense:48 leaky", 8))
                                .optimizer(new Sgd(5e-3f))
                                .epochs(10)
                                .seed(3),
                        setup -> setup.initializer("normal:1")),
                run("relu-10-digits", "moderate",
                        () -> Setup.of(CorpusData.digits(4000), deep(10, "dense:96 relu", 10))
                                .optimizer(new Sgd(5e-3f))
                                .epochs(12)
                                .seed(6),
                        setup -> setup.initializer("normal:0.25")),
                run("relu-12-digits", "mild",
                        () -> Setup.of(CorpusData.digits(4000), deep(12, "dense:64 relu", 10))
                                .optimizer(new Sgd(5e-3f))
                                .epochs(12)
                                .seed(8),
                        setup -> setup.initializer("normal:0.22")),
                run("leaky-14-rings", "moderate",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 2000, 7), deep(14, "dense:32 leaky", 3))
                                .optimizer(new Sgd(5e-3f))
                                .epochs(30)
                                .seed(7),
                        setup -> setup.initializer("normal:0.45")),
                run("tanh-20-digits", "moderate",
                        () -> Setup.of(CorpusData.digits(3000), deep(20, "dense:64 tanh", 10))
                                .optimizer(new Sgd(0.02f))
                                .epochs(12)
                                .seed(4),
                        setup -> setup.initializer("normal:0.5").change(lastWeights())).inEveryBuild(),
                run("tanh-16-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 3000, 5), deep(16, "dense:48 tanh", 5))
                                .optimizer(new Momentum(0.005f, 0.9f))
                                .epochs(12)
                                .seed(5),
                        setup -> setup.initializer("normal:0.6").change(lastWeights())));
    }

    /** The last layer's weights made small again, so that the loss begins at that of a guess. */
    private static Consumer<Network> lastWeights() {
        return Planting.lastWeightsTimes(0.2f);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Setup> illness) {
        return PlantedRun.ill(Verdict.EXPLODING_GRADIENT, "exploding-" + name, severity, sound, illness);
    }
}
