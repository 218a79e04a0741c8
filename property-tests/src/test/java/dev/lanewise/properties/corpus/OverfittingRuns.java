package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.RmsProp;
import java.util.List;
import java.util.function.Supplier;

/** Large networks, few samples, many epochs. The cure is more data, with fewer epochs for about as many steps. */
final class OverfittingRuns {
    private OverfittingRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("200-digits", "severe",
                        () -> Setup.of(CorpusData.digits(8000), "dense:256 relu dense:10")
                                .optimizer(new Adam(1e-3f))
                                .epochs(4),
                        200, 150).inEveryBuild(),
                run("400-digits-deep", "moderate",
                        () -> Setup.of(CorpusData.digits(10_000), "dense:256 relu dense:128 relu dense:10")
                                .optimizer(new Adam(1e-3f))
                                .epochs(4)
                                .seed(2),
                        400, 120),
                run("150-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(4, 40, 3f, 6000, 3),
                                "dense:128 relu dense:64 relu dense:4")
                                .optimizer(new Adam(1e-3f))
                                .epochs(3)
                                .seed(3),
                        150, 100).inEveryBuild(),
                run("200-blobs-leaky", "severe",
                        () -> Setup.of(CorpusData.blobs(5, 10, 1.3f, 6000, 4),
                                "dense:64 leaky dense:64 leaky dense:5")
                                .optimizer(new RmsProp(1e-3f))
                                .epochs(4)
                                .seed(4),
                        200, 100),
                run("120-blobs-elu", "severe",
                        () -> Setup.of(CorpusData.blobs(6, 20, 1.8f, 6000, 6),
                                "dense:128 elu dense:64 elu dense:6")
                                .optimizer(new Adam(2e-3f))
                                .epochs(4)
                                .seed(6),
                        120, 150),
                run("200-blobs-maxout", "moderate",
                        () -> Setup.of(CorpusData.blobs(4, 30, 2.8f, 8000, 7), "maxout:64x3 dense:4")
                                .optimizer(new Adam(2e-3f))
                                .epochs(2)
                                .seed(7),
                        200, 300),
                run("300-blobs-tanh", "moderate",
                        () -> Setup.of(CorpusData.blobs(3, 30, 2f, 8000, 5), "dense:128 tanh dense:3")
                                .optimizer(new Momentum(0.03f, 0.9f))
                                .epochs(4)
                                .seed(5),
                        300, 100));
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, int rows, int epochs) {
        return PlantedRun.ill(Verdict.OVERFITTING, "overfitting-" + name, severity, sound,
                setup -> setup.data(data -> data.onlyTrainOn(rows)).epochs(epochs));
    }
}
