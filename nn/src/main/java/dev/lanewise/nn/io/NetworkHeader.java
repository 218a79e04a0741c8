package dev.lanewise.nn.io;

import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.NetworkTensor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the header of a model file says of its network. */
final class NetworkHeader {
    private static final String VERSION = "1";
    private static final String TARGET_MEAN = "targetScaling.mean";
    private static final String TARGET_DEVIATION = "targetScaling.deviation";

    private final ModelHeader header;
    private final TensorSource source;

    private NetworkHeader(TensorSource source) {
        header = source.header();
        this.source = source;
    }

    /** The header of a network's model file. */
    static ModelHeader of(Network network) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "lanewise");
        metadata.put("version", VERSION);
        metadata.put("inputs", Integer.toString(network.inputs()));
        metadata.put("layers", network.spec());
        metadata.put("classNames", HeaderJson.array(network.classNames()));
        SchemaMetadata.write(network.schema(), metadata);
        return ModelHeader.of(metadata, tensors(network));
    }

    /** All tensors of a network in the order of the file. */
    static List<ModelTensor> tensors(Network network) {
        List<ModelTensor> tensors = new ArrayList<>();
        float[] offset = network.scaling().offset();
        float[] factor = network.scaling().factor();
        tensors.add(new ModelTensor("scaling.offset", List.of(offset.length), offset, 0));
        tensors.add(new ModelTensor("scaling.factor", List.of(factor.length), factor, 0));
        TargetScaling targets = network.targetScaling();
        if (!targets.isNone()) {
            List<Integer> shape = List.of(network.outputs());
            tensors.add(new ModelTensor(TARGET_MEAN, shape, targets.mean(), 0));
            tensors.add(new ModelTensor(TARGET_DEVIATION, shape, targets.deviation(), 0));
        }
        for (NetworkTensor tensor : network.tensors()) {
            tensors.add(
                    new ModelTensor(tensor.name(), tensor.shape(), network.parameters(), tensor.offset()));
        }
        return tensors;
    }

    /** Rebuilds the network; every tensor it needs must be there with the right shape, and no other. */
    static Network network(TensorSource source) throws IOException {
        return new NetworkHeader(source).network();
    }

    private Network network() throws IOException {
        Map<String, String> metadata = header.metadata();
        if (!"lanewise".equals(metadata.get("format")) || !VERSION.equals(metadata.get("version"))) {
            throw new ModelFileException(
                    "not a Lanewise model: format " + shown("format") + ", version " + shown("version")
                            + " (expected lanewise, " + VERSION + ")");
        }
        Network network = build();
        for (ModelTensor tensor : tensors(network)) {
            source.read(tensor.name(), tensor.values());
            tensor.requireFinite();
        }
        return network;
    }

    private String shown(String key) {
        return Excerpt.of(String.valueOf(header.metadata().get(key)));
    }

    private Network build() throws IOException {
        try {
            NetworkBuilder builder = Network.input(inputs())
                    .classNames(HeaderJson.strings("classNames", required("classNames")))
                    .schema(SchemaMetadata.read(header.metadata()));
            List<Layer> layers = LayerParser.parse(required("layers"));
            checkTensors(layers);
            layers.forEach(builder::add);
            return builder
                    .scaling(Scaling.of(read("scaling.offset"), read("scaling.factor")))
                    .targetScaling(targetScaling())
                    .build(0);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new ModelFileException("corrupt metadata: " + wrong.getMessage(), wrong);
        }
    }

    private TargetScaling targetScaling() throws IOException {
        return hasTargetScaling()
                ? TargetScaling.of(read(TARGET_MEAN), read(TARGET_DEVIATION))
                : TargetScaling.none();
    }

    private boolean hasTargetScaling() {
        return header.tensors().containsKey(TARGET_MEAN) || header.tensors().containsKey(TARGET_DEVIATION);
    }

    /** Before memory is taken for parameters: the file's size bounds the tensors, but not what metadata claim. */
    private void checkTensors(List<Layer> layers) throws ModelFileException {
        int scalings = header.entry("scaling.offset").shape().equals(List.of(1)) ? 1 : inputs();
        checkShape("scaling.offset", List.of(scalings));
        checkShape("scaling.factor", List.of(scalings));
        int wanted = 2;
        int width = inputs();
        for (int i = 0; i < layers.size(); i++) {
            for (Layer.Tensor tensor : layers.get(i).tensors(width)) {
                checkShape(i + "." + tensor.name(), tensor.shape());
                wanted++;
            }
            width = layers.get(i).outputs(width);
        }
        if (hasTargetScaling()) {
            checkShape(TARGET_MEAN, List.of(width));
            checkShape(TARGET_DEVIATION, List.of(width));
            wanted += 2;
        }
        if (header.tensors().size() != wanted) {
            throw new ModelFileException(
                    header.tensors().size() + " tensors (expected " + wanted + ": "
                            + Excerpt.of(required("layers")) + ")");
        }
    }

    private int inputs() throws ModelFileException {
        String inputs = required("inputs");
        try {
            return Integer.parseInt(inputs);
        } catch (NumberFormatException wrong) {
            throw new ModelFileException(
                    "corrupt metadata: inputs: \"" + Excerpt.of(inputs) + "\" (expected a whole number >= 1)",
                    wrong);
        }
    }

    private String required(String key) throws ModelFileException {
        String value = header.metadata().get(key);
        if (value == null) {
            throw new ModelFileException("corrupt metadata: no \"" + key + "\"");
        }
        return value;
    }

    private void checkShape(String name, List<Integer> shape) throws ModelFileException {
        if (!shape.equals(header.entry(name).shape())) {
            throw new ModelFileException(
                    "tensor " + name + " has shape " + header.entry(name).shape() + " (expected " + shape
                            + ")");
        }
    }

    private float[] read(String name) throws IOException {
        return source.floats(name);
    }
}
