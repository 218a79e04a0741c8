package dev.lanewise.properties;

import java.util.stream.IntStream;

/**
 * Arguments where functions of one float go wrong first: runs of neighbouring floats from all over the range, so that
 * every exponent and reduction is met with consecutive values, and the neighbours of the places where a formula changes.
 */
final class Neighbours {
    private static final int RUNS = 8192;
    private static final int RUN = 64;
    private static final int BAND = 1024;

    private Neighbours() {
    }

    /** The same floats in every run. */
    static float[] arguments() {
        IntStream everywhere = IntStream.range(0, RUNS)
                .flatMap(run -> IntStream.range(0, RUN).map(i -> run * (int) ((1L << 32) / RUNS) + i));
        IntStream around = IntStream.range(0, MathAccuracyTest.BREAKPOINTS.length)
                .map(i -> Float.floatToRawIntBits(MathAccuracyTest.BREAKPOINTS[i]))
                .flatMap(middle -> IntStream.rangeClosed(middle - BAND, middle + BAND));
        int[] bits = IntStream.concat(everywhere, around).toArray();
        float[] floats = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            floats[i] = Float.intBitsToFloat(bits[i]);
        }
        return floats;
    }
}
