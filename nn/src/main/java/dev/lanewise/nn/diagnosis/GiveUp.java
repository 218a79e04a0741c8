package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Stops a training that learns nothing: {@code trainer.listener(new GiveUp(trainer, train, 5))}. (One whose loss is not
 * finite ends by itself, with {@link dev.lanewise.nn.TrainingDivergedException}.)
 */
public final class GiveUp implements TrainingListener {
    private final Trainer trainer;
    private final Task task;
    private final int patience;
    private double best = Double.NEGATIVE_INFINITY;
    private @Nullable String reason;

    /**
     * For one training.
     *
     * @param trainer to stop
     * @param train what it is trained on
     * @param patience epochs, at least 1, within which the training loss must have become 2 % smaller than that of a guess that
     *        does not look at the inputs
     */
    public GiveUp(Trainer trainer, Dataset train, int patience) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience: " + patience + " (expected >= 1)");
        }
        this.trainer = trainer;
        this.patience = patience;
        task = Task.of(train, trainer.loss(), trainer.network().targetScaling());
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        best = Math.max(best, task.learnt(metrics.trainLoss()));
        if (metrics.epoch() >= patience && best < Thresholds.HOPELESS) {
            reason = "given up in epoch " + metrics.epoch() + ": the training loss is "
                    + Say.number(metrics.trainLoss())
                    + ", no better than a guess's " + Say.number(task.guessLoss());
            trainer.stop();
        }
    }

    /** Why it stopped the training; null if it did not. */
    public @Nullable String reason() {
        return reason;
    }
}
