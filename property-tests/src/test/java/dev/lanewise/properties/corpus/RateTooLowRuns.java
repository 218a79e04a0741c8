package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;

/** Ordinary networks with steps that are 50 to 1000 times too short. */
final class RateTooLowRuns {
    private RateTooLowRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("sgd-1e-4-digits", "severe", () -> digits("dense:128 relu dense:10"),
                        new Sgd(1e-4f)).inEveryBuild(),
                run("sgd-1e-3-digits", "moderate", () -> digits("dense:64 tanh dense:10").seed(2),
                        new Sgd(1e-3f)),
                run("adam-1e-6-digits", "severe",
                        () -> digits("dense:64 relu dense:32 relu dense:10").optimizer(new Adam(1e-3f))
                                .seed(3),
                        new Adam(1e-6f)).inEveryBuild(),
                run("momentum-3e-5-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(6, 16, 1.2f, 2000, 4), "dense:48 relu dense:6")
                                .optimizer(new Momentum(0.01f, 0.9f))
                                .epochs(15)
                                .seed(4),
                        new Momentum(3e-5f, 0.9f)),
                run("rmsprop-3e-6-rings", "severe",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 2000, 5),
                                "dense:48 leaky dense:48 leaky dense:3")
                                .optimizer(new RmsProp(2e-3f))
                                .epochs(20)
                                .seed(5),
                        new RmsProp(3e-6f)),
                run("adam-1e-5-maxout-digits", "moderate", () -> digits("maxout:32x3 dense:10")
                        .optimizer(new Adam(1e-3f))
                        .seed(6),
                        new Adam(1e-5f)));
    }

    private static Setup digits(String layers) {
        return Setup.of(CorpusData.digits(3000), layers).epochs(15);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, Optimizer optimizer) {
        return PlantedRun.ill(Verdict.LEARNING_RATE_TOO_LOW, "rate-too-low-" + name, severity, sound,
                setup -> setup.optimizer(optimizer));
    }
}
