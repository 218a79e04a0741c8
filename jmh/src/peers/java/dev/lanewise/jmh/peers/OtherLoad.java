package dev.lanewise.jmh.peers;

import java.time.Duration;
import java.util.Optional;

/** How busy the rest of the machine was during the turns: the busy time of all processors less the contestant's own. */
final class OtherLoad {
    /** What Linux counts processor time in. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STOLEN = 7;

    private double others;
    private double elapsed;
    private double mark;
    private long start;

    void turnStarts(ProcessHandle contestant) {
        mark = busySeconds() - cpuSeconds(contestant);
        start = System.nanoTime();
    }

    void turnEnds(ProcessHandle contestant) {
        elapsed += (System.nanoTime() - start) * 1e-9;
        others += busySeconds() - cpuSeconds(contestant) - mark;
    }

    /** In percent of one processor; NaN where the system does not tell. */
    double percent() {
        return 100 * Math.max(0, others) / elapsed;
    }

    private static double cpuSeconds(ProcessHandle process) {
        Optional<Duration> time = process.info().totalCpuDuration();
        return time.isPresent() ? time.get().toNanos() * 1e-9 : Double.NaN;
    }

    /** Of all processors since the system started, with the time that a hypervisor took away. */
    private static double busySeconds() {
        String[] ticks = Machine.processorTicks();
        double sum = ticks.length > STOLEN ? 0 : Double.NaN;
        for (int i = 0; i < Math.min(ticks.length, STOLEN + 1); i++) {
            sum += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(ticks[i]);
        }
        return sum / TICKS_PER_SECOND;
    }
}
