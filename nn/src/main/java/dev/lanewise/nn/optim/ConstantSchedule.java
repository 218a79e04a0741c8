package dev.lanewise.nn.optim;

/** Leaves the rate as it is: always 1; {@code constant}. */
public record ConstantSchedule() implements Schedule {
    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return 1;
    }

    @Override
    public String spec() {
        return "constant";
    }
}
