package dev.lanewise.jmh.peers;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Times a call in batches of calls that are long against the clock's resolution and short against a turn. */
final class Stopwatch {
    private static final int BATCHES = 20;
    /** Brings caches, clock and sleeping threads back after the others' turns; not counted. */
    private static final double LEAD_IN_SECONDS = 0.01;

    /** Longer than a large method takes to compile. */
    private static final double WINDOW_SECONDS = 0.5;
    private static final double LONGEST_WARM_UP_SECONDS = 8;
    private static final double STEADY = 0.15;

    /** Makes so many calls. */
    private final IntConsumer work;
    /** Of one call, as last seen. */
    private double callSeconds = LEAD_IN_SECONDS;

    Stopwatch(IntConsumer work) {
        this.work = work;
    }

    /** Works for that long, at least once. */
    void warmUp(double seconds) {
        long start = System.nanoTime();
        callSeconds = batch(1);
        while (since(start) < seconds) {
            callSeconds = batch(calls(seconds / BATCHES));
        }
    }

    /** Until the JIT rests and the time of a call has come to rest, or it is taking too long. */
    void warmUpUntilCompiled() {
        CompilationMXBean jit = ManagementFactory.getCompilationMXBean();
        long start = System.nanoTime();
        double before;
        long compiled;
        do {
            before = callSeconds;
            compiled = jit.getTotalCompilationTime();
            warmUp(WINDOW_SECONDS);
        } while (since(start) < LONGEST_WARM_UP_SECONDS && (jit.getTotalCompilationTime() != compiled
                || Math.abs(callSeconds - before) > STEADY * before));
    }

    /** The median time of one call over all batches of a turn, in seconds. */
    double median(double seconds) {
        if (callSeconds < LEAD_IN_SECONDS) {
            callSeconds = batch(calls(LEAD_IN_SECONDS));
        }
        int calls = calls(seconds / BATCHES);
        double[] times = new double[BATCHES];
        int n = 0;
        long start = System.nanoTime();
        do {
            if (n == times.length) {
                times = Arrays.copyOf(times, 2 * n);
            }
            times[n++] = batch(calls);
        } while (since(start) < seconds);
        callSeconds = Statistics.median(Arrays.copyOf(times, n));
        return callSeconds;
    }

    private int calls(double seconds) {
        return Math.clamp(Math.round(seconds / callSeconds), 1, 1_000_000);
    }

    private double batch(int calls) {
        long start = System.nanoTime();
        work.accept(calls);
        return Math.max(since(start), 1e-9) / calls;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
