package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.fail;

/**
 * A matrix of floats or ints inside a bigger array, with sentinels before, after and between its rows. What a kernel
 * must not touch can so be seen untouched.
 */
final class Guarded {
    /** Wider than the widest vector, so that a stray vector store is seen. */
    private static final int MARGIN = 40;
    /** Finite, as a NaN would survive being computed with; as an int it is negative, so no legal index. */
    private static final int SENTINEL = Float.floatToRawIntBits(-1.2345678e-3f);

    private final int rows;
    private final int columns;
    private final int ld;
    private final int offset;
    private final Memory memory;

    private Guarded(int rows, int columns, int ld, int offset, Memory memory) {
        this.rows = rows;
        this.columns = columns;
        this.ld = ld;
        this.offset = offset;
        this.memory = memory;
    }

    /** A matrix whose first element is at {@code offset} and whose elements are {@code content}, row by row. */
    static Guarded of(int rows, int columns, int ld, int offset, float[] content) {
        return of(rows, columns, ld, offset, content, false);
    }

    /** The same of ints. */
    static Guarded of(int rows, int columns, int ld, int offset, int[] content) {
        return of(rows, columns, ld, offset, content, true);
    }

    private static Guarded of(int rows, int columns, int ld, int offset, Object content, boolean ints) {
        Memory memory = Memory.filled(ints, offset + rows * ld + columns + MARGIN, SENTINEL);
        Object array = ints ? memory.ints() : memory.floats();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(content, i * columns, array, offset + i * ld, columns);
        }
        return new Guarded(rows, columns, ld, offset, memory);
    }

    Guarded copy() {
        return new Guarded(rows, columns, ld, offset, memory.copy());
    }

    float[] array() {
        return memory.floats();
    }

    int[] ints() {
        return memory.ints();
    }

    Memory memory() {
        return memory;
    }

    int offset() {
        return offset;
    }

    int ld() {
        return ld;
    }

    float get(int i, int j) {
        return array()[offset + i * ld + j];
    }

    void assertSurroundingsIntact(String what) {
        for (int i = 0; i < memory.length(); i++) {
            if (!isElement(i) && memory.bits(i) != SENTINEL) {
                fail("%s: written outside its %d x %d elements (ld %d, offset %d), at index %d: %s", what,
                        rows, columns, ld, offset, i, memory.show(i));
            }
        }
    }

    /** Every bit of the array is as in {@code before}. */
    void assertUnmodified(String what, Guarded before) {
        for (int i = 0; i < memory.length(); i++) {
            if (memory.bits(i) != before.memory.bits(i)) {
                fail("%s: an input was modified at index %d: %s, was %s", what, i, memory.show(i),
                        before.memory.show(i));
            }
        }
    }

    /** The same elements, bit by bit; any NaN equals any NaN. */
    void assertSameElements(String what, Guarded expected) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int index = offset + i * ld + j;
                int other = expected.offset + i * expected.ld + j;
                if (memory.canonical(index) != expected.memory.canonical(other)) {
                    fail("%s[%d,%d]: %s (expected %s)", what, i, j, memory.show(index),
                            expected.memory.show(other));
                }
            }
        }
    }

    private boolean isElement(int index) {
        int from = index - offset;
        return columns > 0 && from >= 0 && from / ld < rows && from % ld < columns;
    }
}
