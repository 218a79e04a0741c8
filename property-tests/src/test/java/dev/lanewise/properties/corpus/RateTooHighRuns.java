package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;

/** Ordinary networks, soundly initialised, with steps that are 10 to 300 times too long. */
final class RateTooHighRuns {
    private RateTooHighRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("sgd-5-tanh-digits", "severe",
                        () -> digits("dense:64 tanh dense:10").optimizer(new Sgd(0.05f)),
                        new Sgd(5f)).inEveryBuild(),
                run("sgd-2-leaky-digits", "severe",
                        () -> digits("dense:64 leaky:0.1 dense:10").optimizer(new Sgd(0.05f)).seed(2),
                        new Sgd(2f)),
                run("adam-0.3-tanh-digits", "moderate",
                        () -> digits("dense:64 tanh dense:10").optimizer(new Adam(1e-3f)).seed(3),
                        new Adam(0.3f)),
                run("adam-0.1-leaky-digits", "moderate",
                        () -> digits("dense:64 leaky:0.1 dense:32 leaky:0.1 dense:10")
                                .optimizer(new Adam(1e-3f))
                                .seed(4),
                        new Adam(0.1f)).inEveryBuild(),
                run("momentum-1-maxout-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(6, 16, 1.2f, 2000, 5), "maxout:32x2 dense:6")
                                .optimizer(new Momentum(0.01f, 0.9f))
                                .seed(5),
                        new Momentum(1f, 0.9f)),
                run("rmsprop-0.3-tanh-rings", "moderate",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 2000, 6),
                                "dense:48 tanh dense:48 tanh dense:3")
                                .optimizer(new RmsProp(2e-3f))
                                .epochs(20)
                                .seed(6),
                        new RmsProp(0.3f)));
    }

    private static Setup digits(String layers) {
        return Setup.of(CorpusData.digits(3000), layers);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, Optimizer optimizer) {
        return PlantedRun.ill(Verdict.LEARNING_RATE_TOO_HIGH, "rate-too-high-" + name, severity, sound,
                setup -> setup.optimizer(optimizer));
    }
}
