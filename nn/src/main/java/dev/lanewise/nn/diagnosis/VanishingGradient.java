package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Probe;
import dev.lanewise.nn.ProbedLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gradients that shrink from the last layer to the first, in a network that does not learn. */
final class VanishingGradient implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        double ratio = ratio(evidence.start());
        boolean shrinks = ratio < Thresholds.VANISHED;
        boolean fades = !shrinks && fades(evidence);
        if (!(shrinks || fades) || evidence.course().divergence() != null
                || (evidence.results().train() != null && !evidence.poor())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.VANISHING_GRADIENT,
                fades
                        ? Finding.confidence(Thresholds.TINY_GRADIENT, firstGradient(evidence))
                        : Finding.confidence(Thresholds.VANISHED, ratio),
                facts(evidence, fades, ratio),
                advice(evidence.situation().layers(), fades),
                "A sigmoid's derivative is at most 1/4, and small weights shrink what they pass on, so that each layer keeps a fraction "
                        + "of the gradient and the first ones hardly learn. ReLU passes the whole gradient through every active unit, "
                        + "and He's initial weights keep its size."));
    }

    private static List<String> facts(Evidence evidence, boolean fades, double ratio) {
        List<String> facts = new ArrayList<>();
        facts.add((fades
                ? "before the first step outputs fade from layer to layer, and the first layer's gradient has norm "
                        + Say.number(firstGradient(evidence)) + "; relative to the weights, by layer: "
                : "before the first step the first layer's gradient, relative to its weights, is "
                        + Say.number(ratio)
                        + " of the last hidden layer's; by layer: ")
                + byLayer(evidence.start()));
        (evidence.end() == null ? evidence.start() : evidence.end()).layers()
                .stream()
                .filter(layer -> layer.saturated() >= 0)
                .max(Comparator.comparingDouble(ProbedLayer::saturated))
                .ifPresent(layer -> facts.add("of the outputs of " + Say.layer(layer.layer(), layer.spec())
                        + " "
                        + Say.percent(layer.saturated()) + " are saturated, more than of any other layer"));
        return facts;
    }

    private static double firstGradient(Evidence evidence) {
        return evidence.start().weighted().getFirst().gradientNorm();
    }

    private static List<Advice> advice(String layers, boolean fades) {
        String relu = layers.replaceAll("\\b(sigmoid|tanh|softplus)\\b", "relu");
        List<Advice> advice = new ArrayList<>();
        advice.add(Advice.of("initial weights that keep the size of gradients", "initializer", "he_normal"));
        if (!relu.equals(layers)) {
            advice.add(fades ? 1 : 0,
                    Advice.of("ReLU in place of activations that saturate", "layers", relu));
        }
        advice.add(Advice.of("an adaptive learning rate", "optimizer", "adam"));
        return advice;
    }

    /**
     * The first weighted layer's relative gradient by that of the last hidden one; NaN with fewer than two hidden ones. The last
     * layer's own goes with the size of the loss.
     */
    private static double ratio(Probe probe) {
        List<ProbedLayer> weighted = probe.weighted();
        return weighted.size() < 3
                ? Double.NaN
                : weighted.getFirst().relativeGradient()
                        / weighted.get(weighted.size() - 2).relativeGradient();
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
