package dev.lanewise.kernels;

import dev.lanewise.kernels.MachineLoad.Counters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads what Linux counts about the use of its processors. */
final class LinuxCounters {
    /** What Linux counts processor time in. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STOLEN = 7;
    /** User and system time of a process, then of its children that have ended, behind its name in parentheses. */
    private static final int OWN_FIRST = 11;
    private static final int OWN_LAST = 14;

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path OWN_STAT = Path.of("/proc/self/stat");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final Path OWN_GROUP = Path.of("/proc/self/cgroup");

    private LinuxCounters() {
    }

    static Counters now() {
        List<String> stat = lines(STAT);
        return new Counters(System.nanoTime() * 1e-9, busy(stat), stolen(stat), own(lines(OWN_STAT)),
                groups(lines(OWN_GROUP)).mapToDouble(group -> throttled(lines(group.resolve("cpu.stat"))))
                        .sum());
    }

    /** Of the whole machine, whether this process may use them or not. */
    static int processors() {
        long counted = lines(STAT).stream().filter(line -> line.matches("cpu\\d+ .*")).count();
        return counted > 0 ? (int) counted : Runtime.getRuntime().availableProcessors();
    }

    /** {@code cpu user nice system idle iowait irq softirq steal ...}, in ticks. */
    static double busy(List<String> stat) {
        double[] ticks = ticks(stat);
        double sum = ticks.length > STOLEN ? 0 : Double.NaN;
        for (int i = 0; i < Math.min(ticks.length, STOLEN); i++) {
            sum += i == IDLE || i == IO_WAIT ? 0 : ticks[i];
        }
        return sum / TICKS_PER_SECOND;
    }

    static double stolen(List<String> stat) {
        double[] ticks = ticks(stat);
        return ticks.length > STOLEN ? ticks[STOLEN] / TICKS_PER_SECOND : Double.NaN;
    }

    private static double[] ticks(List<String> stat) {
        String line = stat.isEmpty() ? "" : stat.getFirst();
        return line.startsWith("cpu ")
                ? Stream.of(line.substring(4).strip().split(" +", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : new double[0];
    }

    static double own(List<String> ownStat) {
        String line = ownStat.isEmpty() ? "" : ownStat.getFirst();
        String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
        double sum = fields.length > OWN_LAST ? 0 : Double.NaN;
        for (int i = OWN_FIRST; i <= Math.min(OWN_LAST, fields.length - 1); i++) {
            sum += Double.parseDouble(fields[i]);
        }
        return sum / TICKS_PER_SECOND;
    }

    /** {@code throttled_usec} of version 2, {@code throttled_time} in nanoseconds of version 1. */
    static double throttled(List<String> cpuStat) {
        for (String line : cpuStat) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("throttled_usec")) {
                return Double.parseDouble(words[1]) * 1e-6;
            }
            if (words[0].equals("throttled_time")) {
                return Double.parseDouble(words[1]) * 1e-9;
            }
        }
        return 0;
    }

    /** This process's group and all around it, each of which may have a quota; from inside a container the first alone. */
    static Stream<Path> groups(List<String> ownGroup) {
        String own = ownGroup.stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
        return Stream.concat(Stream.of(GROUPS.resolve("cpu")),
                Stream.iterate(GROUPS.resolve(own), group -> group.startsWith(GROUPS), Path::getParent));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException untold) {
            return List.of();
        }
    }
}
