package dev.lanewise.properties;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An array of floats or of ints, seen as bits. */
sealed interface Memory {
    /** Floats. */
    final class Floats implements Memory {
        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bits(int i) {
            return Float.floatToRawIntBits(values[i]);
        }

        @Override
        public int canonical(int i) {
            return Float.floatToIntBits(values[i]);
        }

        @Override
        public String show(int i) {
            return values[i] + " = 0x" + Integer.toHexString(bits(i));
        }

        @Override
        public Floats copy() {
            return new Floats(values.clone());
        }
    }

    /** Ints. */
    final class Ints implements Memory {
        private final int[] values;

        Ints(int[] values) {
            this.values = values;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public int bits(int i) {
            return values[i];
        }

        @Override
        public int canonical(int i) {
            return values[i];
        }

        @Override
        public String show(int i) {
            return Integer.toString(values[i]);
        }

        @Override
        public Ints copy() {
            return new Ints(values.clone());
        }
    }

    /** An array filled with one pattern. */
    static Memory filled(boolean ints, int length, int bits) {
        if (ints) {
            int[] values = new int[length];
            Arrays.fill(values, bits);
            return new Ints(values);
        }
        float[] values = new float[length];
        Arrays.fill(values, Float.intBitsToFloat(bits));
        return new Floats(values);
    }

    int length();

    int bits(int i);

    /** The bits, any NaN as one. */
    int canonical(int i);

    String show(int i);

    Memory copy();

    /** The bits of all elements. */
    default int[] allBits() {
        return IntStream.range(0, length()).map(this::bits).toArray();
    }

    /** The float array that it is. */
    default float[] floats() {
        return ((Floats) this).values;
    }

    /** The int array that it is. */
    default int[] ints() {
        return ((Ints) this).values;
    }
}
