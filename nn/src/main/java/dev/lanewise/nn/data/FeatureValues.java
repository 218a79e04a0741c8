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
            // The JIT makes vectors of signed bytes and of this, which is exact, but not of the unsigned bytes b & 0xFF.
            for (int j = 0; j < count; j++) {
                float signed = values[start + j];
                destination[offset + j] = signed + 256f * Math.min(Math.max(-signed, 0f), 1f);
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
