package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.io.ModelFile;
import dev.lanewise.nn.io.ModelFileException;
import dev.lanewise.nn.io.WeightsDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Model files. */
public final class Models implements Reader<Network> {
    private static final Workers ALONE = Workers.of(1);
    private static final float MODERATE = 100;
    private static final int FEW_LAYERS = 10;
    private static final Pattern LARGE_NUMBER = Pattern.compile("\\d{4}|\\d[eE]");

    @Override
    public String name() {
        return "model";
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        List<Network> networks = List.of(
                Network.input(3)
                        .classNames(List.of("plain", "quote \" and \\", "gr\u00F6\u00DFe"))
                        .dense(4)
                        .relu()
                        .dense(3)
                        .build(1),
                Network.input(2)
                        .scaling(Scaling.of(new float[]{1, -2}, new float[]{0.5f, 3}))
                        .targetScaling(TargetScaling.of(new float[]{5, -1}, new float[]{2, 0.1f}))
                        .targetNames(List.of("price", "rent, net"))
                        .add("maxout:3x2 prelu:feature dense:2")
                        .build(2),
                Network.input(1).add("dense:1").build(3),
                Network.input(4)
                        .scaling(Scaling.bytes())
                        .add("dropout:0.2 dense:5 prelu leaky:0.1 elu:2 selu dropout:0.5:lecture dense:2 softplus")
                        .build(4));
        List<byte[]> seeds = new ArrayList<>();
        for (Network network : networks) {
            seeds.add(Written.bytes(file -> ModelFile.write(network, file)));
        }
        return seeds;
    }

    @Override
    public List<Mutator> mutators() {
        return Stream.of(SafetensorsEdits.ALL, SafetensorsEdits.ALL, ByteEdits.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean wants(String file) {
        return file.endsWith(".safetensors") && !file.startsWith("checkpoint");
    }

    @Override
    public Class<? extends Exception> refusal() {
        return ModelFileException.class;
    }

    @Override
    public Network read(byte[] input, Path file) throws IOException {
        return ModelFile.read(file);
    }

    @Override
    public void check(Network network, byte[] input, Path file) throws IOException {
        assertFinite("weights", network.parameters());
        Path again = file.resolveSibling("again");
        ModelFile.write(network, again);
        Network same = ModelFile.read(again);
        assertThat(WeightsDigest.sha256(same)).isEqualTo(WeightsDigest.sha256(network));
        assertThat(same.spec()).isEqualTo(network.spec());
        assertThat(same.classNames()).isEqualTo(network.classNames());
        assertThat(same.targetNames()).isEqualTo(network.targetNames());
        assertThat(same.scaling()).isEqualTo(network.scaling());
        assertThat(same.targetScaling()).isEqualTo(network.targetScaling());
        float[] outputs = new float[network.outputs()];
        new Predictor(network, 1, ALONE).outputs(1, new float[network.inputs()], outputs);
        if (moderate(network)) {
            assertFinite("outputs", outputs);
        }
    }

    /** Numbers so large that their products leave the floats may do so. */
    private static boolean moderate(Network network) {
        return Stream.of(network.parameters(), network.scaling().offset(), network.scaling().factor(),
                network.targetScaling().mean(), network.targetScaling().deviation())
                .allMatch(Models::moderate) && !LARGE_NUMBER.matcher(network.spec()).find()
                && network.layers().size() <= FEW_LAYERS;
    }

    private static boolean moderate(float... values) {
        for (float value : values) {
            if (Math.abs(value) > MODERATE) {
                return false;
            }
        }
        return true;
    }

    private static void assertFinite(String what, float... values) {
        for (float value : values) {
            assertThat(Float.isFinite(value)).as("%s are finite", what).isTrue();
        }
    }

    @Override
    public String checks() {
        return "finite weights; written and read again it is the same; predicts finite numbers unless its own are beyond "
                + (int) MODERATE;
    }
}
