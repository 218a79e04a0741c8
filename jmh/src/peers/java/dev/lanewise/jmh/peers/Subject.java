package dev.lanewise.jmh.peers;

/** One library at one kind of work, in its own process. */
interface Subject {
    /** The library's name, version and choices, as it tells them itself. */
    String describe();

    /** Draws the operands of a piece of work and makes the library ready for it. */
    void prepare(String work);

    /** Does the same work {@code calls} times. */
    void run(int calls);

    /**
     * Checks what the library computes.
     *
     * @throws IllegalStateException naming the first wrong element
     */
    void verify();

    /** The figure to report for the time of a call; more is faster. */
    double speed(double callSeconds);
}
