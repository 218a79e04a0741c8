package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
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
                                .optimizer(new Adam(1e-3f)).epochs(4),
                        200, 150).inEveryBuild(),
                run("500-digits-deep", "moderate",
                        () -> Setup.of(CorpusData.digits(10_000), "dense:256 relu dense:128 relu dense:10")
                                .optimizer(new Adam(1e-3f)).epochs(4).seed(2),
                        500, 80),
                run("150-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(4, 40, 2f, 6000, 3),
                                "dense:128 relu dense:64 relu dense:4").optimizer(new Adam(1e-3f)).epochs(3)
                                .seed(3),
                        150, 100).inEveryBuild(),
                run("80-rings", "severe",
                        () -> Setup.of(CorpusData.rings(3, 0.35f, 6000, 4),
                                "dense:128 relu dense:128 relu dense:3").optimizer(new Adam(2e-3f)).epochs(6)
                                .seed(4),
                        80, 300),
                run("300-blobs-tanh", "moderate",
                        () -> Setup.of(CorpusData.blobs(3, 30, 2f, 8000, 5), "dense:128 tanh dense:3")
                                .optimizer(new Momentum(0.03f, 0.9f)).epochs(4).seed(5),
                        300, 100));
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, int rows, int epochs) {
        return PlantedRun.ill(Verdict.OVERFITTING, "overfitting-" + name, severity, sound,
                setup -> setup.data(data -> data.onlyTrainOn(rows)).epochs(epochs));
    }
}
