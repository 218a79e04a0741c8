package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * What the trained network reaches, without dropout; null where there are no such data, or where the training diverged.
 *
 * @param train on rows that it was trained on
 * @param validation on rows held out
 * @param test on test data
 */
record Results(@Nullable Evaluation train, @Nullable Evaluation validation, @Nullable Evaluation test) {
    static Results none() {
        return new Results(null, null, null);
    }
}
