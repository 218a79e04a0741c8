package dev.lanewise.properties.corpus;

import static dev.lanewise.properties.corpus.Setup.deep;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Deep networks in which each layer shortens the gradient: sigmoids, or tanh with weights that are too small. */
final class VanishingRuns {
    private VanishingRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("sigmoid-6-digits", "severe",
                        () -> digits(6, "dense:64 relu").optimizer(new Sgd(0.05f)),
                        setup -> setup.layers(deep(6, "dense:64 sigmoid", 10))).inEveryBuild(),
                run("sigmoid-4-digits", "moderate",
                        () -> digits(4, "dense:96 relu").seed(2),
                        setup -> setup.layers(deep(4, "dense:96 sigmoid", 10))),
                run("sigmoid-10-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 2000, 3), deep(10, "dense:32 relu", 5))
                                .optimizer(new Sgd(0.05f))
                                .seed(3),
                        setup -> setup.layers(deep(10, "dense:32 sigmoid", 5))),
                run("sigmoid-5-momentum-digits", "severe",
                        () -> digits(5, "dense:48 relu").optimizer(new Momentum(4e-3f, 0.9f)).seed(4),
                        setup -> setup.layers(deep(5, "dense:48 sigmoid", 10))),
                run("tanh-small-weights-8-digits", "severe",
                        () -> digits(8, "dense:64 tanh").optimizer(new Sgd(0.05f)).seed(5),
                        setup -> setup.initializer("normal:0.03")).inEveryBuild(),
                run("tanh-small-weights-10-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 2000, 6), deep(10, "dense:48 tanh", 5))
                                .optimizer(new Sgd(0.05f))
                                .seed(6),
                        setup -> setup.initializer("normal:0.05")));
    }

    private static Setup digits(int hidden, String layer) {
        return Setup.of(CorpusData.digits(3000), deep(hidden, layer, 10)).epochs(12);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Setup> illness) {
        return PlantedRun.ill(Verdict.VANISHING_GRADIENT, "vanishing-" + name, severity, sound, illness);
    }
}
