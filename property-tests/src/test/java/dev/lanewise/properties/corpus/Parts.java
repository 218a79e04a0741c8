package dev.lanewise.properties.corpus;

import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Data in three parts.
 *
 * @param train to train on
 * @param validation to validate on
 * @param test to judge by
 * @param scaling what brings the features to unit size
 */
record Parts(Dataset train, Dataset validation, Dataset test, Scaling scaling) {

    /** The first rows to train, the rest in two halves, standardized by the first. */
    static Parts of(Dataset all, int train) {
        int half = (all.size() - train) / 2;
        Dataset first = all.take(train);
        return new Parts(first, rows(all, train, half), rows(all, train + half, half),
                Scaling.standardize(first));
    }

    /** Rows {@code from .. from + count}. */
    static Dataset rows(Dataset all, int from, int count) {
        return all.subset(IntStream.range(from, from + count).toArray());
    }

    /** Fewer rows to train on. */
    Parts onlyTrainOn(int rows) {
        return new Parts(train.take(rows), validation, test, scaling);
    }

    /** The test part changed. */
    Parts withTest(UnaryOperator<Dataset> change) {
        return new Parts(train, validation, change.apply(test), scaling);
    }

    /** All features changed alike, and standardized anew. */
    Parts inUnits(UnaryOperator<Dataset> change) {
        Parts changed = with(change);
        return new Parts(changed.train, changed.validation, changed.test,
                Scaling.standardize(changed.train));
    }

    /** All parts changed alike, with the scaling as it was. */
    Parts with(UnaryOperator<Dataset> change) {
        return new Parts(change.apply(train), change.apply(validation), change.apply(test), scaling);
    }
}
