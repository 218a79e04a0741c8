package dev.lanewise.jmh;

import dev.lanewise.kernels.MachineProbe;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a training step is judged by, measured right after each iteration in the same process on the same team. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class StepLimits {
    private static final double SECONDS = 0.15;

    /** Billions of floating-point operations a second in multiply-adds. */
    public double peakGflops;
    /** Billions of bytes a second, read and written, in a triad. */
    public double triadGBps;
    /** Nanoseconds of the matrix products of one step. */
    public double productNanos;

    private @Nullable StepProducts products;

    /** Takes about half a second. */
    @TearDown(Level.Iteration)
    public void measure(TrainingBenchmark training) {
        StepProducts timed = products == null ? training.products() : products;
        products = timed;
        productNanos = timed.nanos(SECONDS);
        peakGflops = MachineProbe.fmaGflops(training.workers(), SECONDS);
        triadGBps = MachineProbe.triadGBps(training.workers(), SECONDS);
    }
}
