package dev.lanewise.jmh.peers;

/** An optimizer with its parameters, gradients and state. */
interface OptimizerCall extends AutoCloseable {
    /** So many updates; what the gradients are does not matter. */
    void run(int updates);

    /** The parameters after so many updates from the beginning, each by the work's gradients. */
    float[] afterFirst(int updates);

    @Override
    default void close() {
    }
}
