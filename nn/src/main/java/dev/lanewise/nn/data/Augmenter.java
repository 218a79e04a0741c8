package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;
import java.util.List;

/**
 * Augmentations one after the other, with the buffers they need: first, in their order, those of raw features, then those
 * that work after scaling. All draw from one stream for a sample. For one thread at a time; allocates nothing after its
 * construction.
 */
public final class Augmenter {
    private final List<Augmentation> before;
    private final List<Augmentation> after;
    private final Sample sample;
    private final RandomStream random = new RandomStream(0, 0);

    /**
     * For samples of one shape.
     *
     * @param augmentations in order; may be none
     * @param shape extents of one sample, as in {@link Dataset#shape}
     * @throws IllegalArgumentException if an augmentation cannot change samples of that shape
     */
    public Augmenter(List<Augmentation> augmentations, int... shape) {
        augmentations.forEach(augmentation -> augmentation.check(shape));
        before = augmentations.stream().filter(augmentation -> !augmentation.afterScaling()).toList();
        after = augmentations.stream().filter(Augmentation::afterScaling).toList();
        sample = new Sample(shape);
    }

    /** One that changes nothing. */
    public static Augmenter none() {
        return new Augmenter(List.of(), 1);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Moves to the sample that begins at {@code rows[offset]}; its random numbers are those of one stream of the seed. */
    public void begin(float[] rows, int offset, long seed, long stream) {
        sample.at(rows, offset);
        random.restart(seed, stream);
    }

    /** What is to be done to raw features. */
    public void beforeScaling() {
        apply(before);
    }

    /** What is to be done to scaled features, after {@link #beforeScaling}. */
    public void afterScaling() {
        apply(after);
    }

    private void apply(List<Augmentation> augmentations) {
        for (int i = 0; i < augmentations.size(); i++) {
            augmentations.get(i).apply(sample, random);
        }
    }
}
