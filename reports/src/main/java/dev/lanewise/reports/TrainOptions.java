package dev.lanewise.reports;

import dev.lanewise.nn.EarlyStoppingParser;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.LossParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.AugmentationParser;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.GradientClipping;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.ScheduleParser;
import dev.lanewise.nn.optim.Sgd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to train: goodness of function, and how to pick the best. */
final class TrainOptions {
    private static final int EPOCHS = 12;
    /** What small tables need to be learnt: measured in reports/decisions/019-defaults-for-tables.md. */
    private static final int CSV_STEPS = 500;
    private static final int MOST_EPOCHS = 200;
    private static final double VALIDATION = 0.1;

    @Option(names = "--loss", paramLabel = "NAME", description = "One of: " + LossParser.KNOWN
            + ". Default: cross-entropy for classes, mse for targets.")
    private @Nullable String loss;

    @Mixin
    private final OptimizerOptions optimizer = new OptimizerOptions();

    @Option(names = "--schedule", paramLabel = "SCHEDULE", description = "Of the learning rate: "
            + ScheduleParser.KNOWN + ".")
    private @Nullable String schedule;

    @Option(names = "--momentum-schedule", paramLabel = "SCHEDULE", description = "Of the momentum (beta1 of the adam family): "
            + ScheduleParser.KNOWN_MOMENTUM + ".")
    private @Nullable String momentumSchedule;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data. Default: "
            + EPOCHS + "; for CSV more, up to " + MOST_EPOCHS + ", where they are fewer than " + CSV_STEPS
            + " steps.")
    private @Nullable Integer epochs;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "32", description = "Samples in a mini-batch. Default: ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(names = "--validation", paramLabel = "FRACTION", description = "Fraction of the training data that is held out for validation; 0 for none. Default: "
            + VALIDATION + ", or none where that is no row.")
    private @Nullable Double validation;

    @Option(names = "--stratified", description = "Validation data keep every class's share.")
    private boolean stratified;

    @Option(names = "--early-stopping", paramLabel = "SETTINGS", description = "Such as patience=5,monitor=val-accuracy: patience=EPOCHS and, if you like, monitor=val-loss|val-accuracy|train-loss, "
            + "min-delta=X, warmup=EPOCHS, restore-best=true|false.")
    private @Nullable String earlyStopping;

    @Option(names = "--l1", paramLabel = "X", description = "Adds X times the sum of the weights' magnitudes to the loss.")
    private float l1;

    @Option(names = "--l2", paramLabel = "X", description = "Adds X / 2 times the sum of the weights' squares to the loss.")
    private float l2;

    @Option(names = "--max-norm", paramLabel = "X", description = "Largest norm of a unit's incoming weights.")
    private @Nullable Float maxNorm;

    @Option(names = "--clip-norm", paramLabel = "X", description = "Largest norm of the whole gradient.")
    private @Nullable Float clipNorm;

    @Option(names = "--clip-value", paramLabel = "X", description = "Largest magnitude of an element of the gradient.")
    private @Nullable Float clipValue;

    @Option(names = "--class-weights", paramLabel = "WEIGHTS", description = "balanced, or numbers such as 1,2.5,1 in the order of the classes.")
    private @Nullable String classWeights;

    @Option(names = "--augmentation", paramLabel = "WORDS", description = "Random changes of training samples, such as \"shift:2 rotate:10\". Known: "
            + AugmentationParser.KNOWN + ".")
    private @Nullable String augmentation;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seeds initial weights, order, splits, dropout and augmentation; the same seed gives the same "
            + "weights. Default: ${DEFAULT-VALUE}.")
    private long seed;

    /**
     * Checks all that can be checked without data.
     *
     * @throws IllegalArgumentException naming the wrong value
     */
    void check() {
        trainer(Network.input(1).dense(1).build(seed), Loss.MEAN_SQUARED_ERROR,
                optimizer.isSettled() ? optimizer.optimizer() : new Sgd(0.1f));
        if (loss != null) {
            LossParser.parse(Words.of(loss));
        }
        if (stratified && validation != null && validation == 0) {
            throw new IllegalArgumentException("stratified: true (expected a --validation above 0 with it)");
        }
    }

    /** The loss asked for, or what suits the data; from then on the option names it. */
    Loss loss(Dataset data) {
        Loss chosen = loss != null
                ? LossParser.parse(Words.of(loss))
                : data.classes() > 0 ? Loss.SOFTMAX_CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
        if (data.classes() == 0 && chosen instanceof Loss.BinaryCrossEntropy) {
            throw new IllegalArgumentException(
                    "loss: binary-cross-entropy (expected mse, mae or huber for regression)");
        }
        loss = chosen.spec();
        return chosen;
    }

    /**
     * Settles optimizer, epochs and validation, where they were not given, by what suits the data; from then on the options
     * name them.
     *
     * @param table whether the data are columns of a CSV file, and not images
     * @param rows to train on, those held out for validation included
     */
    void suit(boolean table, int rows) {
        optimizer.suit(table ? "adam" : "sgd");
        validation = validation(rows);
        if (epochs == null) {
            epochs = table ? tableEpochs(rows) : EPOCHS;
        }
    }

    private int tableEpochs(int rows) {
        int trained = (int) Math.max(1, Math.round(rows * (1 - validation(rows))));
        return Math.clamp(Math.ceilDiv(CSV_STEPS, Math.ceilDiv(trained, batchSize)), EPOCHS, MOST_EPOCHS);
    }

    /** The trainer, but for the class weights, which depend on the data; {@link #suit} comes first. */
    Trainer trainer(Network network, Loss chosen) {
        return trainer(network, chosen, optimizer.optimizer());
    }

    private Trainer trainer(Network network, Loss chosen, Optimizer best) {
        Trainer trainer = Trainer.of(network)
                .loss(chosen)
                .optimizer(best)
                .regularization(new Regularization(l1, l2, optimizer.regularizingDecay(), limit(maxNorm)))
                .clipping(new GradientClipping(limit(clipValue), limit(clipNorm)))
                .epochs(epochs == null ? EPOCHS : epochs)
                .batchSize(batchSize)
                .validation(validation == null ? VALIDATION : validation)
                .stratified(stratified)
                .seed(seed);
        if (schedule != null) {
            trainer.schedule(ScheduleParser.parse(Words.of(schedule)));
        }
        if (momentumSchedule != null) {
            trainer.momentumSchedule(ScheduleParser.parseMomentum(Words.of(momentumSchedule)));
        }
        if (earlyStopping != null) {
            trainer.earlyStopping(EarlyStoppingParser.parse(Words.of(earlyStopping)));
        }
        if (augmentation != null) {
            trainer.augmentation(AugmentationParser.parse(Words.of(augmentation)));
        }
        return trainer;
    }

    /** Adds the class weights for these training data. */
    void weigh(Trainer trainer, Dataset train) {
        if (classWeights == null) {
            return;
        }
        if (train.classes() == 0) {
            throw new IllegalArgumentException("class-weights: " + classWeights
                    + " (expected none for regression, whose data have no classes)");
        }
        trainer.classWeights(ClassWeights.parse(Words.of(classWeights), train));
    }

    private static float limit(@Nullable Float given) {
        return given == null ? Float.POSITIVE_INFINITY : given;
    }

    /** The fraction of so many training rows that is held out. */
    double validation(int rows) {
        if (validation != null) {
            return validation;
        }
        return Math.round(rows * VALIDATION) == 0 ? 0 : VALIDATION;
    }

    long seed() {
        return seed;
    }
}
