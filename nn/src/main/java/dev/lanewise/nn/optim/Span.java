package dev.lanewise.nn.optim;

import java.util.Locale;

/**
 * How long something lasts in a training.
 *
 * @param count at least 1
 * @param unit of what
 */
public record Span(int count, Unit unit) {
    /** What is counted. */
    public enum Unit {
        /** Optimizer steps: mini-batches. */
        STEPS,
        /** Passes over the training data. */
        EPOCHS;

        /** {@code steps} or {@code epochs}. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the count. */
    public Span {
        Bounds.atLeast("count", count, 1);
    }

    /** So many optimizer steps. */
    public static Span steps(int count) {
        return new Span(count, Unit.STEPS);
    }

    /** So many passes over the training data. */
    public static Span epochs(int count) {
        return new Span(count, Unit.EPOCHS);
    }

    /** Its length in steps. */
    public long inSteps(int stepsPerEpoch) {
        return unit == Unit.STEPS ? count : (long) count * stepsPerEpoch;
    }

    /** {@code 500} where its unit is the usual one, {@code 500steps} elsewhere. */
    String text(Unit usual) {
        return unit == usual ? String.valueOf(count) : count + unit.word();
    }
}
