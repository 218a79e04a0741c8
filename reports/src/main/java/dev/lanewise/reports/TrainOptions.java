package dev.lanewise.reports;

import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Sgd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to train. */
final class TrainOptions {
    @Option(names = "--layers", paramLabel = "LAYERS", description = "Layers, first to last, such as \"dense:512 relu dense:10\"; the last needs one unit for each "
            + "class. Known: " + LayerParser.KNOWN + ". Default: dense:512 relu dense:CLASSES.")
    private @Nullable String layers;

    @Option(names = "--optimizer", paramLabel = "NAME", defaultValue = "sgd", description = "sgd. Default: ${DEFAULT-VALUE}.")
    private String optimizer = "sgd";

    @Option(names = "--learning-rate", paramLabel = "X", defaultValue = "0.1", description = "Default: ${DEFAULT-VALUE}.")
    private float learningRate;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "12", description = "Passes over the training data. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "32", description = "Samples in a mini-batch. Default: ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(names = "--validation", paramLabel = "FRACTION", defaultValue = "0.1", description = "Fraction of the training data that is held out for validation; 0 for none. Default: "
            + "${DEFAULT-VALUE}.")
    private double validation;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seeds initial weights, order, splits and dropout; the same seed gives the same weights. Default: "
            + "${DEFAULT-VALUE}.")
    private long seed;

    /**
     * Checks all that can be checked without data.
     *
     * @throws IllegalArgumentException naming the wrong value
     */
    void check() {
        if (layers != null) {
            LayerParser.parse(layers);
        }
        optimizer();
        configure(Trainer.of(Network.input(1).dense(1).build(seed)));
    }

    /** The layers, with one output for each class unless the user chose them. */
    String layers(int classes) {
        return layers == null ? "dense:512 relu dense:" + classes : layers;
    }

    Trainer configure(Trainer trainer) {
        return trainer.optimizer(optimizer())
                .epochs(epochs)
                .batchSize(batchSize)
                .validation(validation)
                .seed(seed);
    }

    private Optimizer optimizer() {
        return switch (optimizer) {
            case "sgd" -> new Sgd(learningRate);
            default -> throw new IllegalArgumentException("optimizer: " + optimizer + " (expected sgd)");
        };
    }

    String optimizerName() {
        return optimizer;
    }

    float learningRate() {
        return learningRate;
    }

    int epochs() {
        return epochs;
    }

    int batchSize() {
        return batchSize;
    }

    double validation() {
        return validation;
    }

    long seed() {
        return seed;
    }
}
