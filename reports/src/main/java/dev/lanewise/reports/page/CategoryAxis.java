package dev.lanewise.reports.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis of slots of equal width around 0, 1, 2, ...
 *
 * @param names of the first slots; others show their number
 * @param count of slots, 1 or more
 */
record CategoryAxis(List<String> names, int count) implements Scale {
    /** More names would not be readable even when turned. */
    private static final int MAX_NAMES = 24;
    private static final int MAX_NUMBERS = 10;

    @Override
    public boolean shows(double value) {
        return value >= -0.5 && value <= count - 0.5;
    }

    @Override
    public double position(double value) {
        return (value + 0.5) / count;
    }

    @Override
    public double value(double position) {
        return position * count - 0.5;
    }

    @Override
    public double[] ticks() {
        if (names.isEmpty() && count > MAX_NUMBERS) {
            return Axis.ofIntegers(0, count - 1, MAX_NUMBERS).ticks();
        }
        int stride = Math.ceilDiv(count, MAX_NAMES);
        return IntStream.range(0, count).filter(i -> i % stride == 0).mapToDouble(i -> i).toArray();
    }

    @Override
    public String label(double tick) {
        int i = (int) tick;
        return i < names.size() ? names.get(i) : Integer.toString(i);
    }
}
