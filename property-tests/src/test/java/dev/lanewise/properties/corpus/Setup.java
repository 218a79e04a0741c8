package dev.lanewise.properties.corpus;

import dev.lanewise.nn.EarlyStopping;
import dev.lanewise.nn.InitializerParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.Schedule;
import dev.lanewise.nn.optim.Sgd;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a training is made from. Unless set: the data's own scaling, SGD at 0.1, 10 epochs of batches of 32. */
final class Setup {
    private Parts data;
    private String layers;
    private Scaling scaling;
    private @Nullable String initializer;
    private Consumer<Network> change = _ -> {};
    private Optimizer optimizer = new Sgd(0.1f);
    private Schedule schedule = Schedule.constant();
    private Regularization regularization = Regularization.NONE;
    private @Nullable EarlyStopping earlyStopping;
    private @Nullable Setup shallower;
    private int batch = 32;
    private int epochs = 10;
    private long seed = 1;

    private Setup(Parts data, String layers) {
        this.data = data;
        this.layers = layers;
        scaling = data.scaling();
    }

    static Setup of(Parts data, String layers) {
        return new Setup(data, layers);
    }

    /** Layers that repeat: {@code deep(3, "dense:64 relu", 10)} has three hidden layers and ten outputs. */
    static String deep(int hidden, String layer, int classes) {
        return (layer + " ").repeat(hidden) + "dense:" + classes;
    }

    Setup layers(String value) {
        layers = value;
        return this;
    }

    Setup data(UnaryOperator<Parts> changed) {
        data = changed.apply(data);
        return this;
    }

    Setup scaling(Scaling value) {
        scaling = value;
        return this;
    }

    /** By its word, for all layers. */
    Setup initializer(String word) {
        initializer = word;
        return this;
    }

    /** Changes the network's initial parameters. */
    Setup change(Consumer<Network> value) {
        change = value;
        return this;
    }

    Setup optimizer(Optimizer value) {
        optimizer = value;
        return this;
    }

    Setup schedule(Schedule value) {
        schedule = value;
        return this;
    }

    Setup l2(float value) {
        regularization = new Regularization(0f, value, 0f, Float.POSITIVE_INFINITY);
        return this;
    }

    Setup earlyStopping(int patience) {
        earlyStopping = EarlyStopping.patience(patience);
        return this;
    }

    Setup shallower(Setup value) {
        shallower = value;
        return this;
    }

    Setup batch(int value) {
        batch = value;
        return this;
    }

    Setup epochs(int value) {
        epochs = value;
        return this;
    }

    /** Of the initial weights and of the training. */
    Setup seed(long value) {
        seed = value;
        return this;
    }

    Patient build() {
        NetworkBuilder builder = Network.input(data.train().features())
                .scaling(scaling)
                .classNames(data.train().classNames())
                .add(layers);
        if (initializer != null) {
            builder.initializer(InitializerParser.parse(initializer));
        }
        Network network = builder.build(seed);
        change.accept(network);
        Trainer trainer = Trainer.of(network)
                .optimizer(optimizer)
                .schedule(schedule)
                .regularization(regularization)
                .batchSize(batch)
                .epochs(epochs)
                .seed(seed);
        if (earlyStopping != null) {
            trainer.earlyStopping(earlyStopping);
        }
        return new Patient(network, trainer, data.train(), data.validation(), data.test(),
                shallower == null ? null : shallower.build());
    }
}
