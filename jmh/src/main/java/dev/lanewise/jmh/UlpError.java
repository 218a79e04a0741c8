package dev.lanewise.jmh;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The largest error of the results that an iteration computed. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class UlpError {
    /** In units in the last place. */
    public double worstUlp;

    /** Looks at the last call's results. */
    @TearDown(Level.Iteration)
    public void measure(ElementBenchmark benchmark) {
        worstUlp = benchmark.worstUlp();
    }
}
