package dev.lanewise.properties.corpus;

import static dev.lanewise.properties.corpus.Setup.deep;

import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;

/** Features go in as they come: bytes, units of very different sizes, large means, tiny numbers. */
final class BadlyScaledRuns {
    private BadlyScaledRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("bytes-relu-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 relu dense:10")
                                .optimizer(new Sgd(0.05f)),
                        Scaling.none()).inEveryBuild(),
                run("bytes-tanh-digits", "severe",
                        () -> Setup.of(CorpusData.digits(3000), deep(2, "dense:64 tanh", 10))
                                .optimizer(new Sgd(0.05f))
                                .seed(2),
                        Scaling.none()),
                run("one-feature-1000-times-blobs", "severe",
                        () -> Setup.of(blobs(3).inUnits(BadlyScaledRuns::firstThousandfold),
                                "dense:64 relu dense:4").optimizer(new Sgd(0.05f)).seed(3),
                        Scaling.none()).inEveryBuild(),
                run("one-feature-1000-times-tanh-blobs", "severe",
                        () -> Setup.of(blobs(4).inUnits(BadlyScaledRuns::firstThousandfold),
                                deep(2, "dense:32 tanh", 4)).optimizer(new Sgd(0.05f)).epochs(15).seed(4),
                        Scaling.none()),
                run("mean-300-flowers", "moderate",
                        () -> Setup.of(CorpusData.flowers(600, 5)
                                .inUnits(data -> Altered.affine(data, 1f,
                                        300f)),
                                "dense:32 relu dense:3").optimizer(new Adam(1e-3f)).epochs(30).seed(5),
                        Scaling.none()),
                run("tiny-numbers-digits", "moderate",
                        () -> Setup.of(CorpusData.digits(3000), "dense:64 leaky dense:10").seed(6),
                        Scaling.uniform(0f, 1e-7f)));
    }

    private static Parts blobs(long seed) {
        return CorpusData.blobs(4, 10, 0.8f, 2000, seed);
    }

    private static Dataset firstThousandfold(Dataset data) {
        return Altered.features(data, row -> row[0] *= 1000f);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound, Scaling scaling) {
        return PlantedRun.ill(Verdict.BADLY_SCALED_INPUTS, "badly-scaled-" + name, severity, sound,
                setup -> setup.scaling(scaling));
    }
}
