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
        boolean shrinks = ratio < Thresholds.VANISHED || fades(evidence);
        if (!shrinks || (evidence.results().train() != null && !evidence.poor())) {
            return Optional.empty();
        }
        String layers = evidence.situation().layers();
        String relu = layers.replaceAll("\\b(sigmoid|tanh|softplus)\\b", "relu");
        return Optional.of(new Finding(Verdict.VANISHING_GRADIENT,
                Finding.confidence(Thresholds.VANISHED, ratio),
                List.of("before the first step the first layer's gradient, relative to its weights, is "
                        + Say.number(ratio)
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

    /**
     * Whether outputs shrink from layer to layer, by a factor that is small only because there are many: then all gradients
     * are tiny. Weights that are all but zero are another illness, {@link Plateau}.
     */
    private static boolean fades(Evidence evidence) {
        double[] deviations = evidence.start()
                .layers()
                .stream()
                .mapToDouble(ProbedLayer::deviation)
                .filter(Double::isFinite)
                .toArray();
        int hidden = evidence.start().weighted().size() - 1;
        int before = deviations.length - 2;
        double factor = before < 1 ? 0 : Math.pow(deviations[before] / deviations[0], 1.0 / (hidden - 1));
        return Plateau.fromTheBeginning(evidence) && hidden >= Thresholds.FADING_LAYERS
                && factor > Thresholds.FADING;
    }

    private static String byLayer(Probe probe) {
        return probe.weighted()
                .stream()
                .map(layer -> Say.number(layer.relativeGradient()))
                .collect(Collectors.joining(" "));
    }
}
