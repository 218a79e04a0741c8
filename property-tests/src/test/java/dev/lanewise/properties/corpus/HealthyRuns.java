package dev.lanewise.properties.corpus;

import static dev.lanewise.properties.corpus.Setup.deep;

import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.AdamW;
import dev.lanewise.nn.optim.CosineDecay;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Nadam;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.nn.optim.Span;
import dev.lanewise.nn.optim.StepDecay;
import java.util.List;

/** Ordinary good trainings on digits, as anyone would be content with. */
final class HealthyRuns {
    private static final int ROWS = CorpusData.MOST_DIGITS;

    private HealthyRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                PlantedRun.healthy("healthy-digits-relu-sgd",
                        () -> digits("dense:64 relu dense:10", 1).optimizer(new Sgd(0.1f))).inEveryBuild(),
                PlantedRun.healthy("healthy-digits-relu-wide-sgd",
                        () -> digits("dense:256 relu dense:10", 2).optimizer(new Sgd(0.1f))
                                .batch(64)
                                .epochs(16)),
                PlantedRun.healthy("healthy-digits-tanh-momentum",
                        () -> digits("dense:64 tanh dense:10", 3).optimizer(new Momentum(0.01f, 0.9f))
                                .epochs(16)),
                PlantedRun.healthy("healthy-digits-leaky-adam",
                        () -> digits("dense:64 leaky dense:10", 4).optimizer(new Adam(1e-3f)).epochs(10)),
                PlantedRun.healthy("healthy-digits-maxout-sgd",
                        () -> digits("maxout:48x3 dense:10", 5).optimizer(new Sgd(0.05f)).epochs(14)),
                PlantedRun.healthy("healthy-digits-sigmoid-adam",
                        () -> digits("dense:64 sigmoid dense:10", 6).optimizer(new Adam(2e-3f)).epochs(12)),
                PlantedRun.healthy("healthy-digits-relu-rmsprop",
                        () -> digits("dense:64 relu dense:10", 7).optimizer(new RmsProp(5e-4f)).epochs(16)),
                PlantedRun.healthy("healthy-digits-dropout-adam",
                        () -> digits("dense:128 relu dropout:0.3 dense:10", 8).optimizer(new Adam(1e-3f))
                                .epochs(8)),
                PlantedRun.healthy("healthy-digits-l2-nesterov",
                        () -> digits("dense:96 relu dense:10", 9).optimizer(new Nesterov(0.01f, 0.9f))
                                .l2(1e-3f)),
                PlantedRun.healthy("healthy-digits-early-stopping",
                        () -> digits("dense:96 relu dense:10", 10).optimizer(new Adam(1e-3f))
                                .epochs(30)
                                .earlyStopping(2)),
                PlantedRun.healthy("healthy-digits-two-layers-cosine",
                        () -> digits("dense:96 relu dense:48 relu dense:10", 11)
                                .optimizer(new Momentum(0.02f, 0.9f))
                                .schedule(new CosineDecay(0))
                                .l2(5e-4f)),
                PlantedRun.healthy("healthy-digits-five-layers",
                        () -> digits("dense:64 relu dense:64 relu dense:64 relu dense:64 relu dense:10", 12)
                                .optimizer(new Sgd(0.05f))
                                .epochs(7)),
                PlantedRun.healthy("healthy-digits-elu-adamw",
                        () -> digits("dense:64 elu dropout:0.2 dense:10", 13)
                                .optimizer(new AdamW(1e-3f))
                                .epochs(16)),
                PlantedRun.healthy("healthy-digits-half-the-data",
                        () -> Setup.of(CorpusData.digits(ROWS / 2), "dense:64 relu dropout:0.2 dense:10")
                                .optimizer(new Sgd(0.1f))
                                .epochs(20)
                                .seed(14)),
                PlantedRun.healthy("healthy-digits-4000-relu-sgd",
                        () -> Setup.of(CorpusData.digits(4000), "dense:128 relu dense:10")
                                .optimizer(new Sgd(0.1f))
                                .epochs(15)
                                .seed(15)),
                PlantedRun.healthy("healthy-digits-4000-tanh-l2",
                        () -> Setup.of(CorpusData.digits(4000), "dense:96 tanh dense:10")
                                .optimizer(new Momentum(0.01f, 0.9f))
                                .l2(2e-3f)
                                .epochs(20)
                                .seed(16)),
                PlantedRun.healthy("healthy-digits-prelu-nadam",
                        () -> digits("dense:48 prelu dense:48 prelu dense:10", 17)
                                .optimizer(new Nadam(5e-4f))
                                .epochs(10)),
                PlantedRun.healthy("healthy-digits-selu-large-batch",
                        () -> digits("dense:64 selu dense:10", 18).optimizer(new Momentum(0.03f, 0.9f))
                                .batch(128)
                                .epochs(15)),
                PlantedRun.healthy("healthy-digits-eight-layers-step",
                        () -> digits(deep(8, "dense:64 relu", 10), 19).optimizer(new Momentum(3e-3f, 0.9f))
                                .schedule(new StepDecay(Span.epochs(5), 0.2))
                                .epochs(12)));
    }

    private static Setup digits(String layers, long seed) {
        return Setup.of(CorpusData.digits(ROWS), layers).seed(seed);
    }
}
