package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;

/** Sound trainings that end after one to three epochs, while both losses still fall steeply. */
final class UndertrainedRuns {
    private UndertrainedRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("sgd-2-digits", "moderate",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 relu dense:10")
                                .optimizer(new Sgd(0.05f)),
                        2).inEveryBuild(),
                run("adam-1-digits", "severe",
                        () -> Setup.of(CorpusData.digits(4000), "dense:128 relu dense:10")
                                .optimizer(new Adam(1e-3f))
                                .seed(2),
                        1),
                run("momentum-3-digits", "mild",
                        () -> Setup.of(CorpusData.digits(2000), "dense:64 tanh dense:10")
                                .batch(64)
                                .optimizer(new Momentum(0.01f, 0.9f))
                                .epochs(15)
                                .seed(3),
                        3).inEveryBuild(),
                run("adam-3-rings", "moderate",
                        () -> Setup
                                .of(CorpusData.rings(3, 0.15f, 2000, 4),
                                        "dense:48 relu dense:48 relu dense:3")
                                .optimizer(new Adam(1e-3f))
                                .epochs(25)
                                .seed(4),
                        3),
                run("sgd-2-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(8, 16, 1f, 2000, 5), "dense:48 relu dense:8")
                                .optimizer(new Sgd(0.03f))
                                .epochs(15)
                                .seed(5),
                        2),
                run("rmsprop-1-maxout-digits", "severe",
                        () -> Setup.of(CorpusData.digits(5000), "maxout:48x2 dense:10")
                                .batch(64)
                                .optimizer(new RmsProp(3e-4f))
                                .epochs(15)
                                .seed(6),
                        1));
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, int epochs) {
        return PlantedRun.ill(Verdict.UNDERTRAINED, "undertrained-" + name, severity, sound,
                setup -> setup.epochs(epochs));
    }
}
