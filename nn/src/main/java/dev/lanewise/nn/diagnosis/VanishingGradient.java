package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Probe;
import dev.lanewise.nn.ProbedLayer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gradients that shrink from the last layer to the first, in a network that does not learn. */
final class VanishingGradient implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        double ratio = ratio(evidence.start());
        if (!(ratio < Thresholds.VANISHED) || (evidence.results().train() != null && !evidence.poor())) {
            return Optional.empty();
        }
        String layers = evidence.situation().layers();
        String relu = layers.replaceAll("\\b(sigmoid|tanh|softplus)\\b", "relu");
        return Optional.of(new Finding(Verdict.VANISHING_GRADIENT,
                Finding.confidence(Thresholds.VANISHED, ratio),
                List.of("the first layer's gradient, relative to its weights, is " + Say.number(ratio)
                        + " of the last layer's; by layer: " + byLayer(evidence.start())),
                relu.equals(layers)
                        ? List.of(
                                Advice.of("initial weights that keep the size of gradients", "initializer",
                                        "he_normal"),
                                Advice.of("an adaptive learning rate", "optimizer", "adam"))
                        : List.of(Advice.of("ReLU in place of activations that saturate", "layers", relu),
                                Advice.of("an adaptive learning rate", "optimizer", "adam")),
                "A sigmoid's derivative is at most 1/4, so that each layer passes on a fraction of the gradient and the first "
                        + "layers hardly learn. ReLU passes the whole gradient through every active unit."));
    }

    /** The first weighted layer's relative gradient by the last one's; NaN with fewer than three. */
    private static double ratio(Probe probe) {
        List<ProbedLayer> weighted = probe.weighted();
        return weighted.size() < 3
                ? Double.NaN
                : weighted.getFirst().relativeGradient() / weighted.getLast().relativeGradient();
    }

    private static String byLayer(Probe probe) {
        return probe.weighted()
                .stream()
                .map(layer -> Say.number(layer.relativeGradient()))
                .collect(Collectors.joining(" "));
    }
}
