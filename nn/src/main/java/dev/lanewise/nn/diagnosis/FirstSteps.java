package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * The first steps of the training itself, with all its settings and on its very batches, on a copy of the network.
 *
 * @param steps that were taken
 * @param before loss on some of the rows before them
 * @param after loss on the same rows behind them; not finite if it diverged
 * @param divergence what ended them, or null
 */
record FirstSteps(int steps, double before, double after, @Nullable TrainingDivergedException divergence) {
    private static final int STEPS = 200;
    private static final int JUDGED_ROWS = 2000;

    /**
     * Takes them.
     *
     * @param network where to begin; not changed
     */
    static FirstSteps of(Network network, Trainer trainer, Dataset train, long seed) {
        Dataset judged = Rows.counting(train, JUDGED_ROWS, seed, trainer);
        Trainer copy = trainer.with(network.copy());
        int[] steps = {0};
        copy.listener(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int samples, double meanLoss) {
                if (++steps[0] == STEPS) {
                    copy.stop();
                }
            }
        });
        double before = copy.evaluate(judged).loss();
        try {
            copy.fit(train, null);
            return new FirstSteps(steps[0], before, copy.evaluate(judged).loss(), null);
        } catch (TrainingDivergedException diverged) {
            return new FirstSteps(steps[0], before, Double.NaN, diverged);
        }
    }

    /** Whether the loss stayed finite and did not grow beyond what an untrained network or a guess has. */
    boolean sound(Task task) {
        return after <= Thresholds.FIRST_STEPS_TIMES * Math.max(before, task.guessLoss());
    }

    /** What came of them, in words. */
    String numbers() {
        return divergence == null
                ? steps + " steps lead from loss " + Say.number(before) + " to " + Say.number(after)
                : "the loss stops being finite in step " + (steps + 1) + ": " + divergence.reason();
    }
}
