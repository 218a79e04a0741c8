package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What the settings of a training mean: its network and its trainer. */
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
        CommandLine command = new CommandLine(plan);
        command.parseArgs();
        settings.applyTo(command.getCommandSpec(), option -> true);
        plan.check();
        return plan;
    }

    /**
     * Checks all that can be checked without data.
     *
     * @throws IllegalArgumentException naming the wrong value
     */
    void check() {
        networkOptions.check();
        trainOptions.check();
    }

    /**
     * A trainer of a new network; {@link #weigh} completes it.
     *
     * @param all the training rows, those held out included
     * @throws IllegalArgumentException if the settings do not fit the data
     */
    Trainer trainer(DataSource source, Dataset all, Workers workers) throws IOException {
        trainOptions.suit(source.isTable(), all.size());
        Loss loss = trainOptions.loss(all);
        Network network = networkOptions.network(source, all, trainOptions.seed());
        return trainOptions.trainer(network, loss).workers(workers);
    }

    /** Adds the class weights for the rows to train on. */
    void weigh(Trainer trainer, Dataset train) {
        trainOptions.weigh(trainer, train);
    }

    /** The fraction of so many training rows that is held out. */
    double validation(int rows) {
        return trainOptions.validation(rows);
    }

    long seed() {
        return trainOptions.seed();
    }
}
