package dev.lanewise.nn;

import java.util.List;

/**
 * How good a network is on some data.
 *
 * @param samples how many samples
 * @param loss mean loss, weighted as {@link Loss} says; in regression, of targets as the network's {@link TargetScaling} has
 *        them
 * @param accuracy fraction of samples whose largest output is their class; NaN for regression
 * @param targets each target of regression by itself; empty for classification
 */
public record Evaluation(int samples, double loss, double accuracy, List<TargetScore> targets) {
    /** Keeps the scores from being changed. */
    public Evaluation {
        targets = List.copyOf(targets);
    }

    /** Of a classification. */
    public Evaluation(int samples, double loss, double accuracy) {
        this(samples, loss, accuracy, List.of());
    }

    /** Root of the mean squared error of all targets, in their units; NaN for classification. */
    public double rmse() {
        return Math.sqrt(
                targets.stream()
                        .mapToDouble(target -> target.rmse() * target.rmse())
                        .average()
                        .orElse(Double.NaN));
    }

    /** Mean absolute error of all targets, in their units; NaN for classification. */
    public double mae() {
        return targets.stream().mapToDouble(TargetScore::mae).average().orElse(Double.NaN);
    }

    /** Mean of the targets' R^2; NaN for classification and if all values of a target are equal. */
    public double r2() {
        return targets.stream().mapToDouble(TargetScore::r2).average().orElse(Double.NaN);
    }
}
