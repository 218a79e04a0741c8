package dev.lanewise.nn.optim;

/** The rate as it is: the factor is always 1. {@code constant}. */
public record ConstantRate() implements Schedule {
    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return 1;
    }

    @Override
    public String spec() {
        return "constant";
    }
}
