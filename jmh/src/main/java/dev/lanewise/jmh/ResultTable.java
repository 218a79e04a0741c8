package dev.lanewise.jmh;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.DoubleHistogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** Tables of one run: medians over all iterations of all forks, with the fastest and the slowest. */
final class ResultTable {
    private ResultTable() {
    }

    /** Nanoseconds a call. */
    private record Times(double fastest, double median, double slowest) {
        static Times of(RunResult result) {
            DoubleHistogram times = new DoubleHistogram(3);
            double fastest = Double.POSITIVE_INFINITY;
            double slowest = 0;
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    double score = iteration.getPrimaryResult().getScore();
                    times.recordValue(score);
                    fastest = Math.min(fastest, score);
                    slowest = Math.max(slowest, score);
                }
            }
            return new Times(fastest, times.getValueAtPercentile(50), slowest);
        }
    }

    static String gemm(Collection<RunResult> results) {
        Times peak = results.stream()
                .filter(r -> r.getParams().getBenchmark().contains("PeakBenchmark"))
                .map(Times::of)
                .findFirst()
                .orElseThrow();
        double peakGflops = PeakBenchmark.OPERATIONS / peak.median();
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "%nmeasured FMA peak, one thread: %.1f GFLOP/s%n%n| shape | threads | GFLOP/s | slowest-fastest | %% of peak"
                        + " x threads | reference | ratio |%n|---|---:|---:|---:|---:|---:|---:|%n",
                peakGflops));
        pairs(results, "GemmBenchmark",
                r -> r.getParams().getParam("shape") + " | " + r.getParams().getParam("threads"))
                .forEach((name, sides) -> table.append(gemmRow(name, sides, peakGflops)));
        return table.toString();
    }

    private static String gemmRow(String name, Map<String, Times> sides, double peak) {
        double flops = GemmShape.parse(name.substring(0, name.indexOf(' '))).flops();
        int threads = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        Times ours = sides.get("lanewise");
        Times reference = sides.get("reference");
        String row = ours == null
                ? "| " + name + " | | | |"
                : String.format(Locale.ROOT, "| %s | %.1f | %.1f-%.1f | %.0f %% |", name,
                        flops / ours.median(),
                        flops / ours.slowest(), flops / ours.fastest(),
                        100 * flops / ours.median() / peak / threads);
        return row + comparison(ours, reference, time -> flops / time) + "\n";
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
