package dev.lanewise.nn;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Augmentation;
import dev.lanewise.nn.data.AugmentationParser;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.GradientClipping;
import dev.lanewise.nn.optim.MomentumSchedule;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.Schedule;
import dev.lanewise.nn.optim.Sgd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network by mini-batches.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.of(network).optimizer(new Sgd(0.1f)).batchSize(64).epochs(10).validation(0.1).seed(42);
 * History history = trainer.fit(train);
 * Evaluation result = trainer.evaluate(test);
 * }</pre>
 *
 * <p>The result depends on the network's initial parameters, the data, the settings and the seed, and on nothing else:
 * not on the number of threads, the vector width or the JIT. With the SIMD backend a step allocates no memory, but
 * for the 96 bytes of a {@link StrictMath#pow}, of which Adam's corrections take two.
 */
public final class Trainer {
    private final Network network;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private Loss loss = Loss.SOFTMAX_CROSS_ENTROPY;
    private Optimizer optimizer = new Sgd(0.1f);
    private List<Augmentation> augmentations = List.of();
    private ClassWeights classWeights = ClassWeights.NONE;
    private int batchSize = 64;
    private int epochs = 10;
    private double validation;
    private boolean stratified;
    private long seed = 42;
    private Schedule schedule = Schedule.constant();
    private @Nullable MomentumSchedule momentumSchedule;
    private Regularization regularization = Regularization.NONE;
    private GradientClipping clipping = GradientClipping.NONE;
    private @Nullable EarlyStopping earlyStopping;
    private int statisticsInterval;
    private boolean histograms;
    private @Nullable SnapshotPolicy snapshots;
    private @Nullable TrainingSnapshot start;
    private @Nullable Dataset test;
    private @Nullable Workers workers;
    private volatile boolean stop;
    private final AtomicBoolean fitting = new AtomicBoolean();

    private Trainer(Network network) {
        this.network = network;
    }

    /** A trainer with the default settings: cross-entropy, SGD at 0.1, 10 epochs of batches of 64, all processors. */
    public static Trainer of(Network network) {
        return new Trainer(network);
    }

    /**
     * A trainer of another network with the settings of this one, but without what belongs to one training: early
     * stopping, validation, listeners, statistics, snapshots.
     */
    public Trainer with(Network other) {
        Trainer copy = new Trainer(other);
        copy.loss = loss;
        copy.optimizer = optimizer;
        copy.augmentations = augmentations;
        copy.classWeights = classWeights;
        copy.batchSize = batchSize;
        copy.epochs = epochs;
        copy.seed = seed;
        copy.schedule = schedule;
        copy.momentumSchedule = momentumSchedule;
        copy.regularization = regularization;
        copy.clipping = clipping;
        copy.workers = workers;
        return copy;
    }

    /** What is trained. */
    public Network network() {
        return network;
    }

    /** What is made small. */
    public Loss loss() {
        return loss;
    }

    /** How. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** Samples in a mini-batch. */
    public int batchSize() {
        return batchSize;
    }

    /** What to make small; {@link Loss#SOFTMAX_CROSS_ENTROPY} unless set. */
    public Trainer loss(Loss value) {
        loss = value;
        return this;
    }

    /** How; SGD with learning rate 0.1 unless set. */
    public Trainer optimizer(Optimizer value) {
        optimizer = value;
        return this;
    }

    /** What the optimizer's learning rate is multiplied by from step to step; constant unless set. */
    public Trainer schedule(Schedule value) {
        schedule = value;
        return this;
    }

    /** The momentum from step to step in place of the optimizer's own; none unless set. */
    public Trainer momentumSchedule(MomentumSchedule value) {
        momentumSchedule = value;
        return this;
    }

    /** What keeps weights small; nothing unless set. */
    public Trainer regularization(Regularization value) {
        regularization = value;
        return this;
    }

    /** Limits of the gradient; none unless set. */
    public Trainer clipping(GradientClipping value) {
        clipping = value;
        return this;
    }

    /** When to stop before the last epoch; never unless set. */
    public Trainer earlyStopping(EarlyStopping value) {
        earlyStopping = value;
        return this;
    }

    /**
     * Measures the layers in every {@code interval}-th step and in the last of each epoch, for
     * {@link TrainingListener#onStatistics}; never unless set. Every 100 steps cost less than 1 % of a training's time.
     *
     * @param interval in steps, at least 1
     * @param withHistograms whether parameters and gradients are counted at the end of each epoch too
     */
    public Trainer statistics(int interval, boolean withHistograms) {
        statisticsInterval = atLeastOne("statistics", interval);
        histograms = withHistograms;
        return this;
    }

    /**
     * Saves a snapshot every so many steps or whenever so much time has passed, whichever comes first, and when
     * {@link #stop} is called.
     */
    public Trainer snapshots(SnapshotStore store, long everySteps, Duration every) {
        snapshots = new SnapshotPolicy(store, everySteps, every);
        return this;
    }

    /**
     * Has the next {@link #fit} continue from a snapshot: the result has the same bits as if that training had never been
     * interrupted. Data and settings must be the same.
     */
    public Trainer resume(TrainingSnapshot snapshot) {
        start = snapshot;
        return this;
    }

    /**
     * The data that the result will be judged by. The training never sees them, but refuses them before it begins if they
     * do not fit, and a snapshot is of a training with the same.
     */
    public Trainer test(Dataset data) {
        test = data;
        return this;
    }

    /**
     * Ends the {@link #fit} that is running after its current step, from any thread or listener; its history then says
     * interrupted, unless it has just ended by itself. The next fit trains again. While none is running, a stop has no
     * effect, from {@link TrainingListener#onTrainingStart} on it has: who may ask earlier, remembers it until then.
     */
    public void stop() {
        stop = true;
    }

    /** Random changes of every training sample, anew in every epoch; none unless set. {@link AugmentationParser} reads them. */
    public Trainer augmentation(List<Augmentation> values) {
        augmentations = List.copyOf(values);
        return this;
    }

    /** How much the samples of each class count in the loss, in training and evaluation; alike unless set. */
    public Trainer classWeights(ClassWeights value) {
        classWeights = value;
        return this;
    }

    /** Samples in a mini-batch, at least 1; 64 unless set. An epoch's last batch may be smaller. */
    public Trainer batchSize(int value) {
        batchSize = atLeastOne("batchSize", value);
        return this;
    }

    /** Passes over the training data, at least 1; 10 unless set. */
    public Trainer epochs(int value) {
        epochs = atLeastOne("epochs", value);
        return this;
    }

    /** The fraction of the training data, in [0, 1), that is held out for validation; 0 unless set. */
    public Trainer validation(double fraction) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("validation: " + fraction + " (expected >= 0 and < 1)");
        }
        validation = fraction;
        return this;
    }

    /** Whether the validation samples keep every class's share, see {@link Dataset#stratifiedSplit}; not unless set. */
    public Trainer stratified(boolean value) {
        stratified = value;
        return this;
    }

    /** Seeds the order of the samples, the choice of validation samples and dropout's masks, and augmentation; 42 unless set. */
    public Trainer seed(long value) {
        seed = value;
        return this;
    }

    /** The threads to compute on; {@link Workers#shared} unless set. */
    public Trainer workers(Workers value) {
        workers = value;
        return this;
    }

    /** Adds a listener. */
    public Trainer listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Trains on the data, less the validation fraction.
     *
     * @throws IllegalArgumentException as {@link #check} and {@link #holdOut}, before anything changes
     * @throws TrainingDivergedException if a batch's loss is NaN or infinite
     */
    public History fit(Dataset data) {
        if (validation == 0) {
            return fit(data, null);
        }
        Split split = holdOut(data);
        return fit(split.train(), split.test());
    }

    /**
     * How {@link #fit(Dataset)} divides its data: a training part, and the validation fraction as the test part.
     *
     * @throws IllegalArgumentException if a part has no rows, or is to be stratified without classes
     */
    public Split holdOut(Dataset data) {
        if (stratified && data.classes() == 0) {
            throw new IllegalArgumentException("stratified: true (expected false for regression, whose data "
                    + "have no classes)");
        }
        long splitSeed = seed + Streams.VALIDATION_SPLIT;
        return stratified ? data.stratifiedSplit(validation, splitSeed) : data.split(validation, splitSeed);
    }

    /**
     * Checks what a training on these data would check, without training: also that a snapshot to {@link #resume} is of
     * this training.
     *
     * @throws IllegalArgumentException if the data do not fit the network or the settings, or these not each other, or a
     *         parameter of the network is not finite
     */
    public void check(Dataset train, @Nullable Dataset validationData) {
        check("training data", train);
        if (validationData != null) {
            check("validation data", validationData);
        }
        if (test != null) {
            check("test data", test);
        }
        checkParameters();
        TrainingSettings settings = settings();
        settings.check(train, validationData);
        if (start != null) {
            SnapshotCheck.check(start, settings, new TrainingFacts(network, train, validationData, test));
        }
    }

    private TrainingSettings settings() {
        return new TrainingSettings(loss, optimizer, schedule, momentumSchedule, regularization, clipping,
                earlyStopping, augmentations, classWeights, batchSize, epochs, seed);
    }

    /**
     * Trains on the first data set and validates on the second, if any, after each epoch.
     *
     * @throws IllegalStateException if another fit of this trainer is running
     */
    public History fit(Dataset train, @Nullable Dataset validationData) {
        if (!fitting.compareAndSet(false, true)) {
            throw new IllegalStateException("fit: another is running (expected one at a time of a trainer)");
        }
        try {
            return run(train, validationData);
        } finally {
            fitting.set(false);
        }
    }

    private History run(Dataset train, @Nullable Dataset validationData) {
        stop = false;
        check(train, validationData);
        TrainingRun run = new TrainingRun(settings(), workers(), List.copyOf(listeners),
                new TrainingFacts(network, train, validationData, test));
        if (start != null) {
            run.resume(start);
            start = null;
        }
        if (statisticsInterval > 0) {
            run.measureBy(new StatisticsCollector(network, statisticsInterval, histograms));
        }
        if (snapshots != null) {
            run.saveBy(snapshots);
        }
        return run.fit(() -> stop);
    }

    /**
     * Loss and accuracy on the data; the loss is the mean by {@link ClassWeights weight}, over all rows whatever the
     * batches.
     *
     * @throws IllegalArgumentException if the data do not fit the network or the loss
     */
    public Evaluation evaluate(Dataset data) {
        check("data", data);
        Workspace workspace = new Workspace(network,
                Math.min(Predictor.usualCapacity(network), data.size()), workers(), false);
        LossPass lossPass = new LossPass(loss, workspace, network.outputs(), classWeights);
        return new Evaluator(network, workspace, lossPass).evaluate(data, TrainingRun.ascending(data.size()));
    }

    /**
     * Loss, accuracy and layers in one pass forward and backward of all rows in one batch, as in the first step of a
     * training. It changes nothing.
     *
     * @throws IllegalArgumentException if the data do not fit the network or the loss
     */
    public Probe probe(Dataset data) {
        check("data", data);
        return new Prober(network, loss, classWeights, workers()).probe(data, seed);
    }

    /** Sum of the weights with which the rows count in the loss; their number if they count alike. */
    public double weight(Dataset data) {
        return DataFit.weight(data, classWeights);
    }

    /** The threads to compute on. */
    public Workers workers() {
        return workers == null ? Workers.shared() : workers;
    }

    private void check(String what, Dataset data) {
        DataFit.check(what, data, network, loss, classWeights);
    }

    private void checkParameters() {
        Finiteness numbers = Finiteness.of(network.parameterCount(), network.parameters(), 0);
        if (!numbers.all()) {
            throw new IllegalArgumentException("network: " + numbers.describe("parameters")
                    + " (expected finite numbers to begin with)");
        }
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected >= 1)");
        }
        return value;
    }
}
