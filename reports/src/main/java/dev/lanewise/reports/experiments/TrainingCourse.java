package dev.lanewise.reports.experiments;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How good a network was after each epoch of a training: on the training and on the test data, both in the same way, with
 * the parameters of the epoch's end and without dropout.
 */
final class TrainingCourse implements TrainingListener {
    private final Trainer trainer;
    private final Split data;
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private final List<Evaluation> train = new ArrayList<>();
    private final List<Evaluation> test = new ArrayList<>();
    private boolean diverged;

    private TrainingCourse(Trainer trainer, Split data) {
        this.trainer = trainer;
        this.data = data;
    }

    /** Trains on the training part, all of it. */
    static TrainingCourse of(Trainer trainer, Split data) {
        TrainingCourse course = watch(trainer, data);
        try {
            trainer.fit(data.train(), null);
        } catch (TrainingDivergedException _) {
            course.diverged = true;
        }
        return course;
    }

    /** Watches a training that somebody else starts. */
    static TrainingCourse watch(Trainer trainer, Split data) {
        TrainingCourse course = new TrainingCourse(trainer, data);
        trainer.listener(course);
        return course;
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        epochs.add(metrics);
        train.add(trainer.evaluate(data.train()));
        test.add(trainer.evaluate(data.test()));
    }

    /** Whether a loss became NaN or infinite, so that epochs are missing. */
    boolean diverged() {
        return diverged;
    }

    /** What the trainer said of its epochs. */
    List<EpochMetrics> epochs() {
        return List.copyOf(epochs);
    }

    /** 1, 2, ... */
    double[] numbers() {
        return epochs.stream().mapToDouble(EpochMetrics::epoch).toArray();
    }

    /** Time spent training up to the end of each epoch. */
    double[] seconds() {
        double[] seconds = new double[epochs.size()];
        double sum = 0;
        for (int i = 0; i < seconds.length; i++) {
            sum += epochs.get(i).seconds();
            seconds[i] = sum;
        }
        return seconds;
    }

    /** A number of each epoch on the training data. */
    double[] train(ToDoubleFunction<Evaluation> number) {
        return train.stream().mapToDouble(number).toArray();
    }

    /** A number of each epoch on the test data. */
    double[] test(ToDoubleFunction<Evaluation> number) {
        return test.stream().mapToDouble(number).toArray();
    }

    /** Its mean over the last epochs, so many at most, on the training data; NaN if there is none. */
    double lastTrain(int last, ToDoubleFunction<Evaluation> number) {
        return mean(train(number), last);
    }

    /** Its mean over the last epochs, so many at most, on the test data; NaN if there is none. */
    double lastTest(int last, ToDoubleFunction<Evaluation> number) {
        return mean(test(number), last);
    }

    /** The fraction classified wrongly. */
    static double error(Evaluation evaluation) {
        return 1 - evaluation.accuracy();
    }

    private static double mean(double[] values, int last) {
        int from = Math.max(0, values.length - last);
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - from);
    }
}
