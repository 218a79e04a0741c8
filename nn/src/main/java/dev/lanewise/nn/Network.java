package dev.lanewise.nn;

import dev.lanewise.nn.data.Schema;
import dev.lanewise.nn.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed-forward network: a scaling of its inputs, an ordered list of layers, and one flat buffer of parameters.
 *
 * <pre>{@code
 * Network network = Network.input(28 * 28).scaling(Scaling.bytes()).dense(512).relu().dense(10).build(42);
 * }</pre>
 *
 * <p>The structure is immutable, the parameters are not: a {@link Trainer} changes them. Any number of threads may
 * predict as long as none trains.
 */
public final class Network {
    private final int inputs;
    private final Scaling scaling;
    private final TargetScaling targetScaling;
    private final List<Layer> layers;
    private final List<String> classNames;
    private final Schema schema;
    private final int[] offsets;
    private final int outputs;
    private final float[] parameters;

    Network(NetworkBuilder builder, long seed) {
        inputs = builder.inputs();
        scaling = builder.scaling();
        targetScaling = builder.targetScaling();
        layers = List.copyOf(builder.layers());
        classNames = List.copyOf(builder.classNames());
        schema = builder.schema();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers: none (expected at least one)");
        }
        if (!scaling.fits(inputs)) {
            throw new IllegalArgumentException(
                    "scaling: " + scaling + " (expected one for all or one for each of " + inputs
                            + " inputs)");
        }
        offsets = new int[layers.size() + 1];
        outputs = layOut();
        if (!classNames.isEmpty() && classNames.size() != outputs) {
            throw new IllegalArgumentException("layers: the last has " + outputs + " units (expected "
                    + classNames.size() + ", one for each class)");
        }
        checkDistinct("class names", classNames);
        checkTargetScaling();
        checkTargetNames(schema.targetNames());
        checkColumns();
        parameters = new float[offsets[layers.size()]];
        initialize(seed);
    }

    private Network(Network other) {
        inputs = other.inputs;
        scaling = other.scaling;
        targetScaling = other.targetScaling;
        layers = other.layers;
        classNames = other.classNames;
        schema = other.schema;
        offsets = other.offsets;
        outputs = other.outputs;
        parameters = other.parameters.clone();
    }

    /** A network of the same structure with parameters of its own, equal for now. */
    public Network copy() {
        return new Network(this);
    }

    private void checkTargetScaling() {
        if (!targetScaling.fits(outputs)) {
            throw new IllegalArgumentException("target scaling: " + targetScaling.mean().length
                    + " means (expected one for each of " + outputs + " outputs)");
        }
        if (!targetScaling.isNone() && !classNames.isEmpty()) {
            throw new IllegalArgumentException(
                    "target scaling: " + targetScaling + " (expected none for a network with classes)");
        }
    }

    private void checkColumns() {
        List<String> names = schema.featureNames();
        if (!names.isEmpty() && names.size() != inputs) {
            throw new IllegalArgumentException(
                    "feature names: " + names.size() + " (expected one for each of " + inputs + " inputs)");
        }
        int answers = schema.answerColumns().size();
        if ((answers > 1 && answers != outputs)
                || schema.answerColumns().stream().anyMatch(column -> column >= inputs + answers)) {
            throw new IllegalArgumentException("answer columns: " + schema.answerColumns()
                    + " (expected one, or one for each of " + outputs + " outputs, of " + (inputs + answers)
                    + " columns)");
        }
    }

    private void checkTargetNames(List<String> targetNames) {
        if (!targetNames.isEmpty() && !classNames.isEmpty()) {
            throw new IllegalArgumentException(
                    "target names: " + Excerpt.message(targetNames.toString())
                            + " (expected none for a network with classes)");
        }
        if (!targetNames.isEmpty() && targetNames.size() != outputs) {
            throw new IllegalArgumentException("layers: the last has " + outputs + " units (expected "
                    + targetNames.size() + ", one for each target)");
        }
        checkDistinct("target names", targetNames);
    }

    private static void checkDistinct(String what, List<String> names) {
        if (Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException(
                    what + ": " + Excerpt.message(names.toString()) + " (expected distinct names)");
        }
    }

    /** Begins a network for samples of that many features. */
    public static NetworkBuilder input(int features) {
        return new NetworkBuilder(features);
    }

    private int layOut() {
        int width = inputs;
        long offset = 0;
        for (int i = 0; i < layers.size(); i++) {
            for (Layer.Tensor tensor : layers.get(i).tensors(width)) {
                offset += tensor.shape()
                        .stream()
                        .mapToLong(Integer::longValue)
                        .reduce(1, Math::multiplyExact);
            }
            if (offset > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "layers: " + offset + " parameters up to layer " + (i + 1)
                                + " (expected below 2^31)");
            }
            offsets[i + 1] = (int) offset;
            width = layers.get(i).outputs(width);
        }
        return width;
    }

    private void initialize(long seed) {
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i)
                    .initialize(width, layers.subList(i + 1, layers.size()), seed, Streams.initialWeights(i),
                            parameters, offsets[i]);
            width = layers.get(i).outputs(width);
        }
    }

    /** Features of a sample. */
    public int inputs() {
        return inputs;
    }

    /** Outputs of a sample: class scores (logits) or regression values. */
    public int outputs() {
        return outputs;
    }

    /** How raw features become inputs. */
    public Scaling scaling() {
        return scaling;
    }

    /** The units of the outputs in regression. */
    public TargetScaling targetScaling() {
        return targetScaling;
    }

    /** The layers in order; unmodifiable. */
    public List<Layer> layers() {
        return layers;
    }

    /** Names of the classes by output; empty if there are none. */
    public List<String> classNames() {
        return classNames;
    }

    /** Names of the targets of regression by output; empty if there are none. */
    public List<String> targetNames() {
        return schema.targetNames();
    }

    /** Names of the features by input; empty if there are none. */
    public List<String> featureNames() {
        return schema.featureNames();
    }

    /** Name of the column that held the labels; null if there was none. */
    public @Nullable String labelName() {
        return schema.labelName();
    }

    /** What the columns of the training data are called, by which those of other data are found. */
    public Schema schema() {
        return schema;
    }

    /** The words that describe the layers, such as {@code dense:512 relu dense:10}. */
    public String spec() {
        return String.join(" ", layers.stream().map(Layer::spec).toList());
    }

    /** Number of parameters. */
    public int parameterCount() {
        return parameters.length;
    }

    /** Number of parameters of layer {@code index}. */
    public int parameterCount(int index) {
        return offsets[index + 1] - offsets[index];
    }

    /** The live parameters of all layers, in order: writing to them changes the network. */
    public float[] parameters() {
        return parameters;
    }

    /** Where the parameters of layer {@code index} begin. */
    public int offset(int index) {
        return offsets[index];
    }

    /** All tensors of parameters in the order in which they lie in the buffer. */
    public List<NetworkTensor> tensors() {
        List<NetworkTensor> tensors = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            int at = offsets[i];
            for (Layer.Tensor tensor : layers.get(i).tensors(width)) {
                tensors.add(new NetworkTensor(i, tensor, at));
                at += tensor.size();
            }
            width = layers.get(i).outputs(width);
        }
        return tensors;
    }

    /** The layers with their output shapes and parameter counts, one a line. */
    @Override
    public String toString() {
        int longest = layers.stream().mapToInt(layer -> layer.spec().length()).max().orElse(0);
        String format = "%-" + Math.max(16, longest) + "s %-16s %12s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, format, "layer", "output", "parameters"));
        lines.add(String.format(Locale.ROOT, format, "input", "(batch, " + inputs + ")", ""));
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            width = layers.get(i).outputs(width);
            lines.add(String.format(Locale.ROOT, format, layers.get(i).spec(), "(batch, " + width + ")",
                    String.format(Locale.ROOT, "%,d", offsets[i + 1] - offsets[i])));
        }
        lines.add(String.format(Locale.ROOT, format, "total", "",
                String.format(Locale.ROOT, "%,d", parameters.length)));
        return String.join("\n", lines);
    }
}
