package dev.lanewise.nn;

import java.time.Duration;

/**
 * When a training saves its snapshot: whichever comes first.
 *
 * @param store where to
 * @param everySteps steps between two snapshots, at least 1
 * @param every time between two snapshots, above 0
 */
record SnapshotPolicy(SnapshotStore store, long everySteps, Duration every) {
    SnapshotPolicy {
        if (everySteps < 1) {
            throw new IllegalArgumentException("everySteps: " + everySteps + " (expected >= 1)");
        }
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every: " + every + " (expected a time above 0)");
        }
    }
}
