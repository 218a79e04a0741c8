package dev.lanewise.jmh;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Looks for square products that are much slower than those of nearly the same size, on one thread. Each round measures
 * every size, so that a change of the machine's clock touches neighbours alike. The first rounds warm up: long ones, as some tiles serve
 * few sizes and are compiled late.
 */
final class Cliff {
    private static final int LARGEST = 300;
    private static final int NEIGHBOURS = 5;
    private static final double LEAST_RATIO = 0.6;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final long NANOS_A_ROUND = 5_000_000;
    private static final long NANOS_TO_WARM_UP = 30_000_000;

    private final float[] a = draw(1);
    private final float[] b = draw(2);
    private final float[] c = new float[LARGEST * LARGEST];

    private Cliff() {
    }

    /** Every size below 60 % of the median of its neighbours, and the lowest ratio of all. */
    static String report() {
        double[] gflops = new Cliff().measure();
        StringBuilder text = new StringBuilder("\n" + Capabilities.current().backend() + ", "
                + Capabilities.current().vectorBits() + " bits, one thread, squares 1 to " + LARGEST
                + "\n\n");
        int lowest = 1;
        for (int n = 1; n <= LARGEST; n++) {
            if (ratio(gflops, n) < LEAST_RATIO) {
                text.append("cliff at ").append(line(gflops, n));
            }
            lowest = ratio(gflops, n) < ratio(gflops, lowest) ? n : lowest;
        }
        return text.append("lowest ratio: ").append(line(gflops, lowest)).toString();
    }

    private static String line(double[] gflops, int n) {
        return String.format(Locale.ROOT, "n = %d: %.2f GFLOP/s, %.2f of its neighbours' median %.2f%n", n,
                gflops[n], ratio(gflops, n), neighbours(gflops, n));
    }

    private static double ratio(double[] gflops, int n) {
        return gflops[n] / neighbours(gflops, n);
    }

    /** Median speed of the sizes up to five below and above n, without n itself. */
    private static double neighbours(double[] gflops, int n) {
        return median(IntStream.rangeClosed(Math.max(1, n - NEIGHBOURS), Math.min(LARGEST, n + NEIGHBOURS))
                .filter(i -> i != n)
                .mapToDouble(i -> gflops[i])
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** GFLOP/s by size; element 0 is not used. */
    private double[] measure() {
        double[][] rounds = new double[LARGEST + 1][ROUNDS];
        try (Workers workers = Workers.of(1)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int n = 1; n <= LARGEST; n++) {
                    double gflops = gflops(workers, n, round < 0 ? NANOS_TO_WARM_UP : NANOS_A_ROUND);
                    if (round >= 0) {
                        rounds[n][round] = gflops;
                    }
                }
            }
        }
        return Arrays.stream(rounds).mapToDouble(Cliff::median).toArray();
    }

    /** In batches long enough for the clock that times them. */
    private double gflops(Workers workers, int n, long nanos) {
        int batch = 1 + 20_000 / (n * n);
        long calls = 0;
        long start = System.nanoTime();
        long elapsed = 0;
        while (elapsed < nanos) {
            for (int i = 0; i < batch; i++) {
                Gemm.sgemm(workers, Transpose.N, Transpose.N, n, n, n, 1f, a, 0, n, b, 0, n, 0f, c, 0, n);
            }
            calls += batch;
            elapsed = System.nanoTime() - start;
        }
        return 2.0 * n * n * n * calls / elapsed;
    }

    private static float[] draw(long stream) {
        float[] values = new float[LARGEST * LARGEST];
        Philox.uniform(1, stream, 0, -1f, 1f, values.length, values, 0);
        return values;
    }
}
