package dev.lanewise.jmh;

import java.util.List;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Nanoseconds a call; peak is the median of the peaks measured beside them, in GFLOP/s, NaN if there are none. */
record Times(double fastest, double median, double slowest, double peak) {
    static Times of(RunResult result) {
        List<IterationResult> iterations = result.getBenchmarkResults()
                .stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        double[] times = sorted(iterations.stream().mapToDouble(i -> i.getPrimaryResult().getScore()));
        double[] peaks = sorted(iterations.stream().flatMapToDouble(Times::peakOf));
        return new Times(times[0], median(times), times[times.length - 1], median(peaks));
    }

    private static DoubleStream peakOf(IterationResult iteration) {
        Result<?> peak = iteration.getSecondaryResults().get("peakGflops");
        return peak == null ? DoubleStream.empty() : DoubleStream.of(peak.getScore());
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
