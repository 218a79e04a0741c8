package dev.lanewise.reports;

import dev.lanewise.nn.Ending;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Examination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One training of a recipe, and what it brought.
 *
 * @param settings of the training
 * @param trainer of the trained network
 * @param train result on the training rows; of no use (NaN) if the training diverged
 * @param validation result on the rows held out
 * @param diagnosis from these alone: test data are for the end
 * @param examination that can be ended again with test data
 * @param complete whether the time sufficed
 * @param diverged why it ended, or null
 */
record Attempt(Configuration settings, Trainer trainer, Evaluation train, Evaluation validation,
        Diagnosis diagnosis, Examination examination, boolean complete,
        @Nullable TrainingDivergedException diverged) {
    /** Accuracies nearer than that are equal. */
    private static final double EVEN = 0.002;

    /** Trains; stops where the time is over. */
    static Attempt of(Configuration settings, Trainer trainer, Split data, Instant deadline) {
        Dataset held = data.test();
        Examination examination = Examination.begin(trainer.network(), trainer, data.train(), held);
        trainer.listener(new TrainingListener() {
            @Override
            public void onBatch(int epoch, int batch, int samples, double meanLoss) {
                if (Instant.now().isAfter(deadline)) {
                    trainer.stop();
                }
            }
        });
        boolean complete;
        try {
            complete = trainer.fit(data.train(), held).ending() != Ending.INTERRUPTED;
        } catch (TrainingDivergedException diverged) {
            Evaluation none = new Evaluation(held.size(), Double.NaN, Double.NaN);
            return new Attempt(settings, trainer, none, none, examination.end(diverged), examination, true,
                    diverged);
        }
        return new Attempt(settings, trainer, trainer.evaluate(data.train()), trainer.evaluate(held),
                examination.end((Dataset) null), examination, complete, null);
    }

    /** By accuracy on the rows held out; by loss where these are even, and for regression. */
    boolean betterThan(Attempt other) {
        if (diverged != null || other.diverged != null) {
            return diverged == null;
        }
        double gain = validation.accuracy() - other.validation.accuracy();
        return gain > EVEN || (!(gain < -EVEN) && validation.loss() < other.validation.loss());
    }

    /** What the network suffers from, test data included. */
    Diagnosis end(Dataset test) {
        return diverged == null ? examination.end(test) : diagnosis;
    }
}
