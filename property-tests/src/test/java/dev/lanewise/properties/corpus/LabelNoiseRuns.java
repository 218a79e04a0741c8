package dev.lanewise.properties.corpus;

import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Labels drawn at random for many rows, or belonging to other rows, in all parts alike. Too few epochs to learn by heart. */
final class LabelNoiseRuns {
    private LabelNoiseRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("all-random-digits", "severe",
                        () -> digits("dense:48 relu dense:10"),
                        data -> Altered.randomLabels(data, 1f, 1)).inEveryBuild(),
                run("60-percent-digits", "moderate",
                        () -> digits("dense:48 tanh dense:10").seed(2),
                        data -> Altered.randomLabels(data, 0.6f, 2)).inEveryBuild(),
                run("40-percent-digits", "mild",
                        () -> digits("dense:32 relu dense:10").seed(3),
                        data -> Altered.randomLabels(data, 0.4f, 3)),
                run("shifted-column-digits", "severe",
                        () -> digits("dense:64 leaky dense:10").seed(4), Altered::shiftedLabels),
                run("shifted-column-blobs", "severe",
                        () -> Setup.of(CorpusData.blobs(6, 16, 1f, 4000, 5), "dense:48 relu dense:6")
                                .optimizer(new Adam(1e-3f))
                                .epochs(8)
                                .seed(5),
                        Altered::shiftedLabels),
                run("50-percent-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(5, 20, 0.8f, 4000, 6), "dense:32 relu dense:5")
                                .optimizer(new Sgd(0.05f))
                                .epochs(8)
                                .seed(6),
                        data -> Altered.randomLabels(data, 0.5f, 6)));
    }

    private static Setup digits(String layers) {
        return Setup.of(CorpusData.digits(8000), layers).optimizer(new Sgd(0.05f)).epochs(6);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Dataset> labels) {
        return PlantedRun.ill(Verdict.LABEL_NOISE, "label-noise-" + name, severity, sound,
                setup -> setup.data(data -> data.with(labels)));
    }
}
