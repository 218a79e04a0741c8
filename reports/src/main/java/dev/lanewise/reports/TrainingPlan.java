package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the settings of a training mean: its network and its trainer. */
@Command(name = "plan")
final class TrainingPlan {
    @Mixin
    private final NetworkOptions networkOptions = new NetworkOptions();

    @Mixin
    private final TrainOptions trainOptions = new TrainOptions();

    /**
     * Reads settings; those of data, logs and the like are passed over.
     *
     * @throws IllegalArgumentException if one is wrong
     */
    static TrainingPlan of(Configuration settings) {
        TrainingPlan plan = new TrainingPlan();
        new CommandLine(plan).setDefaultValueProvider(settings).parseArgs();
        plan.networkOptions.check();
        plan.trainOptions.check();
        return plan;
    }

    /**
     * A trainer of a new network, ready to go, as {@code lanewise train} has it.
     *
     * @param all the training rows, those held out included
     * @param train to train on
     * @throws IllegalArgumentException if the settings do not fit the data
     */
    Trainer trainer(DataSource source, Dataset all, Dataset train, Workers workers) throws IOException {
        Trainer trainer = trainer(source, all, workers);
        trainOptions.weigh(trainer, train);
        return trainer;
    }

    /** How {@code lanewise train} divides the training rows. */
    Split holdOut(DataSource source, Dataset all, Workers workers) throws IOException {
        return trainer(source, all, workers).holdOut(all);
    }

    private Trainer trainer(DataSource source, Dataset all, Workers workers) throws IOException {
        Loss loss = trainOptions.loss(all);
        Network network = networkOptions.network(source, all, trainOptions.seed());
        return trainOptions.trainer(network, loss).workers(workers);
    }
}
