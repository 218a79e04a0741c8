package dev.lanewise.nn.data;

import java.nio.file.Path;
import java.util.Arrays;

/** Floats of a file, as many as come. */
final class FloatList {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Path file;
    private float[] values = new float[1024];
    private int size;

    /** A message calls the values those of {@code file}. */
    FloatList(Path file) {
        this.file = file;
    }

    void add(float value) throws DataException {
        if (size == values.length) {
            if (size == LARGEST_ARRAY) {
                throw new DataException(
                        file + ": too many values (expected at most " + LARGEST_ARRAY + ")");
            }
            values = Arrays.copyOf(values, (int) Math.min(2L * size, LARGEST_ARRAY));
        }
        values[size++] = value;
    }

    float[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
