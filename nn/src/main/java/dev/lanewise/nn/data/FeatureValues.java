package dev.lanewise.nn.data;

/** The feature values of all rows, row-major, in the form in which they were given. Never written after construction. */
sealed interface FeatureValues {

    /** How many values there are. */
    int length();

    /** Copies {@code count} values from {@code start} on to {@code destination[offset..offset+count)} as floats. */
    void copy(int start, int count, float[] destination, int offset);

    /** Unsigned bytes, read as 0..255. */
    final class Bytes implements FeatureValues {
        private final byte[] values;

        Bytes(byte[] values) {
            this.values = values;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public void copy(int start, int count, float[] destination, int offset) {
            for (int j = 0; j < count; j++) {
                destination[offset + j] = values[start + j] & 0xFF;
            }
        }
    }

    /** Finite floats. */
    final class Floats implements FeatureValues {
        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public void copy(int start, int count, float[] destination, int offset) {
            System.arraycopy(values, start, destination, offset, count);
        }
    }
}
