package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;

/**
 * A random change of a training sample that leaves its class, such as a small shift of an image. Every sample is changed
 * anew in every epoch. What it becomes depends on the seed, the epoch and the sample's number in the training data
 * alone: not on batches, threads or a resumed run.
 *
 * <p>An implementation is immutable, allocates nothing and takes all its random numbers from the stream that it is given.
 */
public interface Augmentation {
    /** The word that describes it, such as {@code shift:2}. */
    String spec();

    /**
     * Whether it works on the network's inputs, after the network's scaling; otherwise it sees raw features, such as bytes
     * as 0..255.
     */
    default boolean afterScaling() {
        return false;
    }

    /**
     * Checks that it can change samples of that shape.
     *
     * @param shape extents of one sample: height, width and channels, or features alone
     * @throws IllegalArgumentException if it cannot
     */
    default void check(int... shape) {
    }

    /** Changes the sample in place. */
    void apply(Sample sample, RandomStream random);
}
