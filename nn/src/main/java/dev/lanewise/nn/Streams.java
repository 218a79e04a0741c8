package dev.lanewise.nn;

/**
 * Which of a seed's random streams serves what: purposes never share numbers. Bits 32 to 62 name the purpose and the low
 * 32 the layer or epoch, but for masks: they have all streams with bit 63 set, the layer in bits 40 to 62 and the step below.
 */
final class Streams {
    private static final long INITIAL_WEIGHTS = 1L << 32;
    private static final long SHUFFLING = 2L << 32;
    /** Seeds the division of training data into training and validation. */
    static final long VALIDATION_SPLIT = 3L << 32;
    private static final long MASKS = 1L << 63;
    private static final int STEP_BITS = 40;

    private Streams() {
    }

    static long initialWeights(int layer) {
        return INITIAL_WEIGHTS + layer;
    }

    static long shuffling(int epoch) {
        return SHUFFLING + epoch;
    }

    /** What a layer, from 0, draws in a step, from 0 and below 2^40, of a training. */
    static long masks(int layer, long step) {
        assert layer < 1 << (63 - STEP_BITS) && step < 1L << STEP_BITS;
        return MASKS | (long) layer << STEP_BITS | step;
    }
}
