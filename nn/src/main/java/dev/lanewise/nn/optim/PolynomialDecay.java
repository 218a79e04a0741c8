package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Falls to an end: {@code end + (1 - end) (1 - p)^power} with {@code p = step / totalSteps}, as in Keras;
 * {@code polynomial:POWER[:END]}, and {@code linear[:END]} for power 1.
 *
 * @param power above 0
 * @param end the factor behind the last step, in [0, 1]
 */
public record PolynomialDecay(double power, double end) implements Schedule {
    /** Checks the settings. */
    public PolynomialDecay {
        Bounds.positive("power", power);
        Bounds.fraction("end", end);
    }

    /** Power 1. */
    public static PolynomialDecay linear(double end) {
        return new PolynomialDecay(1, end);
    }

    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        double p = Math.min(1, (double) step / totalSteps);
        return end + (1 - end) * Curves.power(1 - p, power);
    }

    @Override
    public String spec() {
        return power == 1
                ? Word.of("linear", List.of(Word.text(end)), "0")
                : Word.of("polynomial", List.of(Word.text(power), Word.text(end)), "0");
    }
}
