package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Probe;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows a training and says what is wrong with it.
 *
 * <pre>{@code
 * Split held = trainer.holdOut(data.train());
 * Examination examination = Examination.begin(network, trainer, held.train(), held.test());
 * Diagnosis diagnosis;
 * try {
 *     trainer.fit(held.train(), held.test());
 *     diagnosis = examination.end(data.test());
 * } catch (TrainingDivergedException diverged) {
 *     diagnosis = examination.end(diverged);
 * }
 * }</pre>
 *
 * <p>It changes nothing: the training ends with the same bits. What it measures by itself, on copies of the network, takes
 * two passes over a few thousand rows if all is well, and about a thousand steps more if training went badly.
 */
public final class Examination {
    private static final int EVALUATION_ROWS = 5000;
    private static final long SEED = 20;

    private final Network network;
    private final Network initial;
    private final Trainer trainer;
    private final Dataset train;
    private final @Nullable Dataset validation;
    private final Dataset probed;
    private final Task task;
    private final InputScale inputs;
    private final Probe start;
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private int restoredEpoch;
    private @Nullable TrainingDivergedException divergence;
    private @Nullable Shallower shallower;

    private Examination(Network network, Trainer trainer, Dataset train, @Nullable Dataset validation) {
        this.network = network;
        this.trainer = trainer;
        this.train = train;
        this.validation = validation;
        initial = network.copy();
        probed = Rows.counting(train, Thresholds.PROBE_ROWS, SEED, trainer);
        task = Task.of(train, trainer.loss(), network.targetScaling());
        inputs = InputScale.of(probed, network.scaling());
        start = trainer.probe(probed);
    }

    /**
     * Before the training: looks at the data and at the untrained network, and listens to the trainer from now on.
     *
     * @throws IllegalArgumentException if the data do not fit
     */
    public static Examination begin(Network network, Trainer trainer, Dataset train,
            @Nullable Dataset validation) {
        trainer.check(train, validation);
        Examination examination = new Examination(network, trainer, train, validation);
        trainer.listener(examination.listener());
        return examination;
    }

    private TrainingListener listener() {
        return new TrainingListener() {
            @Override
            public void onEpoch(EpochMetrics metrics) {
                epochs.add(metrics);
            }

            @Override
            public void onTrainingEnd(History history) {
                epochs.clear();
                epochs.addAll(history.epochs());
                restoredEpoch = history.restoredEpoch();
            }
        };
    }

    /** To compare with a shallower network; null for none. */
    public Examination shallower(@Nullable Shallower other) {
        shallower = other;
        return this;
    }

    /**
     * What the data, the untrained network and the training's first steps on a copy of it tell: in seconds, before a
     * training that may take hours.
     *
     * @param test data, whose rows should not be among those to train on; or null
     */
    public Preflight preflight(@Nullable Dataset test) {
        return Preflight
                .of(new Evidence(Situation.of(network, trainer), task, inputs, start, null, Course.none(),
                        Results.none(),
                        new Trials(null, null, Memorisation.of(initial, trainer, train, SEED), null, null),
                        null), FirstSteps.of(initial, trainer, train, SEED), train, test);
    }

    /** After a training that ended with an exception. */
    public Diagnosis end(TrainingDivergedException diverged) {
        divergence = diverged;
        return Diagnosis
                .of(evidence(null, Results.none(), new Trials(rates(initial, 1), null, null, null, null)));
    }

    /** After a training that ended by itself. */
    public Diagnosis end(@Nullable Dataset test) {
        Results results = new Results(trainer.evaluate(Rows.counting(train, EVALUATION_ROWS, SEED, trainer)),
                evaluate(validation), evaluate(test));
        Evidence facts = evidence(trainer.probe(probed), results, Trials.none());
        return Diagnosis.of(evidence(facts.end(), results, trials(facts)));
    }

    private @Nullable Evaluation evaluate(@Nullable Dataset data) {
        return data == null ? null : trainer.evaluate(Rows.counting(data, EVALUATION_ROWS, SEED, trainer));
    }

    private Evidence evidence(@Nullable Probe end, Results results, Trials trials) {
        return new Evidence(Situation.of(network, trainer), task, inputs, start, end,
                new Course(epochs, restoredEpoch, divergence),
                results, trials, shallower);
    }

    /** Only what the facts call for: nothing but a continuation where training went well. */
    private Trials trials(Evidence facts) {
        boolean poor = facts.poor();
        double rate = rateAt(epochs.size() - 1);
        return new Trials(poor ? rates(initial, usualRate(facts.course())) : null,
                poor ? rates(network, rate) : null,
                poor ? Memorisation.of(initial, trainer, train, SEED) : null,
                poor && task.classification() ? Neighbourhoods.of(train, network.scaling(), SEED) : null,
                Undertrained.suspected(facts)
                        ? Continuation.of(network, trainer, train, validation, rate, SEED)
                        : null);
    }

    /** What the schedule made of the optimizer's rate in an epoch, from 0; 1 if there is no such epoch. */
    private double rateAt(int epoch) {
        return epoch < 0 || epoch >= epochs.size()
                ? 1
                : epochs.get(epoch).learningRate() / trainer.optimizer().learningRate();
    }

    private double usualRate(Course course) {
        return epochs.isEmpty() ? 1 : course.usualRate() / trainer.optimizer().learningRate();
    }

    private RateTrials rates(Network from, double rate) {
        return RateTrials.of(from, trainer, train, rate, SEED);
    }
}
