package dev.lanewise.nn;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Augmenter;
import dev.lanewise.nn.data.Dataset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One training from its first step, or a snapshot's, to its last, with its buffers. */
final class TrainingRun {
    private final Network network;
    private final TrainingSettings settings;
    private final List<TrainingListener> listeners;
    private final Dataset train;
    private final @Nullable Dataset validation;
    private final TrainingFacts facts;
    private final Workspace workspace;
    private final LossPass lossPass;
    private final Evaluator evaluator;
    private final TrainingState state;
    private final TrainingStep step;
    private final int[] order;
    private final int[] validationOrder;
    private final int stepsPerEpoch;
    private final Divergence divergence;
    private @Nullable StatisticsCollector statistics;
    private @Nullable SnapshotPolicy policy;
    private long savedStep;
    private long savedNanos = System.nanoTime();

    TrainingRun(TrainingSettings settings, Workers workers, List<TrainingListener> listeners,
            TrainingFacts facts) {
        this.settings = settings;
        this.listeners = listeners;
        this.facts = facts;
        network = facts.network();
        train = facts.train();
        validation = facts.validation();
        workspace = new Workspace(network, Math.min(settings.batchSize(), train.size()), workers, true);
        lossPass = new LossPass(settings.loss(), workspace, network.outputs(), settings.classWeights());
        evaluator = new Evaluator(network, workspace, lossPass,
                new Augmenter(settings.augmentations(), train.shape()));
        state = new TrainingState(network, settings);
        stepsPerEpoch = facts.stepsPerEpoch(settings.batchSize());
        step = new TrainingStep(settings, state, workspace, lossPass,
                new ParameterUpdate(network, settings.optimizer(), workspace.gradients(), state.slots,
                        state.values, workers),
                settings.regularization().limitsNorms()
                        ? new NormLimit(network, settings.regularization().maxNorm(), workers)
                        : null,
                stepsPerEpoch);
        divergence = new Divergence(network, workspace);
        order = new int[train.size()];
        validationOrder = ascending(validation == null ? 0 : validation.size());
    }

    /** Goes on from a snapshot. */
    void resume(TrainingSnapshot snapshot) {
        SnapshotCodec.read(snapshot, state, settings, facts);
        savedStep = state.step;
    }

    /** Measures layers from now on. */
    void measureBy(StatisticsCollector collector) {
        statistics = collector;
    }

    void saveBy(SnapshotPolicy value) {
        policy = value;
    }

    History fit(BooleanSupplier stopRequested) {
        for (TrainingListener listener : listeners) {
            listener.onTrainingStart(settings.epochs(), stepsPerEpoch, train.size());
        }
        Ending ending = epochs(stopRequested);
        if (ending == Ending.INTERRUPTED) {
            save();
        }
        History history = new History(state.history, ending,
                ending == Ending.INTERRUPTED ? 0 : state.restoreBest());
        requireFinite(ending);
        for (TrainingListener listener : listeners) {
            listener.onTrainingEnd(history);
        }
        return history;
    }

    /** The loss before the last step was finite; what that step has made of the parameters shows here alone. */
    private void requireFinite(Ending ending) {
        if (ending != Ending.INTERRUPTED
                && !Finiteness.of(state.parameters.length, state.parameters, 0).all()) {
            EpochMetrics last = state.history.getLast();
            throw divergence.locate(last.epoch(), state.step, last.validationLoss(), last.learningRate());
        }
    }

    private Ending epochs(BooleanSupplier stopRequested) {
        while (state.epoch <= settings.epochs()) {
            if (state.wantsToStop()) {
                return Ending.STOPPED_EARLY;
            }
            shuffle();
            if (!epoch(stopRequested)) {
                return Ending.INTERRUPTED;
            }
            EpochMetrics metrics = metrics();
            state.endEpoch(metrics);
            for (TrainingListener listener : listeners) {
                listener.onEpoch(metrics);
            }
        }
        return Ending.COMPLETED;
    }

    /** The order of an epoch depends on seed and epoch alone, not on the epochs before. */
    private void shuffle() {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        new RandomStream(settings.seed(), Streams.shuffling(state.epoch)).shuffle(order);
    }

    /** The rest of the epoch's steps; false if it was interrupted. */
    private boolean epoch(BooleanSupplier stopRequested) {
        long start = System.nanoTime();
        double before = state.seconds;
        while (state.batch < stepsPerEpoch) {
            if (stopRequested.getAsBoolean()) {
                return false;
            }
            step();
            state.seconds = before + (System.nanoTime() - start) * 1e-9;
            saveIfDue();
        }
        return true;
    }

    private void step() {
        int from = state.batch * workspace.capacity();
        int count = Math.min(workspace.capacity(), train.size() - from);
        double loss = evaluator.forward(train, order, from, count, settings.seed(), state.epoch, state.step);
        if (!Double.isFinite(loss)) {
            throw divergence.locate(state.epoch, state.step + 1, loss,
                    step.learningRate(Math.max(0, state.step - 1)));
        }
        state.loss += loss;
        state.weight += lossPass.weight();
        state.correct += train.classes() > 0 ? lossPass.correct() : 0;
        boolean last = state.batch == stepsPerEpoch - 1;
        if (statistics != null) {
            statistics.beforeStep(state.step + 1, last);
        }
        step.run();
        if (statistics != null) {
            report(statistics.afterStep(workspace, state.epoch, state.step, last));
        }
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onBatch(state.epoch, state.batch, from + count, state.meanLoss());
        }
    }

    private void report(@Nullable StepStatistics measured) {
        if (measured != null) {
            for (TrainingListener listener : listeners) {
                listener.onStatistics(measured);
            }
        }
    }

    private EpochMetrics metrics() {
        Evaluation held = validation == null
                ? new Evaluation(0, Double.NaN, Double.NaN)
                : evaluator.evaluate(validation, validationOrder);
        return new EpochMetrics(state.epoch, state.meanLoss(),
                train.classes() > 0 ? (double) state.correct / train.size() : Double.NaN,
                Penalty.of(network, settings.regularization()), held.loss(), held.accuracy(),
                step.learningRate(state.step - 1), state.seconds, train.size() / state.seconds);
    }

    private void saveIfDue() {
        if (policy != null && (state.step - savedStep >= policy.everySteps()
                || System.nanoTime() - savedNanos >= policy.every().toNanos())) {
            save();
        }
    }

    private void save() {
        if (policy == null || !Finiteness.of(state.parameters.length, state.parameters, 0).all()) {
            return; // A diverged training keeps its last good snapshot.
        }
        policy.store().save(SnapshotCodec.write(state, settings, facts));
        savedStep = state.step;
        savedNanos = System.nanoTime();
    }

    static int[] ascending(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
