package dev.lanewise.properties.corpus;

import static dev.lanewise.properties.corpus.Setup.deep;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Trainings that begin at or beside a saddle, with weights at zero or next to it, and trainings by plain SGD on checkerboards,
 * whose flat regions Adam leaves and SGD, at an ordinary rate, does not.
 */
final class PlateauRuns {
    private PlateauRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("near-zero-2-digits", "severe",
                        () -> digits(2, "dense:64 relu"),
                        setup -> setup.initializer("normal:0.0001")).inEveryBuild(),
                run("near-zero-1-digits", "moderate",
                        () -> digits(1, "dense:64 tanh").seed(2),
                        setup -> setup.initializer("normal:1e-8")),
                run("zero-digits", "severe",
                        () -> digits(1, "dense:64 leaky").seed(3),
                        setup -> setup.change(Planting.zero())).inEveryBuild(),
                run("zero-2-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 2000, 4), deep(2, "dense:32 tanh", 5))
                                .seed(4),
                        setup -> setup.change(Planting.zero())),
                run("near-zero-2-rings", "severe",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 2000, 5), deep(2, "dense:48 tanh", 3))
                                .optimizer(new Momentum(0.03f, 0.9f))
                                .epochs(20)
                                .seed(5),
                        setup -> setup.initializer("normal:0.001")),
                run("near-zero-1-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(6, 12, 1.2f, 2000, 6), "dense:64 leaky dense:6")
                                .optimizer(new Sgd(0.01f))
                                .seed(6),
                        setup -> setup.initializer("normal:1e-8")),
                run("checkerboard-4", "severe",
                        () -> Setup.of(CorpusData.checkerboard(4, 4000, 8), deep(2, "dense:64 tanh", 2))
                                .optimizer(new Adam(3e-3f))
                                .epochs(60)
                                .seed(8),
                        setup -> setup.optimizer(new Sgd(0.1f))),
                run("checkerboard-3", "moderate",
                        () -> Setup.of(CorpusData.checkerboard(3, 4000, 8), "dense:64 tanh dense:2")
                                .optimizer(new Adam(0.01f))
                                .epochs(44)
                                .seed(8),
                        setup -> setup.optimizer(new Sgd(0.1f))),
                run("near-zero-2-tanh-digits", "mild",
                        () -> digits(2, "dense:48 tanh").optimizer(new Momentum(0.01f, 0.9f)).seed(7),
                        setup -> setup.initializer("normal:0.01")));
    }

    private static Setup digits(int hidden, String layer) {
        return Setup.of(CorpusData.digits(3000), deep(hidden, layer, 10))
                .optimizer(new Sgd(0.05f))
                .epochs(12);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Setup> illness) {
        return PlantedRun.ill(Verdict.PLATEAU, "plateau-" + name, severity, sound, illness);
    }
}
