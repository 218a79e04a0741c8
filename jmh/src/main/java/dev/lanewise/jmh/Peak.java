package dev.lanewise.jmh;

import dev.lanewise.kernels.MachineProbe;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The machine's multiply-add peak on one thread, measured right after each iteration in the same process: the clock falls
 * under load, so a peak measured at another time is another machine's.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Peak {
    private static final int STEPS = 20_000;
    private static final int ROUNDS = 40;

    /** Billions of floating-point operations a second. */
    public double peakGflops;

    /** Takes the best of some rounds, about five milliseconds in all. */
    @TearDown(Level.Iteration)
    public void measure(Blackhole hole) {
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            hole.consume(MachineProbe.multiplyAdds(STEPS));
            best = Math.max(best, MachineProbe.fmaOperations(STEPS) / (System.nanoTime() - start));
        }
        peakGflops = best;
    }
}
