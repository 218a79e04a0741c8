package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;

/**
 * A matrix of floats inside a bigger array, with sentinels before, after and between its rows. What a kernel
 * must not touch can so be seen untouched.
 */
final class Guarded {
    /** Wider than the widest vector, so that a stray vector store is seen. */
    private static final int MARGIN = 40;
    /** Finite: a NaN would survive being computed with. */
    private static final float SENTINEL = -1.2345678e-3f;

    private final int rows;
    private final int columns;
    private final int ld;
    private final int offset;
    private final float[] array;

    private Guarded(int rows, int columns, int ld, int offset, float[] array) {
        this.rows = rows;
        this.columns = columns;
        this.ld = ld;
        this.offset = offset;
        this.array = array;
    }

    /** A matrix whose first element is at {@code offset} and whose elements are {@code content}, row by row. */
    static Guarded of(int rows, int columns, int ld, int offset, float[] content) {
        float[] array = new float[offset + rows * ld + columns + MARGIN];
        Arrays.fill(array, SENTINEL);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(content, i * columns, array, offset + i * ld, columns);
        }
        return new Guarded(rows, columns, ld, offset, array);
    }

    Guarded copy() {
        return new Guarded(rows, columns, ld, offset, array.clone());
    }

    float[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    int ld() {
        return ld;
    }

    float get(int i, int j) {
        return array[offset + i * ld + j];
    }

    void assertSurroundingsIntact(String what) {
        for (int i = 0; i < array.length; i++) {
            if (!isElement(i) && bits(array[i]) != bits(SENTINEL)) {
                fail("%s: written outside its %d x %d elements (ld %d, offset %d), at index %d: %s", what,
                        rows, columns, ld, offset, i, show(array[i]));
            }
        }
    }

    /** Every bit of the array is as in {@code before}. */
    void assertUnmodified(String what, Guarded before) {
        for (int i = 0; i < array.length; i++) {
            if (bits(array[i]) != bits(before.array[i])) {
                fail("%s: an input was modified at index %d: %s, was %s", what, i, show(array[i]),
                        show(before.array[i]));
            }
        }
    }

    /** The same elements, bit by bit; any NaN equals any NaN. */
    void assertSameElements(String what, Guarded expected) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                float x = get(i, j);
                float y = expected.get(i, j);
                if (!same(x, y)) {
                    fail("%s[%d,%d]: %s (expected %s)", what, i, j, show(x), show(y));
                }
            }
        }
    }

    static boolean same(float x, float y) {
        return Float.floatToIntBits(x) == Float.floatToIntBits(y);
    }

    private boolean isElement(int index) {
        int from = index - offset;
        return columns > 0 && from >= 0 && from / ld < rows && from % ld < columns;
    }

    private static int bits(float x) {
        return Float.floatToRawIntBits(x);
    }

    private static String show(float x) {
        return x + " = 0x" + Integer.toHexString(bits(x));
    }
}
