package dev.lanewise.jmh;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Workers;
import java.util.Locale;

/**
 * The simple kernels beside the limits of the machine. Beyond the caches: beside a copy or triad of as many bytes.
 * Within a cache: beside what the ports of the first-level cache allow. Both also beside a plain loop with the same reads and
 * writes. All take turns, and every percentage is one of neighbours in time.
 */
final class Bandwidth {
    private static final int FIRST_LEVEL = 3072;
    private static final int SECOND_LEVEL = 1 << 16;
    private static final int MEMORY = 1 << 24;
    /** Copied at a time, as {@code lanewise info} does. */
    private static final int BLOCK = 1 << 16;

    private static final int STEPS = 1000;
    /** A multiplication of 64 bits takes 3 cycles on Intel and AMD processors, the operation after it 1. */
    private static final int CYCLES_A_STEP = 4;

    private static final String CACHES = """

            Within caches, one thread. The bound is one store of a vector a cycle; the loads, two a cycle, take no longer. A store that straddles two lines takes two cycles: the bound is half of that for
            512-bit vectors and arrays that do not begin at a line, as most of Java's, unless the JIT aligns the stores of
            a plain loop. The clock is that of a chain of multiplications (Intel, AMD), in turn with the kernel.

            | kernel | elements | ns/element | GB/s | clock, GHz | percent of the bound | percent of a plain loop |
            |---|---:|---:|---:|---:|---:|---:|
            """;
    private static final String BEYOND = """

            Beyond the caches. Bytes read and written are counted once each.

            | kernel | elements | threads | ns/element | GB/s | limit | GB/s | percent of the limit | percent of a plain loop |
            |---|---:|---:|---:|---:|---|---:|---:|---:|
            """;

    private static volatile long chained = 3;

    private Bandwidth() {
    }

    static String table() {
        StringBuilder text = new StringBuilder();
        int lanes = Capabilities.current().vectorBits() / Float.SIZE;
        text.append("\n" + Capabilities.current().vectorBits() + "-bit vectors\n").append(CACHES);
        for (int n : new int[]{FIRST_LEVEL, SECOND_LEVEL}) {
            Stream.Data data = new Stream.Data(n);
            for (Stream stream : Stream.values()) {
                text.append(cacheRow(stream, data, lanes));
            }
        }
        text.append(BEYOND);
        Stream.Data data = new Stream.Data(MEMORY);
        for (int threads = 1; threads <= Math.min(2, Runtime.getRuntime().availableProcessors()); threads++) {
            try (Workers workers = Workers.of(threads)) {
                for (Stream stream : Stream.values()) {
                    text.append(memoryRow(stream, data, workers));
                }
            }
        }
        return text.toString();
    }

    private static String cacheRow(Stream stream, Stream.Data data, int lanes) {
        int n = data.n;
        Stream.Loop kernel = stream.kernel();
        Stream.Loop plain = stream.plain();
        Turns turns = Turns.of(() -> kernel.run(data, 0, n), () -> plain.run(data, 0, n),
                Bandwidth::chain);
        double cycles = (double) STEPS * CYCLES_A_STEP;
        return String.format(Locale.ROOT, "| %s | %d | %.4f | %.1f | %.2f | %.0f | %.0f |%n", stream, n,
                turns.nanos(0) / n, (double) stream.limit().bytes() * n / turns.nanos(0),
                cycles / turns.nanos(2),
                100 * turns.ratio(2, 0) * n / lanes / cycles, 100 * turns.ratio(1, 0));
    }

    /** Each step waits for the one before, and no two can be made one. */
    private static void chain() {
        long factor = chained | 1;
        long chain = factor;
        for (int i = 0; i < STEPS; i++) {
            chain = chain * factor ^ i;
        }
        chained = chain;
    }

    private static String memoryRow(Stream stream, Stream.Data data, Workers workers) {
        Stream.Limit limit = stream.limit();
        Turns turns = Turns.of(shared(workers, data, stream.kernel()), shared(workers, data, stream.plain()),
                shared(workers, data, blocks(limit.loop())));
        double bytes = (double) limit.bytes() * data.n;
        return String.format(Locale.ROOT, "| %s | %d | %d | %.4f | %.1f | %s | %.1f | %.0f | %.0f |%n",
                stream,
                data.n, workers.threads(), turns.nanos(0) / data.n, bytes / turns.nanos(0),
                limit.name().toLowerCase(Locale.ROOT), bytes / turns.nanos(2), 100 * turns.ratio(2, 0),
                100 * turns.ratio(1, 0));
    }

    /** Each thread takes a run of neighbouring blocks. */
    private static Runnable shared(Workers workers, Stream.Data data, Stream.Loop loop) {
        int threads = workers.threads();
        int blocks = data.n / BLOCK;
        Workers.Work share = part -> {
            int first = part * blocks / threads * BLOCK;
            loop.run(data, first, (part + 1) * blocks / threads * BLOCK - first);
        };
        return () -> workers.run(threads, share);
    }

    private static Stream.Loop blocks(Stream.Loop loop) {
        return (data, first, n) -> {
            for (int i = first; i < first + n; i += BLOCK) {
                loop.run(data, i, BLOCK);
            }
        };
    }
}
