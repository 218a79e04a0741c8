package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.data.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * What a little more of the same training would bring.
 *
 * @param steps more
 * @param trainBefore loss on the rows it was trained on, before
 * @param trainAfter and after
 * @param heldBefore loss on rows it was not trained on, before; NaN without such rows
 * @param heldAfter and after
 */
record Continuation(int steps, double trainBefore, double trainAfter, double heldBefore, double heldAfter) {
    private static final int STEPS = 200;
    private static final int HELD_ROWS = 2000;

    static Continuation of(Network network, Trainer trainer, Dataset train,
            @Nullable Dataset validation, double rate, long seed) {
        Network copy = network.copy();
        Dataset rows = Rows.ofSteps(train, STEPS, seed, trainer);
        Dataset held = validation == null ? null : Rows.counting(validation, HELD_ROWS, seed, trainer);
        int stepsPerEpoch = Math.ceilDiv(rows.size(), trainer.batchSize());
        int epochs = Math.ceilDiv(STEPS, stepsPerEpoch);
        Trainer more = trainer.with(copy).schedule(new ScaledRate(rate)).epochs(epochs);
        double trainBefore = more.evaluate(rows).loss();
        double heldBefore = held == null ? Double.NaN : more.evaluate(held).loss();
        try {
            more.fit(rows, null);
        } catch (TrainingDivergedException diverged) {
            return new Continuation(epochs * stepsPerEpoch, trainBefore, Double.POSITIVE_INFINITY, heldBefore,
                    Double.POSITIVE_INFINITY);
        }
        return new Continuation(epochs * stepsPerEpoch, trainBefore, more.evaluate(rows).loss(), heldBefore,
                held == null ? Double.NaN : more.evaluate(held).loss());
    }
}
