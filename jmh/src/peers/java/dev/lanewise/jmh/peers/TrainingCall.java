package dev.lanewise.jmh.peers;

/** A training that goes on for as long as it is asked to. */
interface TrainingCall extends AutoCloseable {
    /** Takes so many steps. */
    void run(int steps);

    /** The loss of the last step's batch, before that step. */
    double loss();

    @Override
    default void close() {
    }
}
