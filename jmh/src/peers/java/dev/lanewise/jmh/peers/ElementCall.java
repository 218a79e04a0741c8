package dev.lanewise.jmh.peers;

/** A piece of work that is ready to be repeated. */
interface ElementCall extends AutoCloseable {
    /** Does it {@code calls} times, each time from the same input to an output of its own. */
    void run(int calls);

    /** A copy of the output of one more call. */
    float[] result();

    /** Frees the operands. */
    @Override
    default void close() {
    }
}
