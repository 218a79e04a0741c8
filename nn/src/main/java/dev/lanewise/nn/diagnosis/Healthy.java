package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What to say where no rule speaks. */
final class Healthy {
    private Healthy() {
    }

    static Finding finding(Evidence evidence) {
        List<String> facts = new ArrayList<>();
        facts.add(numbers(evidence));
        facts.add(
                "before the first step the loss was " + Say.number(evidence.start().loss()) + ", a guess has "
                        + Say.number(evidence.task().guessLoss()));
        return new Finding(Verdict.HEALTHY, evidence.poor() ? 0.5 : 0.9, facts, advice(evidence),
                "First the training data, then the testing data: neither shows an illness that has a name here. What remains is "
                        + "to look for a better set of functions, or more data.");
    }

    /** What may make a good function better. */
    private static List<Advice> advice(Evidence evidence) {
        String layers = evidence.situation().layers();
        List<Advice> advice = new ArrayList<>();
        if (evidence.course().restoredEpoch() == 0 && evidence.course().validated()) {
            advice.add(new Advice("train until the validation loss no longer falls",
                    Map.of("epochs", "40", "early-stopping", "patience=5")));
        }
        advice.addAll(List.of(
                Advice.of("let the learning rate fall towards the end", "schedule", "step:5epochs:0.5"),
                Advice.of("half of the hidden layers", "layers", OtherLayers.fewer(layers)),
                Advice.of("a larger set of functions", "layers", OtherLayers.wider(layers)),
                Advice.of("drop some units", "dropout", "0.2"),
                Advice.of("larger batches, for smoother steps", "batch-size",
                        String.valueOf(4L * evidence.situation().batchSize())),
                Advice.of("an adaptive learning rate", "optimizer", "adam")));
        return advice;
    }

    private static String numbers(Evidence evidence) {
        Evaluation train = evidence.results().train();
        Evaluation held = evidence.results().validation();
        if (train == null) {
            return "inputs have root mean square " + Say.number(evidence.inputs().all());
        }
        return "on the training data: " + Say.result(train)
                + (held == null ? "" : "; on the validation data: " + Say.result(held));
    }
}
