package dev.lanewise.nn;

/** Which of a seed's random streams serves what: purposes never share numbers. */
final class Streams {
    private static final long INITIAL_WEIGHTS = 1L << 32;
    private static final long SHUFFLING = 2L << 32;
    /** Seeds the division of training data into training and validation. */
    static final long VALIDATION_SPLIT = 3L << 32;

    private Streams() {
    }

    static long initialWeights(int layer) {
        return INITIAL_WEIGHTS + layer;
    }

    static long shuffling(int epoch) {
        return SHUFFLING + epoch;
    }
}
