package dev.lanewise.jmh;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How long a prediction takes, call by call, in one JVM on one thread: percentiles, not means. */
final class Latency {
    private static final int WARM_UP = 50_000;
    private static final int CALLS = 200_000;
    private static final long HIGHEST_NANOS = 10_000_000_000L;

    private Latency() {
    }

    /** A table of networks and batch sizes; times in microseconds. */
    static String table() {
        StringBuilder table = new StringBuilder("\n" + Capabilities.current().backend() + ", "
                + Capabilities.current().vectorBits() + " bits, one thread\n\n"
                + "| network | batch | p50 us | p99 us | p99.9 us | max us |\n|---|---:|---:|---:|---:|---:|\n");
        for (String layers : new String[]{"dense:128 relu dense:10",
                "dense:512 relu dense:512 relu dense:10"}) {
            for (int batch : new int[]{1, 64}) {
                table.append(row("784 " + layers, layers, batch));
            }
        }
        return table.toString();
    }

    private static String row(String name, String layers, int batch) {
        Histogram nanos = measure(layers, batch);
        return String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n", name, batch,
                nanos.getValueAtPercentile(50) / 1e3, nanos.getValueAtPercentile(99) / 1e3,
                nanos.getValueAtPercentile(99.9) / 1e3, nanos.getMaxValue() / 1e3);
    }

    private static Histogram measure(String layers, int batch) {
        Network network = Network.input(784).add(layers).build(1);
        Predictor predictor = new Predictor(network, batch, Workers.of(1));
        float[] rows = new float[batch * 784];
        float[] out = new float[batch * network.outputs()];
        Philox.uniform(1, 1, 0, 0f, 1f, rows.length, rows, 0);
        for (int i = 0; i < WARM_UP / batch; i++) {
            predictor.probabilities(batch, rows, out);
        }
        Histogram nanos = new Histogram(HIGHEST_NANOS, 3);
        for (int i = 0; i < CALLS / batch; i++) {
            long start = System.nanoTime();
            predictor.probabilities(batch, rows, out);
            nanos.recordValue(Math.min(System.nanoTime() - start, HIGHEST_NANOS));
        }
        return nanos;
    }
}
