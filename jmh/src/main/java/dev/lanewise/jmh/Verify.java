package dev.lanewise.jmh;

/** A benchmark measures nothing before its kernel has given the definition's bits. */
final class Verify {
    private Verify() {
    }

    static void sameBits(String what, float[] actual, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                throw new IllegalStateException(
                        what + ": element " + i + " is " + actual[i] + " (expected " + expected[i] + ")");
            }
        }
    }
}
