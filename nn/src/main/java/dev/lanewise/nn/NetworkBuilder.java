package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.nn.data.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Network}. */
public final class NetworkBuilder {
    private final int inputs;
    private final List<Layer> layers = new ArrayList<>();
    private Scaling scaling = Scaling.none();
    private TargetScaling targetScaling = TargetScaling.none();
    private List<String> classNames = List.of();
    private Schema schema = Schema.NONE;
    private @Nullable Initializer initializer;

    NetworkBuilder(int inputs) {
        if (inputs < 1) {
            throw new IllegalArgumentException("inputs: " + inputs + " (expected >= 1)");
        }
        this.inputs = inputs;
    }

    /** How raw features become inputs; {@link Scaling#none} unless set. */
    public NetworkBuilder scaling(Scaling value) {
        scaling = value;
        return this;
    }

    /** The units of the outputs in regression; {@link TargetScaling#none} unless set. */
    public NetworkBuilder targetScaling(TargetScaling value) {
        targetScaling = value;
        return this;
    }

    /** Names of the classes, one for each output; none unless set. */
    public NetworkBuilder classNames(List<String> names) {
        classNames = List.copyOf(names);
        return this;
    }

    /** Names of the targets of regression, one for each output; none unless set. */
    public NetworkBuilder targetNames(List<String> names) {
        schema = schema.withTargetNames(names);
        return this;
    }

    /** Names of the features, one for each input, distinct; none unless set. */
    public NetworkBuilder featureNames(List<String> names) {
        schema = schema.withFeatureNames(names);
        return this;
    }

    /**
     * What the columns of the training data are called, by which those of other data are found, in place of all names of
     * features, label and targets that were set; nothing unless set. {@link dev.lanewise.nn.data.Dataset#schema} has it.
     */
    public NetworkBuilder schema(Schema value) {
        schema = value;
        return this;
    }

    /** The initialiser of dense and maxout layers that have none of their own; what suits each unless set. */
    public NetworkBuilder initializer(Initializer value) {
        initializer = value;
        return this;
    }

    /** Adds a layer. */
    public NetworkBuilder add(Layer layer) {
        layers.add(layer);
        return this;
    }

    /** Adds the layers that a line such as {@code dense:512 relu dense:10} describes. */
    public NetworkBuilder add(String specs) {
        layers.addAll(LayerParser.parse(specs));
        return this;
    }

    /** Adds a fully connected layer. */
    public NetworkBuilder dense(int units) {
        return add(new Dense(units));
    }

    /** Adds a dense layer that gives the greatest of {@code pieces} pre-activations for each unit. */
    public NetworkBuilder maxout(int units, int pieces) {
        return add(new Maxout(units, pieces));
    }

    /** Adds a rectified linear unit. */
    public NetworkBuilder relu() {
        return add(new ActivationLayer(Activation.RELU));
    }

    /** Adds a leaky rectified linear unit; a slope of 0.01 is usual. */
    public NetworkBuilder leakyRelu(float slope) {
        return add(new ActivationLayer(Activation.LEAKY_RELU, slope));
    }

    /** Adds a parametric rectified linear unit with one slope for all features. */
    public NetworkBuilder prelu() {
        return add(new Prelu(Prelu.Slopes.SHARED));
    }

    /** Adds an exponential linear unit with alpha 1. */
    public NetworkBuilder elu() {
        return add(new ActivationLayer(Activation.ELU));
    }

    /** Adds a scaled exponential linear unit. */
    public NetworkBuilder selu() {
        return add(new ActivationLayer(Activation.SELU));
    }

    /** Adds a sigmoid. */
    public NetworkBuilder sigmoid() {
        return add(new ActivationLayer(Activation.SIGMOID));
    }

    /** Adds a hyperbolic tangent. */
    public NetworkBuilder tanh() {
        return add(new ActivationLayer(Activation.TANH));
    }

    /** Adds a softplus. */
    public NetworkBuilder softplus() {
        return add(new ActivationLayer(Activation.SOFTPLUS));
    }

    /** Adds a Gaussian error linear unit, by erf. */
    public NetworkBuilder gelu() {
        return add(new ActivationLayer(Activation.GELU));
    }

    /** Adds a sigmoid linear unit. */
    public NetworkBuilder silu() {
        return add(new ActivationLayer(Activation.SILU));
    }

    /** Adds inverted dropout with a probability of being dropped. */
    public NetworkBuilder dropout(float rate) {
        return add(new Dropout(rate));
    }

    /**
     * The network with initial parameters drawn by the seed.
     *
     * @throws IllegalArgumentException if there is no layer, scalings or names do not fit, or there are 2^31
     *         parameters or more
     */
    public Network build(long seed) {
        return new Network(this, seed);
    }

    int inputs() {
        return inputs;
    }

    Scaling scaling() {
        return scaling;
    }

    TargetScaling targetScaling() {
        return targetScaling;
    }

    List<Layer> layers() {
        return initializer == null ? layers : layers.stream().map(this::initialized).toList();
    }

    private Layer initialized(Layer layer) {
        return switch (layer) {
            case Dense(int units, Initializer own) when own == null -> new Dense(units, initializer);
            case Maxout(int units, int pieces, Initializer own) when own == null ->
                new Maxout(units, pieces, initializer);
            default -> layer;
        };
    }

    List<String> classNames() {
        return classNames;
    }

    Schema schema() {
        return schema;
    }
}
