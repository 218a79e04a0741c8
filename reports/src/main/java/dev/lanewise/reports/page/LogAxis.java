package dev.lanewise.reports.page;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis on which a factor of ten has the same length everywhere.
 *
 * @param low the smallest value shown, above 0
 * @param high the largest value shown
 */
record LogAxis(double low, double high) implements Scale {
    private static final int MAX_TICKS = 7;

    /** An axis from 1, 2 or 5 times a power of ten to another that holds both values, which are above 0. */
    static LogAxis of(double min, double max) {
        return max > min * (1 + 1e-9)
                ? new LogAxis(below(min), above(max))
                : new LogAxis(below(min / 1.5), above(max * 1.5));
    }

    private static double below(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        double digit = value / power * (1 + 1e-9);
        return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
    }

    private static double above(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        double digit = value / power * (1 - 1e-9);
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    @Override
    public boolean shows(double value) {
        return Extent.isUsableInLog(value);
    }

    @Override
    public double position(double value) {
        return (Math.log10(value) - Math.log10(low)) / decades();
    }

    @Override
    public double value(double position) {
        return low * Math.pow(10, position * decades());
    }

    private double decades() {
        return Math.log10(high) - Math.log10(low);
    }

    private int firstPower() {
        return (int) Math.ceil(Math.log10(low) - 1e-9);
    }

    private int lastPower() {
        return (int) Math.floor(Math.log10(high) + 1e-9);
    }

    private boolean hasPowersOnly() {
        return lastPower() - firstPower() >= 2;
    }

    /** Powers of ten, as many as fit; 1, 2 and 5 times them where there are but few. */
    @Override
    public double[] ticks() {
        if (hasPowersOnly()) {
            int stride = Math.ceilDiv(lastPower() - firstPower() + 1, MAX_TICKS);
            return IntStream
                    .rangeClosed(Math.ceilDiv(firstPower(), stride), Math.floorDiv(lastPower(), stride))
                    .mapToDouble(i -> Math.pow(10, i * stride))
                    .toArray();
        }
        return IntStream.rangeClosed(firstPower() - 1, lastPower())
                .mapToObj(power -> DoubleStream.of(1, 2, 5).map(digit -> digit * Math.pow(10, power)))
                .flatMapToDouble(digits -> digits)
                .filter(tick -> tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
                .toArray();
    }

    /** Such as {@code 0.01}; such as 10 to the power of -5 if one of the ticks would be long. */
    @Override
    public String label(double tick) {
        boolean isLong = Arrays.stream(ticks()).anyMatch(any -> any < 0.9e-3 || any > 1.1e5);
        return hasPowersOnly() && isLong
                ? Numbers.powerOfTen((int) Math.round(Math.log10(tick)))
                : Numbers.brief(tick);
    }
}
