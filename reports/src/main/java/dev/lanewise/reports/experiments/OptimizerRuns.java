package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.optim.Optimizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The trainings of one optimizer, one with each rate of a grid.
 *
 * @param name of the optimizer
 * @param rates ascending
 * @param courses one for each rate
 */
record OptimizerRuns(String name, List<Float> rates, List<TrainingCourse> courses) {

    /** Trains once with each rate. */
    static OptimizerRuns of(String name, Function<Float, Optimizer> optimizer, List<Float> rates,
            Function<Optimizer, TrainingCourse> training) {
        return new OptimizerRuns(name, rates,
                rates.stream().map(rate -> training.apply(optimizer.apply(rate))).toList());
    }

    /** Training loss after the last epoch with each rate; infinite where training diverged. */
    double[] finals() {
        return courses.stream().mapToDouble(OptimizerRuns::last).toArray();
    }

    private static double last(TrainingCourse course) {
        return course.diverged() ? Double.POSITIVE_INFINITY : course.lastTrain(1, Evaluation::loss);
    }

    private int bestIndex() {
        double[] finals = finals();
        int best = 0;
        for (int i = 1; i < finals.length; i++) {
            best = finals[i] < finals[best] ? i : best;
        }
        return best;
    }

    /** The rate with the lowest training loss at the end. */
    float bestRate() {
        return rates.get(bestIndex());
    }

    /** Its training. */
    TrainingCourse best() {
        return courses.get(bestIndex());
    }

    /** Whether that rate is neither the lowest nor the highest of the grid, so that the grid was wide enough. */
    boolean bestIsInside() {
        int best = bestIndex();
        return best > 0 && best < rates.size() - 1;
    }

    /** The training loss at the end with that rate. */
    double bestLoss() {
        return finals()[bestIndex()];
    }

    /**
     * Where a training loss was reached first.
     *
     * @param rate of the training
     * @param epoch from 1
     * @param seconds of training up to its end
     */
    record Arrival(float rate, int epoch, double seconds) {
    }

    /** The earliest epoch, with whatever rate of the grid, with a training loss of at most so much. */
    Optional<Arrival> soonest(double loss) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            double[] losses = courses.get(i).train(Evaluation::loss);
            for (int j = 0; j < losses.length; j++) {
                if (losses[j] <= loss) {
                    arrivals.add(new Arrival(rates.get(i), j + 1, courses.get(i).seconds()[j]));
                    break;
                }
            }
        }
        return arrivals.stream().min(Comparator.comparingInt(Arrival::epoch));
    }
}
