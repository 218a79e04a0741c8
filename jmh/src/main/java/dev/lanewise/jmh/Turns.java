package dev.lanewise.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Several pieces of work timed in turn, so that a change of the machine's speed touches neighbours alike. */
final class Turns {
    private static final int ROUNDS = 9;
    private static final double TURN_SECONDS = 0.02;
    private static final double WARM_UP_SECONDS = 0.5;

    /** Nanoseconds of a call, by work and round. */
    private final double[][] nanos;

    private Turns(double[][] nanos) {
        this.nanos = nanos;
    }

    /** Warms each up, then gives each a turn in every round. */
    static Turns of(Runnable... works) {
        List<Integer> calls = Arrays.stream(works).map(Turns::warmUp).toList();
        double[][] nanos = new double[works.length][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < works.length; i++) {
                nanos[i][round] = time(works[i], calls.get(i)) / calls.get(i);
            }
        }
        return new Turns(nanos);
    }

    /** How many calls fill a turn. */
    private static int warmUp(Runnable work) {
        int calls = 1;
        long start = System.nanoTime();
        double time;
        do {
            time = time(work, calls);
            calls = (int) Math.clamp(Math.round(calls * TURN_SECONDS * 1e9 / time), 1, 4L * calls);
        } while ((System.nanoTime() - start) * 1e-9 < WARM_UP_SECONDS);
        return calls;
    }

    private static double time(Runnable work, int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return Math.max(1, System.nanoTime() - start);
    }

    /** The median time of a call. */
    double nanos(int work) {
        return median(nanos[work]);
    }

    /** How many times longer {@code other} takes than {@code work}: the median over the rounds. */
    double ratio(int other, int work) {
        return median(
                IntStream.range(0, ROUNDS).mapToDouble(r -> nanos[other][r] / nanos[work][r]).toArray());
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
