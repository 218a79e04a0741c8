package dev.lanewise.jmh;

import java.util.List;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Nanoseconds a call; peak is the median of the peaks measured beside them, in GFLOP/s, and worstUlp the largest error of
 * the results, NaN if there are none.
 */
record Times(double fastest, double median, double slowest, double peak, double worstUlp) {
    static Times of(RunResult result) {
        List<IterationResult> iterations = result.getBenchmarkResults()
                .stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        double[] times = sorted(iterations.stream().mapToDouble(i -> i.getPrimaryResult().getScore()));
        double[] peaks = sorted(iterations.stream().flatMapToDouble(i -> counter(i, "peakGflops")));
        double worstUlp = iterations.stream()
                .flatMapToDouble(i -> counter(i, "worstUlp"))
                .max()
                .orElse(Double.NaN);
        return new Times(times[0], median(times), times[times.length - 1], median(peaks), worstUlp);
    }

    private static DoubleStream counter(IterationResult iteration, String name) {
        Result<?> counter = iteration.getSecondaryResults().get(name);
        return counter == null ? DoubleStream.empty() : DoubleStream.of(counter.getScore());
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    /** Of sorted values. */
    static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
