package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import java.util.List;
import java.util.Optional;

/** Test data that are harder than validation data by more than chance. */
final class TestUnlikeTraining implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Evaluation held = evidence.results().validation();
        Evaluation test = evidence.results().test();
        if (held == null || test == null || !evidence.task().classification()) {
            return Optional.empty();
        }
        double p = Math.clamp(held.accuracy(), 0.01, 0.99);
        double chance = Thresholds.CHANCE
                * Math.sqrt(p * (1 - p) * (1.0 / held.samples() + 1.0 / test.samples()));
        double limit = Math.max(Thresholds.TEST_DROP, chance);
        double drop = held.accuracy() - test.accuracy();
        if (drop <= limit) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.TEST_UNLIKE_TRAINING, Finding.confidence(drop, limit),
                List.of("on " + held.samples() + " validation rows: " + Say.result(held) + "; on "
                        + test.samples()
                        + " test rows: " + Say.result(test) + "; chance explains a drop of "
                        + Say.percent(chance)),
                List.of(Advice.of(
                        "compare the two sets: where do they come from, how are they scaled, in which order are their classes?"),
                        Advice.of("mix and divide them anew")),
                "Validation rows come from the training set and are new to the network, too. What it does well on these and badly on "
                        + "the test set is not overfitting: the sets differ."));
    }
}
