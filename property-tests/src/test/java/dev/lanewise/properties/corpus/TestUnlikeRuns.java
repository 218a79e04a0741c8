package dev.lanewise.properties.corpus;

import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sound trainings that are judged by other data than they were trained on. */
final class TestUnlikeRuns {
    private TestUnlikeRuns() {
    }

    static List<PlantedRun> all() {
        return List.of(
                run("inverted-digits", "severe", () -> digits("dense:64 relu dense:10").seed(1),
                        data -> Altered.affine(data, -1f, 255f)).inEveryBuild(),
                run("shifted-digits", "moderate", () -> digits("dense:96 tanh dense:10").seed(2),
                        data -> Altered.shiftedImages(data, 5)),
                run("other-scale-digits", "severe",
                        () -> digits("dense:64 relu dense:10").optimizer(new Adam(1e-3f)).seed(3),
                        data -> Altered.affine(data, 1f / 255f, 0f)).inEveryBuild(),
                run("renamed-classes-digits", "severe", () -> digits("dense:64 leaky dense:10").seed(4),
                        Altered::renamedClasses),
                run("moved-blobs", "moderate",
                        () -> Setup.of(CorpusData.blobs(5, 20, 1f, 4000, 5), "dense:32 relu dense:5")
                                .optimizer(new Sgd(0.05f))
                                .epochs(8)
                                .seed(5),
                        data -> Altered.affine(data, 1f, 3f)),
                run("other-class-mix", "moderate",
                        () -> Setup
                                .of(Parts.of(CorpusData.unequal(0.05f, 6000, 6), 4000),
                                        "dense:16 tanh dense:2")
                                .optimizer(new Sgd(0.05f))
                                .seed(6),
                        _ -> CorpusData.unequal(0.95f, 1000, 7)));
    }

    private static Setup digits(String layers) {
        return Setup.of(CorpusData.digits(8000), layers).optimizer(new Sgd(0.05f)).epochs(8);
    }

    private static PlantedRun run(String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Dataset> test) {
        return PlantedRun.ill(Verdict.TEST_UNLIKE_TRAINING, "test-unlike-" + name, severity, sound,
                setup -> setup.data(data -> data.withTest(test)));
    }
}
