package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What other learning rates would have done: a few steps from the same parameters and on the same batches at several
 * multiples of the training's rate.
 *
 * @param rate the learning rate that multiples are of
 * @param steps of each trial
 * @param before loss on the rows of the trials before them
 * @param trials one for each multiple, ascending
 */
record RateTrials(double rate, int steps, double before, List<Trial> trials) {
    /** Tried first, below and above the training's own rate, which is 1. */
    private static final double[] FACTORS = {0.01, 0.1, 1, 10, 100};
    /** How far to go on where the outermost is the best. */
    private static final double FARTHEST = 1e9;
    private static final int STEPS = 40;

    /**
     * A trial.
     *
     * @param factor what the learning rate was multiplied by
     * @param loss behind the steps, on the rows of all trials; infinite if it diverged
     * @param movement norm of the change of all parameters by the norm of the parameters, a step
     */
    record Trial(double factor, double loss, double movement) {
    }

    /** Keeps the list from being changed. */
    RateTrials {
        trials = List.copyOf(trials);
    }

    /**
     * Tries.
     *
     * @param network where to begin; not changed
     * @param rate what the optimizer's rate is multiplied by at that point of the training
     */
    static RateTrials of(Network network, Trainer trainer, Dataset train, double rate, long seed) {
        Dataset rows = Rows.ofSteps(train, STEPS, seed, trainer);
        List<Trial> trials = new ArrayList<>();
        for (double factor : FACTORS) {
            trials.add(trial(network, trainer, rows, rate, factor));
        }
        for (double next = 1000; best(trials).equals(trials.getLast()) && next <= FARTHEST; next *= 10) {
            trials.add(trial(network, trainer, rows, rate, next));
        }
        for (double next = 1000; best(trials).equals(trials.getFirst()) && next <= FARTHEST; next *= 10) {
            trials.addFirst(trial(network, trainer, rows, rate, 1 / next));
        }
        return new RateTrials(rate * trainer.optimizer().learningRate(), STEPS,
                trainer.with(network).evaluate(rows).loss(), trials);
    }

    private static Trial trial(Network network, Trainer trainer, Dataset rows, double rate, double factor) {
        Network copy = network.copy();
        Trainer trial = trainer.with(copy)
                .schedule(new ScaledRate(rate * factor))
                .epochs(epochs(rows, trainer.batchSize()));
        return new Trial(factor, run(trial, rows), movement(network, copy) / STEPS);
    }

    /** So many as are about as many steps; a batch holds no more than all rows. */
    private static int epochs(Dataset rows, int batchSize) {
        return (int) Math.max(1, (long) STEPS * Math.min(batchSize, rows.size()) / rows.size());
    }

    private static double run(Trainer trial, Dataset rows) {
        try {
            trial.fit(rows, null);
            double loss = trial.evaluate(rows).loss();
            return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        } catch (TrainingDivergedException tooFast) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double movement(Network from, Network to) {
        double moved = 0;
        double norm = 0;
        for (int i = 0; i < from.parameterCount(); i++) {
            double before = from.parameters()[i];
            double change = to.parameters()[i] - before;
            moved += change * change;
            norm += before * before;
        }
        return Math.sqrt(moved / norm);
    }

    /** The trial with a multiple. */
    Trial at(double factor) {
        return trials.stream().filter(trial -> trial.factor == factor).findFirst().orElseThrow();
    }

    /** The least loss with a lower rate than the training's own. */
    double slower() {
        return trials.stream().filter(trial -> trial.factor < 1).mapToDouble(Trial::loss).min().orElseThrow();
    }

    /** The trial with the least loss; of equal ones the slowest. */
    Trial best() {
        return best(trials);
    }

    private static Trial best(List<Trial> trials) {
        return trials.stream().min(Comparator.comparingDouble(Trial::loss)).orElseThrow();
    }
}
