package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.TrainingShape;

/** One library's training of a ReLU network with Adam, as its Java users write it. */
interface TrainingLibrary {
    double LEARNING_RATE = 1e-3;

    /** The library's name, version and choices, as it tells them itself. */
    String describe();

    /** A fresh network of that shape, before its first step, and the data where the library wants them. */
    TrainingCall prepare(TrainingShape shape, TrainingSamples samples);
}
