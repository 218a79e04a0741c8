package dev.lanewise.nn.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.NetworkTensor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.TargetScaling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON header of a model file: metadata and where each tensor lies. */
record ModelHeader(Map<String, String> metadata, Map<String, Entry> tensors) {
    private static final String VERSION = "1";
    private static final String TARGET_MEAN = "targetScaling.mean";
    private static final String TARGET_DEVIATION = "targetScaling.deviation";

    /** Where a tensor lies in the data that follows the header, in bytes. */
    record Entry(String dtype, List<Integer> shape, long begin, long end) {
    }

    /** Reads floats from the data. */
    interface Source {
        float[] read(long offset, int count) throws IOException;
    }

    static ModelHeader of(Network network) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "lanewise");
        metadata.put("version", VERSION);
        metadata.put("inputs", Integer.toString(network.inputs()));
        metadata.put("layers", network.spec());
        metadata.put("classNames", HeaderJson.array(network.classNames()));
        if (!network.targetNames().isEmpty()) {
            metadata.put("targetNames", HeaderJson.array(network.targetNames()));
        }
        return of(metadata, tensors(network));
    }

    /** The header of tensors that lie one behind the other. */
    static ModelHeader of(Map<String, String> metadata, List<ModelTensor> inOrder) {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        long begin = 0;
        for (ModelTensor tensor : inOrder) {
            long end = begin + (long) tensor.size() * Float.BYTES;
            tensors.put(tensor.name(), new Entry("F32", tensor.shape(), begin, end));
            begin = end;
        }
        return new ModelHeader(metadata, tensors);
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

    /** UTF-8 JSON, padded with spaces so that the data begins at a multiple of eight bytes. */
    byte[] toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("__metadata__");
            for (Map.Entry<String, String> item : metadata.entrySet()) {
                json.writeStringField(item.getKey(), item.getValue());
            }
            json.writeEndObject();
            for (Map.Entry<String, Entry> tensor : tensors.entrySet()) {
                write(json, tensor.getKey(), tensor.getValue());
            }
            json.writeEndObject();
        }
        while (bytes.size() % 8 != 0) {
            bytes.write(' ');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Entry entry) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", entry.dtype);
        json.writeArrayFieldStart("shape");
        for (int extent : entry.shape) {
            json.writeNumber(extent);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_offsets");
        json.writeNumber(entry.begin);
        json.writeNumber(entry.end);
        json.writeEndArray();
        json.writeEndObject();
    }

    static ModelHeader parse(byte[] json) throws IOException {
        return HeaderJson.parse(json);
    }

    /** Bytes of data behind the header. */
    long dataLength() {
        return tensors.values().stream().mapToLong(Entry::end).max().orElse(0);
    }

    /** Rebuilds the network; every tensor it needs must be there with the right shape, and no other. */
    Network toNetwork(Source source) throws IOException {
        if (!"lanewise".equals(metadata.get("format")) || !VERSION.equals(metadata.get("version"))) {
            throw new ModelFileException(
                    "not a Lanewise model: format " + metadata.get("format") + ", version "
                            + metadata.get("version") + " (expected lanewise, " + VERSION + ")");
        }
        Network network = build(source);
        for (ModelTensor tensor : tensors(network)) {
            tensor.values().put(0, read(tensor.name(), source));
        }
        return network;
    }

    private Network build(Source source) throws IOException {
        try {
            NetworkBuilder builder = Network.input(inputs())
                    .classNames(HeaderJson.strings("classNames", required("classNames")))
                    .targetNames(
                            HeaderJson.strings("targetNames", metadata.getOrDefault("targetNames", "[]")));
            List<Layer> layers = LayerParser.parse(required("layers"));
            checkTensors(layers);
            layers.forEach(builder::add);
            return builder
                    .scaling(Scaling.of(read("scaling.offset", source), read("scaling.factor", source)))
                    .targetScaling(targetScaling(source))
                    .build(0);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new ModelFileException("corrupt metadata: " + wrong.getMessage(), wrong);
        }
    }

    private TargetScaling targetScaling(Source source) throws IOException {
        return hasTargetScaling()
                ? TargetScaling.of(read(TARGET_MEAN, source), read(TARGET_DEVIATION, source))
                : TargetScaling.none();
    }

    private boolean hasTargetScaling() {
        return tensors.containsKey(TARGET_MEAN) || tensors.containsKey(TARGET_DEVIATION);
    }

    /** Before memory is taken for parameters: the file's size bounds the tensors, but not what metadata claim. */
    private void checkTensors(List<Layer> layers) throws ModelFileException {
        int scalings = entry("scaling.offset").shape.equals(List.of(1)) ? 1 : inputs();
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
        if (tensors.size() != wanted) {
            throw new ModelFileException(
                    tensors.size() + " tensors (expected " + wanted + ": " + required("layers") + ")");
        }
    }

    private int inputs() throws ModelFileException {
        String inputs = required("inputs");
        try {
            return Integer.parseInt(inputs);
        } catch (NumberFormatException wrong) {
            throw new ModelFileException(
                    "corrupt metadata: inputs: \"" + inputs + "\" (expected a whole number >= 1)", wrong);
        }
    }

    private String required(String key) throws ModelFileException {
        String value = metadata.get(key);
        if (value == null) {
            throw new ModelFileException("corrupt metadata: no \"" + key + "\"");
        }
        return value;
    }

    private Entry entry(String name) throws ModelFileException {
        Entry entry = tensors.get(name);
        if (entry == null) {
            throw new ModelFileException("tensor " + name + " is missing");
        }
        return entry;
    }

    private void checkShape(String name, List<Integer> shape) throws ModelFileException {
        if (!shape.equals(entry(name).shape)) {
            throw new ModelFileException(
                    "tensor " + name + " has shape " + entry(name).shape + " (expected " + shape + ")");
        }
    }

    float[] read(String name, Source source) throws IOException {
        Entry entry = entry(name);
        return source.read(entry.begin, (int) ((entry.end - entry.begin) / Float.BYTES));
    }
}
