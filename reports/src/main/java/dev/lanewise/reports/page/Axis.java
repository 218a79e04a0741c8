package dev.lanewise.reports.page;

import java.util.stream.LongStream;

/**
 * An axis with ticks at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low the smallest value shown
 * @param high the largest value shown
 * @param step between ticks
 */
record Axis(double low, double high, double step) implements Scale {
    /** Spans below this part of the values cannot be told from rounding errors. */
    private static final double FINEST = 1e-12;

    /** An axis from a tick to a tick that holds both values, with up to about {@code ticks} steps. */
    static Axis of(double min, double max, int ticks) {
        Axis exact = exactly(min, max, ticks);
        double step = exact.step;
        return new Axis(Math.floor(exact.low / step + 1e-9) * step,
                Math.ceil(exact.high / step - 1e-9) * step,
                step);
    }

    /** An axis from one value to the other, or around them if they are equal. */
    static Axis exactly(double min, double max, int ticks) {
        double largest = Math.max(Math.abs(min), Math.abs(max));
        if (max - min > FINEST * largest) {
            return new Axis(min, max, niceStep((max - min) / ticks));
        }
        double span = Math.max(largest, 1e-3) * 0.2;
        double center = min / 2 + max / 2;
        return new Axis(center - span / 2, center + span / 2, niceStep(span / ticks));
    }

    /** An axis of whole numbers, from one to the other; a single one has its middle. */
    static Axis ofIntegers(double min, double max, int ticks) {
        return max > min
                ? new Axis(min, max, Math.max(1, niceStep((max - min) / ticks)))
                : new Axis(min - 0.5, max + 0.5, 1);
    }

    private static double niceStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        // 1e-9: what should be 2 may come out of the division slightly above.
        return power * (digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10);
    }

    @Override
    public boolean shows(double value) {
        return Extent.isUsable(value);
    }

    @Override
    public double position(double value) {
        return (value - low) / (high - low);
    }

    @Override
    public double value(double position) {
        return low + position * (high - low);
    }

    /** Multiples of the step within the axis. */
    @Override
    public double[] ticks() {
        long first = Math.round(Math.ceil(low / step - 1e-9));
        long last = Math.round(Math.floor(high / step + 1e-9));
        return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
    }

    /** With as many decimals as the step has; in powers of ten where that would be long. */
    @Override
    public String label(double tick) {
        int decimals = (int) -Math.floor(Math.log10(step) + 1e-9);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return largest >= 1e6 || largest < 1e-3
                ? Numbers.scientific(tick, decimals)
                : Numbers.fixed(tick, Math.max(0, decimals));
    }
}
