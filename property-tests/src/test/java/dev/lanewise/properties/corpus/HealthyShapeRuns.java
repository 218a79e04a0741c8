package dev.lanewise.properties.corpus;

import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.CosineDecay;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;

/** Ordinary good trainings on small data: clouds, rings, checkerboards, flowers. */
final class HealthyShapeRuns {
    private HealthyShapeRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                PlantedRun.healthy("healthy-blobs-relu-sgd",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 4000, 21), "dense:32 relu dense:5")
                                .optimizer(new Sgd(0.05f))
                                .seed(21))
                        .inEveryBuild(),
                PlantedRun.healthy("healthy-blobs-linear",
                        () -> Setup.of(CorpusData.blobs(4, 10, 0.8f, 2000, 22), "dense:4")
                                .optimizer(new Sgd(0.05f))
                                .epochs(20)
                                .seed(22)),
                PlantedRun.healthy("healthy-blobs-overlapping",
                        () -> Setup.of(CorpusData.blobs(4, 8, 1.5f, 6000, 23), "dense:24 tanh dense:4")
                                .optimizer(new Momentum(5e-3f, 0.9f))
                                .seed(23)),
                PlantedRun.healthy("healthy-blobs-maxout-adam",
                        () -> Setup.of(CorpusData.blobs(6, 16, 1f, 4000, 24), "maxout:24x2 dense:6")
                                .optimizer(new Adam(1e-3f))
                                .seed(24)),
                PlantedRun.healthy("healthy-blobs-sigmoid-momentum",
                        () -> Setup.of(CorpusData.blobs(5, 12, 0.9f, 4000, 25), "dense:32 sigmoid dense:5")
                                .optimizer(new Momentum(0.02f, 0.9f))
                                .epochs(15)
                                .seed(25)),
                PlantedRun.healthy("healthy-blobs-adagrad-l2",
                        () -> Setup.of(CorpusData.blobs(8, 16, 1f, 4000, 26), "dense:48 relu dense:8")
                                .optimizer(new Adagrad(0.03f))
                                .l2(1e-3f)
                                .epochs(12)
                                .seed(26)),
                PlantedRun.healthy("healthy-rings-relu-adam",
                        () -> Setup.of(CorpusData.rings(3, 0.15f, 3000, 27),
                                "dense:48 relu dense:48 relu dense:3")
                                .optimizer(new Adam(2e-3f))
                                .epochs(25)
                                .seed(27))
                        .inEveryBuild(),
                PlantedRun.healthy("healthy-rings-tanh-rmsprop",
                        () -> Setup.of(CorpusData.rings(3, 0.2f, 4000, 28), "dense:48 tanh dense:3")
                                .optimizer(new RmsProp(3e-3f))
                                .epochs(30)
                                .seed(28)),
                PlantedRun.healthy("healthy-rings-leaky-sgd",
                        () -> Setup.of(CorpusData.rings(2, 0.2f, 3000, 29), "dense:32 leaky dense:2")
                                .optimizer(new Sgd(0.1f))
                                .epochs(25)
                                .seed(29)),
                PlantedRun.healthy("healthy-checkerboard-2-relu",
                        () -> Setup
                                .of(CorpusData.checkerboard(2, 3000, 30),
                                        "dense:32 relu dense:32 relu dense:2")
                                .optimizer(new Adam(3e-3f))
                                .epochs(20)
                                .seed(30)),
                PlantedRun.healthy("healthy-checkerboard-4-relu",
                        () -> Setup.of(CorpusData.checkerboard(4, 6000, 31),
                                "dense:96 relu dense:96 relu dense:2")
                                .optimizer(new Adam(3e-3f))
                                .epochs(40)
                                .schedule(new CosineDecay(0))
                                .seed(31)),
                PlantedRun.healthy("healthy-flowers-relu-adam",
                        () -> Setup.of(CorpusData.flowers(600, 32), "dense:16 relu dense:3")
                                .optimizer(new Adam(5e-3f))
                                .epochs(45)
                                .seed(32)),
                PlantedRun.healthy("healthy-flowers-tanh-sgd",
                        () -> Setup.of(CorpusData.flowers(400, 33), "dense:16 tanh dense:3")
                                .batch(16)
                                .optimizer(new Sgd(0.05f))
                                .epochs(40)
                                .seed(33)),
                PlantedRun.healthy("healthy-clouds-unequal",
                        () -> Setup
                                .of(Parts.of(CorpusData.unequal(0.2f, 6000, 34), 4000),
                                        "dense:16 tanh dense:2")
                                .optimizer(new Sgd(0.05f))
                                .seed(34)));
    }
}
