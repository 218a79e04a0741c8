package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.MachineLoad;
import java.time.Duration;
import java.util.Optional;

/** How busy the rest of the machine was during the turns: the busy time of all processors less the contestant's own. */
final class OtherLoad {
    private double others;
    private double elapsed;
    private double mark;
    private long start;

    void turnStarts(ProcessHandle contestant) {
        mark = MachineLoad.busySeconds() - cpuSeconds(contestant);
        start = System.nanoTime();
    }

    void turnEnds(ProcessHandle contestant) {
        elapsed += (System.nanoTime() - start) * 1e-9;
        others += MachineLoad.busySeconds() - cpuSeconds(contestant) - mark;
    }

    /** In percent of one processor; NaN where the system does not tell. */
    double percent() {
        return 100 * Math.max(0, others) / elapsed;
    }

    private static double cpuSeconds(ProcessHandle process) {
        Optional<Duration> time = process.info().totalCpuDuration();
        return time.isPresent() ? time.get().toNanos() * 1e-9 : Double.NaN;
    }
}
