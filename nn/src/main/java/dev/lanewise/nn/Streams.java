package dev.lanewise.nn;

/**
 * Which of a seed's random streams serves what: purposes never share numbers. Bits 32 to 62 name the purpose and the low
 * 32 the layer or epoch, but for two: masks have all streams with bit 63 set, the layer in bits 40 to 62 and the step
 * below; augmentation has those with bit 62 set and bit 63 not, the epoch in bits 31 to 61 and the sample below.
 */
final class Streams {
    private static final long INITIAL_WEIGHTS = 1L << 32;
    private static final long SHUFFLING = 2L << 32;
    /** Seeds the division of training data into training and validation. */
    static final long VALIDATION_SPLIT = 3L << 32;
    private static final long AUGMENTATION = 1L << 62;
    private static final int SAMPLE_BITS = 31;
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

    /** What is drawn for a sample of the training data, by its number from 0, in an epoch. */
    static long augmentation(int epoch, int sample) {
        assert epoch >= 0 && sample >= 0;
        return AUGMENTATION | (long) epoch << SAMPLE_BITS | sample;
    }

    /** What a layer, from 0, draws in a step, from 0 and below 2^40, of a training. */
    static long masks(int layer, long step) {
        assert layer < 1 << (63 - STEP_BITS) && step < 1L << STEP_BITS;
        return MASKS | (long) layer << STEP_BITS | step;
    }
}
