package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.optim.Schedule;

/**
 * A constant multiple of an optimizer's learning rate.
 *
 * @param scale what it is multiplied by
 */
record ScaledRate(double scale) implements Schedule {
    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return scale;
    }

    @Override
    public String spec() {
        return "scaled:" + scale;
    }
}
