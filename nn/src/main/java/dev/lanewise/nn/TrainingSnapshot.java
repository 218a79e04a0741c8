package dev.lanewise.nn;

import java.util.List;
import java.util.Map;

/**
 * All that the further course of a training depends on besides its data: parameters, the optimizer's state, the position
 * in the epoch, history, what early stopping and the schedule remember, and the settings. What is random in a training
 * is drawn by counters from seed, epoch and step, so there is no generator to save.
 *
 * @param values numbers and settings as text; floating-point numbers in hexadecimal, so that no bit is lost
 * @param tensors arrays of floats by name; in a snapshot handed to a {@link SnapshotStore} they are live and change
 *        with the next step
 * @param history the completed epochs in order; live too
 */
public record TrainingSnapshot(Map<String, String> values, Map<String, float[]> tensors,
        List<EpochMetrics> history) {
    /** Of a training in its first epoch. */
    public TrainingSnapshot(Map<String, String> values, Map<String, float[]> tensors) {
        this(values, tensors, List.of());
    }
}
