package dev.lanewise.properties.corpus;

import static dev.lanewise.properties.corpus.Setup.deep;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.IntFunction;

/** Plain networks so deep that they learn less of their training data than the shallower one beside them. */
final class DeeperRuns {
    private DeeperRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("relu-30-digits", "moderate", 2, 30,
                        hidden -> digits(hidden, "dense:32 relu").optimizer(new Sgd(0.01f)).seed(1))
                        .inEveryBuild(),
                run("relu-32-digits", "severe", 3, 32,
                        hidden -> digits(hidden, "dense:48 relu").optimizer(new Momentum(0.001f, 0.9f))
                                .seed(2)),
                run("leaky-24-blobs", "moderate", 2, 24,
                        hidden -> Setup.of(CorpusData.blobs(8, 16, 1f, 2500, 3),
                                deep(hidden, "dense:20 leaky", 8))
                                .optimizer(new Sgd(0.01f))
                                .epochs(15)
                                .seed(3)),
                run("leaky-30-digits", "severe", 2, 30,
                        hidden -> digits(hidden, "dense:32 leaky").optimizer(new Momentum(0.001f, 0.9f))
                                .seed(4)),
                run("relu-40-wide-digits", "moderate", 2, 40,
                        hidden -> digits(hidden, "dense:64 relu").optimizer(new Momentum(0.001f, 0.9f))
                                .seed(7)),
                run("relu-40-blobs", "severe", 2, 40,
                        hidden -> Setup
                                .of(CorpusData.blobs(6, 12, 0.8f, 3000, 5), deep(hidden, "dense:32 relu", 6))
                                .optimizer(new Sgd(5e-3f))
                                .epochs(15)
                                .seed(5)));
    }

    private static Setup digits(int hidden, String layer) {
        return Setup.of(CorpusData.digits(3000), deep(hidden, layer, 10)).epochs(15);
    }

    private static PlantedRun run(String name, String severity, int fewLayers, int manyLayers,
            IntFunction<Setup> setup) {
        return PlantedRun.ill(Verdict.DEEPER_IS_WORSE, "deeper-" + name, severity,
                () -> setup.apply(fewLayers),
                shallower -> setup.apply(manyLayers).shallower(shallower));
    }
}
