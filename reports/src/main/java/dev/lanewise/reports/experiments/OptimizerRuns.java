package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.optim.Optimizer;
import java.util.List;
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

    /** The first epoch, from 1, of that training with a training loss of at most so much; 0 if there is none. */
    int reaches(double loss) {
        double[] losses = best().train(Evaluation::loss);
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] <= loss) {
                return i + 1;
            }
        }
        return 0;
    }
}
