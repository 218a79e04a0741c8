package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Probe;
import dev.lanewise.nn.ProbedLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Outputs, or gradients on their way back, grow from layer to layer before the first step. */
final class ExplodingGradient implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        double outputs = hiddenDeviation(evidence.start());
        double backward = backward(evidence.start());
        boolean forwards = !(outputs <= Thresholds.EXPLODED_OUTPUTS);
        if (!forwards && !(backward > Thresholds.EXPLODED_BACKWARD)) {
            return Optional.empty();
        }
        List<String> facts = new ArrayList<>();
        ProbedLayer steepest = evidence.start()
                .weighted()
                .stream()
                .max(Comparator.comparingDouble(ProbedLayer::gradientNorm))
                .orElseThrow();
        facts.add(forwards
                ? "before the first step hidden outputs have a standard deviation of " + Say.number(outputs)
                        + ", about 1 is wanted"
                : "before the first step the first layer's gradient, relative to its weights, is "
                        + Say.number(backward) + " times that of the last hidden layer");
        facts.add("the largest gradient has norm " + Say.number(steepest.gradientNorm()) + ", in "
                + Say.layer(steepest.layer(), steepest.spec()) + "; the loss is "
                + Say.number(evidence.start().loss())
                + ", a guess has " + Say.number(evidence.task().guessLoss()));
        return Optional.of(new Finding(Verdict.EXPLODING_GRADIENT,
                forwards
                        ? Finding.confidence(outputs, Thresholds.EXPLODED_OUTPUTS)
                        : Finding.confidence(backward, Thresholds.EXPLODED_BACKWARD),
                facts,
                List.of(Advice.of("initial weights that keep the size of outputs from layer to layer",
                        "initializer",
                        "he_normal"), Advice.of("limit the gradient's norm", "clip-norm", "1")),
                "Each layer multiplies what it passes on, so that factors above 1 grow exponentially with depth, forwards and "
                        + "backwards. Weights of variance 2 / inputs (He 2015) keep that factor at 1 for ReLU."));
    }

    /** The largest deviation behind a layer that is not the last. */
    static double hiddenDeviation(Probe probe) {
        List<ProbedLayer> layers = probe.layers();
        double largest = 0;
        for (ProbedLayer layer : layers.subList(0, layers.size() - 1)) {
            if (!Double.isNaN(layer.deviation()) || !Double.isFinite(probe.loss())) {
                largest = Math.max(largest, layer.deviation());
            }
        }
        return largest;
    }

    /** NaN with fewer than two hidden layers. */
    private static double backward(Probe probe) {
        List<ProbedLayer> weighted = probe.weighted();
        return weighted.size() < 3
                ? Double.NaN
                : weighted.getFirst().relativeGradient()
                        / weighted.get(weighted.size() - 2).relativeGradient();
    }
}
