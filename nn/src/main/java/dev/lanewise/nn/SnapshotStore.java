package dev.lanewise.nn;

/** Keeps the latest snapshot of a training. */
@FunctionalInterface
public interface SnapshotStore {
    /**
     * Keeps the snapshot, whose arrays change with the next step; called on the training thread between two steps. What it
     * throws ends the training.
     */
    void save(TrainingSnapshot snapshot);
}
