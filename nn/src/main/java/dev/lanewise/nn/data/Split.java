package dev.lanewise.nn.data;

/**
 * A data set in two parts that fit together: the same features and the same classes in the same order.
 *
 * @param train the part to learn from
 * @param test the part to judge by
 */
public record Split(Dataset train, Dataset test) {

    /** Checks that both parts fit together. */
    public Split {
        if (train.features() != test.features()) {
            throw new IllegalArgumentException(
                    "test.features: " + test.features() + " (expected train.features = " + train.features()
                            + ")");
        }
        if (!train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException(
                    "test.classNames: " + test.classNames() + " (expected train.classNames = "
                            + train.classNames() + ")");
        }
    }
}
