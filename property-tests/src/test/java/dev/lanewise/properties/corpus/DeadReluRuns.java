package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.ExponentialDecay;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.nn.optim.Span;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** ReLUs that no sample reaches: by large negative biases, or after one step that was far too long. */
final class DeadReluRuns {
    private DeadReluRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("whole-layer-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 relu dense:10")
                                .optimizer(new Sgd(0.05f)),
                        setup -> setup.change(Planting.biases(0, -8f, 0))).inEveryBuild(),
                run("most-units-digits", "moderate",
                        () -> Setup.of(CorpusData.digits(3000), "dense:60 relu dense:32 relu dense:10")
                                .optimizer(new Sgd(0.05f))
                                .seed(2),
                        setup -> setup.change(Planting.biases(0, -8f, 20))).inEveryBuild(),
                run("second-layer-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 relu dense:64 relu dense:10")
                                .optimizer(new Adam(1e-3f))
                                .seed(3),
                        setup -> setup.change(Planting.biases(1, -20f, 0))),
                run("most-units-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(6, 16, 1f, 2000, 4), "dense:64 relu dense:6")
                                .optimizer(new Sgd(0.05f))
                                .seed(4),
                        setup -> setup.change(Planting.biases(0, -15f, 32))),
                run("first-step-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 relu dense:64 relu dense:10")
                                .optimizer(new Sgd(0.05f))
                                .seed(5),
                        DeadReluRuns::longFirstStep),
                run("third-layer-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 2000, 6),
                                "dense:48 relu dense:48 relu dense:48 relu dense:48 relu dense:5")
                                .optimizer(new Momentum(5e-3f, 0.9f))
                                .seed(6),
                        setup -> setup.change(Planting.biases(2, -25f, 0))));
    }

    /** The first step is at a rate of 25, those behind it at 0.05. */
    private static Setup longFirstStep(Setup setup) {
        return setup.optimizer(new Sgd(25f)).schedule(new ExponentialDecay(2e-3, Span.steps(1), 2e-3));
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Setup> illness) {
        return PlantedRun.ill(Verdict.DEAD_RELUS, "dead-relus-" + name, severity, sound, illness);
    }
}
