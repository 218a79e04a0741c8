package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;

/** Networks that are too small for their data: a few hidden units, or none where no line divides the classes. */
final class CapacityRuns {
    private CapacityRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("1-unit-digits", "severe", () -> digits(1), "dense:1 tanh dense:10").inEveryBuild(),
                run("2-units-digits", "severe", () -> digits(2), "dense:2 leaky dense:10"),
                run("3-units-digits", "moderate", () -> digits(3), "dense:3 tanh dense:10"),
                run("linear-rings", "severe",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 2000, 4),
                                "dense:48 relu dense:48 relu dense:3")
                                .optimizer(new Adam(3e-3f))
                                .epochs(25)
                                .seed(4),
                        "dense:3").inEveryBuild(),
                run("linear-xor", "severe",
                        () -> Setup
                                .of(CorpusData.checkerboard(2, 2000, 5),
                                        "dense:32 relu dense:32 relu dense:2")
                                .optimizer(new Adam(3e-3f))
                                .epochs(25)
                                .seed(5),
                        "dense:2"),
                run("3-units-checkerboard", "moderate",
                        () -> Setup.of(CorpusData.checkerboard(4, 3000, 6),
                                "dense:64 relu dense:64 relu dense:2")
                                .optimizer(new Adam(3e-3f))
                                .epochs(60)
                                .seed(6),
                        "dense:3 tanh dense:2"));
    }

    private static Setup digits(long seed) {
        return Setup.of(CorpusData.digits(4000), "dense:64 tanh dense:10")
                .optimizer(new Sgd(0.1f))
                .epochs(15)
                .seed(seed);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, String layers) {
        return PlantedRun.ill(Verdict.TOO_LITTLE_CAPACITY, "capacity-" + name, severity, sound,
                setup -> setup.layers(layers));
    }
}
