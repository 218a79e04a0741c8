package dev.lanewise.jmh;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Tables of one run: medians over all iterations of all forks, with the fastest and the slowest. */
final class ResultTable {
    private ResultTable() {
    }

    /** Nanoseconds a call; peak is the median of the peaks measured beside them, in GFLOP/s, NaN if there are none. */
    private record Times(double fastest, double median, double slowest, double peak) {
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

    static String gemm(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                "\n| shape | threads | GFLOP/s | slowest-fastest | FMA peak, 1 thread |"
                        + " percent of peak x threads | reference | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        pairs(results, "GemmBenchmark",
                r -> r.getParams().getParam("shape") + " | " + r.getParams().getParam("threads"))
                .forEach((name, sides) -> table.append(gemmRow(name, sides)));
        return table.toString();
    }

    private static String gemmRow(String name, Map<String, Times> sides) {
        double flops = GemmShape.parse(name.substring(0, name.indexOf(' '))).flops();
        int threads = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        Times ours = sides.get("lanewise");
        String row = ours == null
                ? "| " + name + " | | | | |"
                : String.format(Locale.ROOT, "| %s | %.1f | %.1f-%.1f | %.0f | %.0f |", name,
                        flops / ours.median(), flops / ours.slowest(), flops / ours.fastest(), ours.peak(),
                        100 * flops / ours.median() / ours.peak() / threads);
        return row + comparison(ours, sides.get("reference"), time -> flops / time) + "\n";
    }

    static String kernels(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                "\n| kernel | elements | ns/element | fastest-slowest | reference | ratio"
                        + " |\n|---|---:|---:|---:|---:|---:|\n");
        pairs(results, "KernelBenchmark",
                r -> r.getParams().getParam("kernel") + " | " + r.getParams().getParam("elements"))
                .forEach((name, sides) -> table.append(kernelRow(name, sides)));
        return table.toString();
    }

    private static String kernelRow(String name, Map<String, Times> sides) {
        double n = Double.parseDouble(name.substring(name.lastIndexOf(' ') + 1));
        Times ours = sides.get("lanewise");
        String row = ours == null
                ? "| " + name + " | | |"
                : String.format(Locale.ROOT, "| %s | %.3f | %.3f-%.3f |", name, ours.median() / n,
                        ours.fastest() / n,
                        ours.slowest() / n);
        return row + comparison(ours, sides.get("reference"), time -> time / n) + "\n";
    }

    /** The definition's figure and how many times faster the library is. */
    private static String comparison(@Nullable Times ours,
            @Nullable Times reference, Function<Double, Double> figure) {
        if (reference == null) {
            return " | |";
        }
        String value = String.format(Locale.ROOT, " %.3f |", figure.apply(reference.median()));
        return ours == null
                ? value + " |"
                : value + String.format(Locale.ROOT, " %.1f |", reference.median() / ours.median());
    }

    /** Both sides of every case, by its name. */
    private static Map<String, Map<String, Times>> pairs(Collection<RunResult> results, String benchmark,
            Function<RunResult, String> name) {
        List<RunResult> chosen = results.stream()
                .filter(r -> r.getParams().getBenchmark().contains(benchmark))
                .toList();
        return chosen.stream()
                .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toMap(
                        r -> r.getParams().getParam("side"), Times::of, (p, q) -> p, TreeMap::new)));
    }
}
