package dev.lanewise.reports;

import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An axis with ticks at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low the smallest value shown
 * @param high the largest value shown
 * @param step between ticks
 */
record Axis(double low, double high, double step) {
    /** An axis from a tick to a tick that holds both values, with up to about {@code ticks} steps. */
    static Axis of(double min, double max, int ticks) {
        double span = max > min ? max - min : Math.max(Math.abs(max), 1e-3) * 0.2;
        double center = (max + min) / 2;
        double step = niceStep(span / ticks);
        return new Axis(Math.floor((center - span / 2) / step + 1e-9) * step,
                Math.ceil((center + span / 2) / step - 1e-9) * step, step);
    }

    /** An axis of whole numbers. */
    static Axis ofIntegers(int min, int max, int ticks) {
        return new Axis(min, Math.max(max, min + 1), Math.max(1, niceStep((double) (max - min) / ticks)));
    }

    private static double niceStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        // 1e-9: what should be 2 may come out of the division slightly above.
        return power * (digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10);
    }

    /** Multiples of the step within the axis. */
    double[] ticks() {
        long first = Math.round(Math.ceil(low / step - 1e-9));
        long last = Math.round(Math.floor(high / step + 1e-9));
        return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
    }

    /** Where a value lies, from 0 at {@code low} to 1 at {@code high}. */
    double position(double value) {
        return (value - low) / (high - low);
    }

    /** A tick's label, with as many decimals as the step has. */
    String label(double tick) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", tick == 0 ? 0.0 : tick);
    }
}
