package dev.lanewise.nn.optim;

import java.util.Optional;

/**
 * The learning rate's course: factors that multiply the optimizer's own rate, a pure function of the step. Values are
 * computed in {@code double}, with {@link StrictMath} where arithmetic does not do, so that they have the same bits
 * everywhere, and rounded to {@code float} once. {@link ScheduleParser} reads schedules from words.
 */
public interface Schedule {
    /** The rate as it is: a factor of 1. */
    static Schedule constant() {
        return new ConstantRate();
    }

    /**
     * The factor of a step before its rounding; finite and not negative.
     *
     * @param step from 0
     * @param stepsPerEpoch at least 1
     * @param totalSteps of the whole training, at least 1; a step beyond has the factor in which the schedule ends
     */
    double value(long step, int stepsPerEpoch, long totalSteps);

    /** The word that describes it; {@link ScheduleParser} reads it back. */
    String spec();

    /** How validation losses change the rate beside the step; most schedules do not look at them. */
    default Optional<ReduceOnPlateau> plateau() {
        return Optional.empty();
    }

    /**
     * What the learning rate is multiplied by in a step.
     *
     * @param step from 0
     * @param stepsPerEpoch at least 1
     * @param totalSteps of the whole training, at least 1
     * @throws IllegalArgumentException if one is below its least value
     */
    default float factor(long step, int stepsPerEpoch, long totalSteps) {
        Bounds.atLeast("step", step, 0);
        Bounds.atLeast("stepsPerEpoch", stepsPerEpoch, 1);
        Bounds.atLeast("totalSteps", totalSteps, 1);
        return (float) value(step, stepsPerEpoch, totalSteps);
    }
}
