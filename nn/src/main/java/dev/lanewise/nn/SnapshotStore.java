package dev.lanewise.nn;

import java.io.IOException;

/** Keeps the latest snapshot of a training. */
@FunctionalInterface
public interface SnapshotStore {
    /** Writes the snapshot before it returns; called on the training thread between two steps. */
    void save(TrainingSnapshot snapshot) throws IOException;
}
