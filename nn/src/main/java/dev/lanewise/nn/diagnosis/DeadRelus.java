package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Probe;
import dev.lanewise.nn.ProbedLayer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A layer of ReLUs most of which are 0 for every row. */
final class DeadRelus implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Probe probe = evidence.end() == null ? evidence.start() : evidence.end();
        Optional<ProbedLayer> worst = probe.layers()
                .stream()
                .filter(layer -> layer.dead() > Thresholds.DEAD)
                .max(Comparator.comparingDouble(ProbedLayer::dead));
        boolean learns = evidence.results().train() != null && !evidence.poor();
        if (worst.isEmpty() || learns || LearningRateTooHigh.found(evidence)) {
            return Optional.empty();
        }
        ProbedLayer layer = worst.get();
        double before = evidence.start().layers().get(layer.layer()).dead();
        if (before <= Thresholds.DEAD && Plateau.fromTheBeginning(evidence)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.DEAD_RELUS, Finding.confidence(layer.dead(), Thresholds.DEAD),
                List.of(Say.percent(layer.dead()) + " of the units of "
                        + Say.layer(layer.layer(), layer.spec())
                        + " are 0 for all " + probe.rows() + " rows looked at, " + Say.percent(before)
                        + " before the first step"),
                List.of(Advice.of("leaky ReLU, which passes a gradient below 0 too", "layers",
                        evidence.situation().layers().replaceAll("\\brelu\\b", "leaky")),
                        Advice.of("a lower learning rate", "learning-rate",
                                Say.rate(evidence.situation().learningRate() / 10))),
                "A ReLU that is 0 for every input has no gradient and stays so for ever. One step that is too long, or large "
                        + "negative biases, can put a whole layer there."));
    }
}
