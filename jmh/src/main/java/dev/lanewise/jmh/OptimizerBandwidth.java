package dev.lanewise.jmh;

import dev.lanewise.kernels.AdamOptimizers;
import dev.lanewise.kernels.AdaptiveOptimizers;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;
import java.util.Locale;

/**
 * Optimizer steps beside the memory's bandwidth: beside a triad, and beside a plain loop that reads and writes the same
 * arrays. All take turns, and every percentage is one of neighbours in time.
 */
final class OptimizerBandwidth {
    private static final int[] PARAMETERS = {1_000_000, 10_000_000};
    private static final List<Class<?>> OPTIMIZERS = List.of(Optimizers.class, AdaptiveOptimizers.class,
            AdamOptimizers.class);
    private static final int GRADIENTS = 1;
    /** Calls of few elements: a step is so compiled as a whole before it is timed, not in the middle of its loop. */
    private static final int WARM_UP_CALLS = 20_000;
    private static final int WARM_UP_ELEMENTS = 256;

    private static final String HEADER = """

            Bytes read and written are counted once each. The plain loop adds the gradients to the parameters and to each array of state.

            | step | parameters | threads | ns/parameter | GB/s | triad, GB/s | percent of the triad | percent of a plain loop |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private OptimizerBandwidth() {
    }

    /** The elements of a call from {@code from} on. */
    private record Range(KernelData data, int from, int count) implements Operands {
        @Override
        public Size size() {
            return new Size(1, count, 1);
        }

        @Override
        public float[] array(int operand) {
            return data.array(operand);
        }

        @Override
        public int[] ints(int operand) {
            return data.ints(operand);
        }

        @Override
        public int at(int operand) {
            return from;
        }

        @Override
        public int ld(int operand) {
            return data.ld(operand);
        }

        @Override
        public Number value(int parameter) {
            return data.value(parameter);
        }
    }

    /** On elements {@code first} to {@code first + n - 1}. */
    private interface Loop {
        void run(int first, int n);
    }

    static String table() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int n : PARAMETERS) {
            Stream.Data triad = new Stream.Data(n);
            for (Kernel kernel : KernelCatalog.all()) {
                if (OPTIMIZERS.contains(kernel.owner())) {
                    rows(text, kernel, n, triad);
                }
            }
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, Kernel kernel, int n, Stream.Data triad) {
        KernelData data = new KernelData(kernel, new Size(1, n, 1));
        Range few = new Range(data, 0, WARM_UP_ELEMENTS);
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            kernel.facade().run(few);
        }
        for (int threads = 1; threads <= Math.min(2, Runtime.getRuntime().availableProcessors()); threads++) {
            try (Workers workers = Workers.of(threads)) {
                text.append(row(kernel, data, triad, workers));
            }
        }
    }

    private static String row(Kernel kernel, KernelData data, Stream.Data triad, Workers workers) {
        int n = triad.n;
        Stream.Limit limit = Stream.Limit.TRIAD;
        Turns turns = Turns.of(step(workers, kernel, data, n), shared(workers, n, plain(kernel, data)),
                shared(workers, n, (first, count) -> limit.loop().run(triad, first, count)));
        double speed = kernel.bytes(data.size()) / turns.nanos(0);
        double reached = (double) limit.bytes() * n / turns.nanos(2);
        return String.format(Locale.ROOT, "| %s | %d | %d | %.4f | %.1f | %.1f | %.0f | %.0f |%n",
                kernel.method(),
                n, workers.threads(), turns.nanos(0) / n, speed, reached,
                100 * turns.ratio(2, 0) * kernel.bytes(data.size()) / ((double) limit.bytes() * n),
                100 * turns.ratio(1, 0));
    }

    /** The ranges are made once, so that a step allocates nothing. */
    private static Runnable step(Workers workers, Kernel kernel, KernelData data, int n) {
        int threads = workers.threads();
        Range[] ranges = new Range[threads];
        for (int part = 0; part < threads; part++) {
            int first = first(part, threads, n);
            ranges[part] = new Range(data, first, first(part + 1, threads, n) - first);
        }
        Workers.Work share = part -> kernel.facade().run(ranges[part]);
        return () -> workers.run(threads, share);
    }

    private static Runnable shared(Workers workers, int n, Loop loop) {
        int threads = workers.threads();
        Workers.Work share = part -> {
            int first = first(part, threads, n);
            loop.run(first, first(part + 1, threads, n) - first);
        };
        return () -> workers.run(threads, share);
    }

    private static int first(int part, int parts, int n) {
        return (int) ((long) n * part / parts);
    }

    /** The same reads and writes as the JIT compiles them. */
    private static Loop plain(Kernel kernel, KernelData data) {
        float[] g = data.array(GRADIENTS);
        float[] w = data.array(0);
        return switch (kernel.operands().size()) {
            case 2 -> (first, n) -> add(first, n, g, w);
            case 3 -> (first, n) -> add(first, n, g, w, data.array(2));
            case 4 -> (first, n) -> add(first, n, g, w, data.array(2), data.array(3));
            case 5 -> (first, n) -> add(first, n, g, w, data.array(2), data.array(3), data.array(4));
            default -> throw new IllegalArgumentException("operands: " + kernel.operands().size()
                    + " (expected 2 to 5)");
        };
    }

    private static void add(int first, int n, float[] g, float[] a) {
        for (int i = first; i < first + n; i++) {
            a[i] = a[i] + 1e-6f * g[i];
        }
    }

    private static void add(int first, int n, float[] g, float[] a, float[] b) {
        for (int i = first; i < first + n; i++) {
            a[i] = a[i] + 1e-6f * g[i];
            b[i] = b[i] + 1e-6f * g[i];
        }
    }

    private static void add(int first, int n, float[] g, float[] a, float[] b, float[] c) {
        for (int i = first; i < first + n; i++) {
            a[i] = a[i] + 1e-6f * g[i];
            b[i] = b[i] + 1e-6f * g[i];
            c[i] = c[i] + 1e-6f * g[i];
        }
    }

    private static void add(int first, int n, float[] g, float[] a, float[] b, float[] c, float[] d) {
        for (int i = first; i < first + n; i++) {
            a[i] = a[i] + 1e-6f * g[i];
            b[i] = b[i] + 1e-6f * g[i];
            c[i] = c[i] + 1e-6f * g[i];
            d[i] = d[i] + 1e-6f * g[i];
        }
    }
}
