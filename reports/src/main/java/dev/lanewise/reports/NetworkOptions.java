package dev.lanewise.reports;

import dev.lanewise.nn.ActivationLayer;
import dev.lanewise.nn.Dropout;
import dev.lanewise.nn.Initializer;
import dev.lanewise.nn.InitializerParser;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Maxout;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.Prelu;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.TargetScaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What network to train, and from which weights. */
final class NetworkOptions {
    @Option(names = "--layers", paramLabel = "LAYERS", description = "Layers, first to last, such as \"dense:512 relu dense:10\"; the last needs one unit for each "
            + "class or target. Known: " + LayerParser.KNOWN + ". Default: dense:512 relu dense:CLASSES.")
    private @Nullable String layers;

    @Option(names = "--dropout", paramLabel = "RATE", description = "Dropout behind every hidden activation, as dropout:RATE there in --layers.")
    private @Nullable Float dropout;

    @Option(names = "--input-dropout", paramLabel = "RATE", description = "Dropout of the inputs, as dropout:RATE at the front of --layers.")
    private @Nullable Float inputDropout;

    @Option(names = "--initializer", paramLabel = "NAME", description = "Initial weights: he_normal he_uniform glorot_normal glorot_uniform lecun_normal lecun_uniform "
            + "normal:DEVIATION uniform:LIMIT. Default: what suits each layer's activation.")
    private @Nullable String initializer;

    @Option(names = "--initial-model", paramLabel = "FILE", description = "Go on from this model's layers, weights and scaling, instead of --layers and random weights.")
    private @Nullable Path initialModel;

    @Option(names = "--scaling", paramLabel = "KIND", description = "Of inputs: standardize (each feature to mean 0 and deviation 1), bytes (0..255 to 0..1) or none. "
            + "Default: bytes for images, standardize for CSV.")
    private @Nullable String scaling;

    @Option(names = "--target-scaling", paramLabel = "KIND", description = "Regression: standardize or none. Default: standardize.")
    private @Nullable String targetScaling;

    /**
     * Checks all that can be checked without data.
     *
     * @throws IllegalArgumentException naming the wrong value
     */
    void check() {
        if (layers != null || dropout != null || inputDropout != null) {
            layers(2);
        }
        initializer();
        if (targetScaling != null && !List.of("standardize", "none").contains(Words.of(targetScaling))) {
            throw new IllegalArgumentException(
                    "target-scaling: " + targetScaling + " (expected standardize or none)");
        }
        if (scaling != null && !List.of("standardize", "bytes", "none").contains(Words.of(scaling))) {
            throw new IllegalArgumentException(
                    "scaling: " + scaling + " (expected standardize, bytes or none)");
        }
        if (initialModel != null && scaling != null) {
            throw new IllegalArgumentException("initial-model: " + initialModel
                    + " (expected no --scaling beside it, because the model has one)");
        }
        if (initialModel != null
                && (layers != null || initializer != null || dropout != null || inputDropout != null)) {
            throw new IllegalArgumentException("initial-model: " + initialModel
                    + " (expected none of --layers, --dropout, --input-dropout and --initializer beside it, "
                    + "because the model has layers and weights)");
        }
    }

    /**
     * The network, with fresh weights or those of the initial model; from then on the options name its layers.
     *
     * @throws IllegalArgumentException if it cannot be built
     * @throws IOException if the initial model cannot be read
     */
    Network network(DataSource source, Dataset train, long seed) throws IOException {
        if (initialModel != null) {
            return ModelFile.read(initialModel);
        }
        NetworkBuilder builder = Network.input(train.features())
                .scaling(scaling(source, train))
                .classNames(train.classNames())
                .schema(train.schema());
        Initializer chosen = initializer();
        if (chosen != null) {
            builder.initializer(chosen);
        }
        if (scalesTargets(train)) {
            builder.targetScaling(TargetScaling.standardize(train));
        }
        layers(Math.max(train.classes(), train.targets())).forEach(builder::add);
        Network network = builder.build(seed);
        layers = network.spec();
        dropout = null;
        inputDropout = null;
        return network;
    }

    private Scaling scaling(DataSource source, Dataset train) {
        return switch (scaling == null ? null : Words.of(scaling)) {
            case "standardize" -> Scaling.standardize(train);
            case "bytes" -> Scaling.bytes();
            case "none" -> Scaling.none();
            case null, default -> source.scaling(train);
        };
    }

    private boolean scalesTargets(Dataset train) {
        if (train.classes() > 0) {
            if (targetScaling != null) {
                throw new IllegalArgumentException("target-scaling: " + targetScaling
                        + " (expected none for data with classes, only regression has targets to scale)");
            }
            return false;
        }
        return targetScaling == null || Words.of(targetScaling).equals("standardize");
    }

    private @Nullable Initializer initializer() {
        return initializer == null ? null : InitializerParser.parse(Words.of(initializer));
    }

    private List<Layer> layers(int outputs) {
        List<Layer> asked = LayerParser
                .parse(layers == null ? "dense:512 relu dense:" + outputs : Words.of(layers));
        if (dropout == null && inputDropout == null) {
            return asked;
        }
        if (asked.stream().anyMatch(Dropout.class::isInstance)) {
            throw new IllegalArgumentException("dropout: layers have dropout of their own (expected either "
                    + "dropout in --layers, or --dropout and --input-dropout)");
        }
        List<Layer> all = new ArrayList<>();
        if (inputDropout != null) {
            all.add(new Dropout(inputDropout));
        }
        for (int i = 0; i < asked.size(); i++) {
            all.add(asked.get(i));
            if (dropout != null && i < asked.size() - 1 && isActivation(asked.get(i))) {
                all.add(new Dropout(dropout));
            }
        }
        return all;
    }

    private static boolean isActivation(Layer layer) {
        return layer instanceof ActivationLayer || layer instanceof Prelu || layer instanceof Maxout;
    }
}
