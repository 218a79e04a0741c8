package dev.lanewise.reports;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
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

    /** A trainer of a new network, ready to go. */
    Trainer trainer(DataSource source, Dataset train, Workers workers) throws IOException {
        Loss loss = trainOptions.loss(train);
        Network network = networkOptions.network(source, train, trainOptions.seed());
        Trainer trainer = trainOptions.trainer(network, loss).workers(workers);
        trainOptions.weigh(trainer, train);
        return trainer;
    }
}
