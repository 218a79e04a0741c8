package dev.lanewise.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a measurement can be believed: what other processes, a hypervisor or a quota took of the processors meanwhile,
 * and how evenly a fixed loop ran. From Linux's counters; elsewhere only the loop speaks.
 */
public final class MachineLoad {
    /** In processors; below it is the noise of any system. */
    private static final double NOTICEABLE = 0.1;
    /** Of the time or of the processors. */
    private static final double RUINED = 0.25;
    /** Times the shortest. */
    private static final double UNEVEN = 1.3;
    private static final double WILD = 2;
    private static final int STEPS = 2_000_000;
    private static final int LOOPS = 3;

    private static volatile long sink;

    private final Counters begin;
    private double shortest = Double.POSITIVE_INFINITY;
    private double longest;

    private MachineLoad(Counters begin) {
        this.begin = begin;
    }

    /**
     * Counters of the system, in seconds since a time of its own.
     *
     * @param time by the clock
     * @param busy of all processors, without what was stolen; NaN if the system does not tell
     * @param stolen from them by a hypervisor
     * @param own of this process and of those that it started and that have ended
     * @param throttled while this process's group had to pause because its quota was used up
     */
    record Counters(double time, double busy, double stolen, double own, double throttled) {
        Counters minus(Counters earlier) {
            return new Counters(time - earlier.time, busy - earlier.busy, stolen - earlier.stolen,
                    own - earlier.own, throttled - earlier.throttled);
        }
    }

    /** Begins a measurement. */
    public static MachineLoad start() {
        // Until the JIT is done with it.
        new MachineLoad(LinuxCounters.now()).sample();
        MachineLoad load = new MachineLoad(LinuxCounters.now());
        load.sample();
        return load;
    }

    /**
     * Seconds that all processors were busy since the system started, the time included that a hypervisor took away; NaN if
     * the system does not tell.
     */
    public static double busySeconds() {
        Counters now = LinuxCounters.now();
        return now.busy + now.stolen;
    }

    /** Times the fixed loop, some milliseconds; to be called now and then between the measurements. */
    public void sample() {
        double seconds = loop();
        for (int i = 1; i < LOOPS; i++) {
            seconds = Math.min(seconds, loop());
        }
        shortest = Math.min(shortest, seconds);
        longest = Math.max(longest, seconds);
    }

    /**
     * One line about the time since the start: {@code other load: 1.20 of 2 processors during the measurement; figures are too
     * low}, or {@code worthless: ...}, or that there was none.
     */
    public String verdict() {
        sample();
        return verdict(LinuxCounters.now().minus(begin), LinuxCounters.processors(), longest / shortest);
    }

    static String verdict(Counters spent, int processors, double unevenness) {
        double others = Math.max(0, spent.busy - spent.own) / spent.time;
        double stolen = spent.stolen / spent.time;
        double throttled = spent.throttled / spent.time;
        List<String> reasons = new ArrayList<>();
        if (stolen > NOTICEABLE) {
            reasons.add(String.format(Locale.ROOT, "the hypervisor took away %.2f of %d processors", stolen,
                    processors));
        }
        if (throttled > 0.01) {
            reasons.add(String.format(Locale.ROOT, "its quota stopped the process for %.0f %% of the time",
                    100 * throttled));
        }
        if (unevenness > UNEVEN) {
            reasons.add(String.format(Locale.ROOT, "a fixed loop took up to %.2f times its shortest time",
                    unevenness));
        }
        String load = Double.isNaN(others)
                ? "other load: not told by this system"
                : String.format(Locale.ROOT, "other load: %.2f of %d processors during the measurement",
                        others, processors);
        if (others > NOTICEABLE || reasons.isEmpty()) {
            reasons.addFirst(load);
        }
        boolean worthless = others > RUINED * processors || stolen > RUINED || throttled > RUINED
                || unevenness > WILD;
        boolean low = others > NOTICEABLE || reasons.size() > 1 || !reasons.getFirst().equals(load);
        return (worthless ? "worthless: " : "") + String.join("; ", reasons)
                + (low && !worthless ? "; figures are too low" : "");
    }

    /** A chain of dependent steps, which no other work in this process makes faster or slower. */
    private static double loop() {
        long start = System.nanoTime();
        long x = sink | 1;
        for (int i = 0; i < STEPS; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
        }
        sink = x;
        return (System.nanoTime() - start) * 1e-9;
    }
}
