package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Probe;
import org.jspecify.annotations.Nullable;

/**
 * All that rules look at.
 *
 * @param situation what was trained, and how
 * @param task what there was to learn
 * @param inputs their size
 * @param start the layers before the first step
 * @param end the layers on the same rows at the end; null before a training and behind one that diverged
 * @param course of the training
 * @param results at its end
 * @param trials made afterwards
 * @param shallower another training to compare with, or null
 */
record Evidence(Situation situation, Task task, InputScale inputs, Probe start, @Nullable Probe end,
        Course course, Results results, Trials trials, @Nullable Shallower shallower) {
    /** Which part of a guess's loss is gone on the training data; minus infinity behind a divergence, NaN before a training. */
    double learnt() {
        Evaluation train = results.train();
        if (train == null) {
            return course.divergence() == null ? Double.NaN : Double.NEGATIVE_INFINITY;
        }
        return task.learnt(train.loss());
    }

    /**
     * Whether the nearest training rows tell more about a label than the network has learnt: then better functions exist.
     * True where neighbours were not asked, as in regression.
     */
    boolean neighboursKnowMore() {
        Neighbourhoods near = trials.neighbourhoods();
        Evaluation train = results.train();
        return near == null || train == null
                || near.accuracy() > train.accuracy() + Thresholds.NEIGHBOURS_AHEAD;
    }

    /** Whether the training data were not learnt, or hardly; false before a training. */
    boolean poor() {
        return learnt() < Thresholds.POOR;
    }
}
