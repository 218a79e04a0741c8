package dev.lanewise.jmh.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What Linux tells about this machine; "unknown" where it does not. */
final class Machine {
    private static final String UNKNOWN = "unknown";
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private Machine() {
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    static boolean avx512() {
        return (" " + cpu("flags") + " ").contains(" avx512f ");
    }

    /** The last processor that this process may use, if {@code taskset} can pin to it: the first serves most interrupts. */
    static OptionalInt processorToPinTo() {
        String allowed = value("/proc/self/status", "Cpus_allowed_list");
        String last = allowed.substring(Math.max(allowed.lastIndexOf(','), allowed.lastIndexOf('-')) + 1);
        if (!last.matches("\\d+")) {
            return OptionalInt.empty();
        }
        try {
            int status = new ProcessBuilder("taskset", "-c", last, "true").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return status == 0 ? OptionalInt.of(Integer.parseInt(last)) : OptionalInt.empty();
        } catch (IOException noTaskset) {
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Pins the calling thread alone, so that the JIT keeps the other processors. */
    static void pinThread(int processor) {
        try {
            String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
            int status = new ProcessBuilder("taskset", "-c", "-p", Integer.toString(processor), self)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("taskset: status " + status + " (expected 0)");
            }
        } catch (IOException noTaskset) {
            throw new UncheckedIOException(noTaskset);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static String describe() {
        return cpu("model name") + " (family " + cpu("cpu family") + ", model " + cpu("model") + "), "
                + processors()
                + " processors, caches: " + caches();
    }

    /** Such as {@code L1 data 48K, L1 instruction 32K, L2 2048K}. */
    private static String caches() {
        List<Path> found = IntStream.range(0, 8)
                .mapToObj(i -> CACHES.resolve("index" + i))
                .filter(Files::isDirectory)
                .toList();
        return found.isEmpty()
                ? UNKNOWN
                : found.stream().map(Machine::cache).collect(Collectors.joining(", "));
    }

    private static String cache(Path folder) {
        String type = line(folder.resolve("type")).toLowerCase(Locale.ROOT);
        return "L" + line(folder.resolve("level")) + (type.equals("unified") ? " " : " " + type + " ")
                + line(folder.resolve("size"));
    }

    static String transparentHugePages() {
        String modes = line(Path.of("/sys/kernel/mm/transparent_hugepage/enabled"));
        int open = modes.indexOf('[');
        int close = modes.indexOf(']');
        return 0 <= open && open < close ? modes.substring(open + 1, close) : modes;
    }

    private static String cpu(String key) {
        return value("/proc/cpuinfo", key);
    }

    /** Of the first line {@code key : value}. */
    private static String value(String file, String key) {
        return lines(Path.of(file)).stream()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                .map(parts -> parts[1].strip())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static String line(Path file) {
        return lines(file).stream().findFirst().orElse(UNKNOWN);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
