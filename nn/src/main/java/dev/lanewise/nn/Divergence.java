package dev.lanewise.nn;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a network's numbers stopped being finite, and the likely cause. It compares the parameters' norms with those
 * of the beginning.
 */
final class Divergence {
    /** Growth of a layer's norm that no training needs. */
    private static final double GROWN = 10;

    private final Network network;
    private final Workspace workspace;
    private final double[] initialNorms;

    private record Found(int layer, String place, String reason) {
    }

    /** Before a training in the workspace: remembers the norms of the parameters. */
    Divergence(Network network, Workspace workspace) {
        this.network = network;
        this.workspace = workspace;
        initialNorms = new double[network.layers().size()];
        for (int i = 0; i < initialNorms.length; i++) {
            initialNorms[i] = parameters(i).norm();
        }
    }

    /**
     * What to throw where a loss or a gradient is not finite: after a step's forward pass, or its backward pass too, and
     * before its update. Examines the inputs; then, layer by layer, the outputs; then all parameters; then all gradients.
     * If all are finite, it is the loss.
     *
     * @param epoch from 1
     * @param step of the whole training, from 1
     * @param loss of the batch
     * @param learningRate of the update before
     */
    TrainingDivergedException locate(int epoch, long step, double loss, float learningRate) {
        Found found = inputs();
        for (int i = 0; found == null && i < initialNorms.length; i++) {
            found = outputs(i).all() ? null : brokenOutputs(i, learningRate);
        }
        for (int i = 0; found == null && i < initialNorms.length; i++) {
            found = parameters(i).all() ? null : brokenParameters(i, learningRate);
        }
        for (int i = 0; found == null && i < initialNorms.length; i++) {
            found = gradients(i).all()
                    ? null
                    : in(i, gradients(i).describe("gradients") + ", "
                            + cause(initialNorms.length - 1, learningRate));
        }
        if (found == null) {
            found = new Found(initialNorms.length, "loss",
                    "not finite though all outputs are: a target is not, or the loss overflows, "
                            + cause(initialNorms.length - 1, learningRate));
        }
        return new TrainingDivergedException(epoch, step, loss, found.layer, found.place, found.reason);
    }

    private @Nullable Found inputs() {
        int features = network.inputs();
        Finiteness inputs = inputValues();
        return inputs.all()
                ? null
                : new Found(-1, "inputs", inputs.describe("values") + ", the first in row "
                        + inputs.first() / features + " of the batch, feature " + inputs.first() % features
                        + " (both from 0)");
    }

    private Found brokenOutputs(int layer, float learningRate) {
        return parameters(layer).all()
                ? in(layer,
                        outputs(layer).describe("outputs") + " though its inputs and parameters are finite, "
                                + cause(layer, learningRate))
                : brokenParameters(layer, learningRate);
    }

    /** The update before has broken them: by its gradient or by its rate. */
    private Found brokenParameters(int layer, float learningRate) {
        Finiteness gradients = gradients(layer);
        return in(layer,
                parameters(layer).describe("parameters") + " since the last update; its latest gradients "
                        + (gradients.all()
                                ? "have norm " + number(gradients.norm())
                                : "are not finite either (" + gradients.describe("elements") + ")")
                        + "; " + cause(layer, learningRate));
    }

    private Found in(int layer, String reason) {
        return new Found(layer, name(layer), reason);
    }

    private String name(int layer) {
        return "layer " + layer + " (" + network.layers().get(layer).spec() + ")";
    }

    /** Names the layer that grew most, or the magnitudes of the outputs up to a layer. */
    private String cause(int layer, float learningRate) {
        int most = IntStream.range(0, initialNorms.length)
                .reduce(0, (i, j) -> growth(j) > growth(i) ? j : i);
        if (growth(most) >= GROWN) {
            return "probably because the learning rate " + LayerParser.number(learningRate)
                    + " is too high: the norm of the parameters of " + name(most) + " has grown from "
                    + number(initialNorms[most]) + " to " + number(parameters(most).norm());
        }
        return "probably because activations explode at learning rate " + LayerParser.number(learningRate)
                + ": the largest finite magnitudes are " + number(inputValues().largest())
                + " of the inputs, "
                + IntStream.rangeClosed(0, layer)
                        .mapToObj(i -> number(outputs(i).largest()) + " behind " + name(i))
                        .collect(Collectors.joining(", "));
    }

    /** 1 for a layer that began at zero or has no parameters. */
    private double growth(int layer) {
        return initialNorms[layer] == 0 ? 1 : parameters(layer).norm() / initialNorms[layer];
    }

    private Finiteness inputValues() {
        return Finiteness.of(workspace.batch() * network.inputs(), workspace.inputs(), 0);
    }

    private Finiteness outputs(int layer) {
        Pass pass = workspace.passOf(layer);
        return Finiteness.of(pass.batch() * pass.outputs(), pass.y(), 0);
    }

    private Finiteness parameters(int layer) {
        return Finiteness.of(network.parameterCount(layer), network.parameters(), network.offset(layer));
    }

    private Finiteness gradients(int layer) {
        return Finiteness.of(network.parameterCount(layer), workspace.gradients(), network.offset(layer));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
