package dev.lanewise.jmh.peers;

/** One library's optimizers, as its trainer uses them. */
interface OptimizerLibrary {
    /** The library's name, version and choices, as it tells them itself. */
    String describe();

    /** Parameters, gradients and an optimizer's state before its first update. */
    OptimizerCall prepare(OptimizerWork work);
}
