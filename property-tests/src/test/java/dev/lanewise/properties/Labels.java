package dev.lanewise.properties;

import java.util.SplittableRandom;

/** The labels of one call, from an offset of their array; what lies before them is no legal label. */
final class Labels {
    private final int[] array;
    private final int offset;

    Labels(int rows, int columns, int offset, SplittableRandom random) {
        this.array = new int[offset + rows];
        this.offset = offset;
        for (int i = 0; i < array.length; i++) {
            array[i] = i < offset ? -1 : random.nextInt(Math.max(1, columns));
        }
    }

    int[] array() {
        return array;
    }

    int offset() {
        return offset;
    }
}
