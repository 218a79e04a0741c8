package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final int[] INDICES = {0, 1, 2, 3, 1000, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
    private static final int[] LAYERS = {0, 1, 2, 3, 1000, (1 << 23) - 1};
    private static final long[] STEPS = {0, 1, 2, 3, 1000, 1L << 31, 1L << 32, 1L << 33, (1L << 40) - 1};

    private final Set<Long> streams = new HashSet<>();

    private void add(long stream) {
        assertThat(streams.add(stream)).as("stream %x is new", stream).isTrue();
    }

    /** The extremes of every purpose, where one would run into another. */
    @Test
    void purposesShareNoStream() {
        for (int i : INDICES) {
            add(Streams.initialWeights(i));
            add(Streams.shuffling(i));
            for (int j : INDICES) {
                add(Streams.augmentation(i, j));
            }
        }
        for (int layer : LAYERS) {
            for (long step : STEPS) {
                add(Streams.masks(layer, step));
            }
        }
    }
}
