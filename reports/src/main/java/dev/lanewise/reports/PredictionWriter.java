package dev.lanewise.reports;

import java.io.Closeable;
import java.io.IOException;

/** Writes predictions row by row. Closing writes what comes after the rows and leaves the stream open. */
interface PredictionWriter extends Closeable {
    /** Writes the row of that number, from 1, with its probabilities or targets from {@code offset} on. */
    void row(int number, float[] values, int offset) throws IOException;
}
