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
    private static final int MAX_TICKS = 24;

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
        int stride = Math.ceilDiv(count, MAX_TICKS);
        return IntStream.range(0, count).filter(i -> i % stride == 0).mapToDouble(i -> i).toArray();
    }

    @Override
    public String label(double tick) {
        int i = (int) tick;
        return i < names.size() ? names.get(i) : Integer.toString(i);
    }
}
