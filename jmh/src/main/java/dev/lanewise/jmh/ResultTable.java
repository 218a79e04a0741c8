package dev.lanewise.jmh;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** Tables of one run: medians over all iterations of all forks, with the fastest and the slowest. */
final class ResultTable {
    private ResultTable() {
    }

    static String gemm(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                "\n| shape | threads | GFLOP/s | slowest-fastest | FMA peak, 1 thread |"
                        + " percent of peak x threads | blocked | ratio | reference | ratio |\n"
                        + "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        sides(results, "GemmBenchmark",
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
        return row + comparison(ours, sides.get("blocked"), time -> flops / time)
                + comparison(ours, sides.get("reference"), time -> flops / time) + "\n";
    }

    static String elements(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                """

                        | function | elements | ns/element | fastest-slowest | worst ULP | jdk.incubator.vector | worst ULP | ratio | Math | ratio |
                        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                        """);
        sides(results, "ElementBenchmark",
                r -> r.getParams().getParam("function") + " | " + r.getParams().getParam("elements"))
                .forEach((name, sides) -> table.append(elementRow(name, sides)));
        return table.toString();
    }

    private static String elementRow(String name, Map<String, Times> sides) {
        int n = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        Times ours = sides.get("lanewise");
        String row = ours == null
                ? "| " + name + " | | | |"
                : String.format(Locale.ROOT, "| %s | %.3f | %.3f-%.3f | %.3g |", name, ours.median() / n,
                        ours.fastest() / n, ours.slowest() / n, ours.worstUlp());
        return row + jdk(ours, sides.get("jdk"), n)
                + comparison(ours, sides.get("math"), time -> time / n) + "\n";
    }

    private static String jdk(@Nullable Times ours, @Nullable Times jdk, int n) {
        if (jdk == null) {
            return " | | |";
        }
        String value = String.format(Locale.ROOT, " %.3f | %.3g |", jdk.median() / n, jdk.worstUlp());
        return value
                + (ours == null ? " |" : String.format(Locale.ROOT, " %.2f |", jdk.median() / ours.median()));
    }

    static String linear(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                "\n| layer with ReLU | threads | side | us | fastest-slowest | GFLOP/s | percent of peak x threads"
                        + " | times plain |\n|---|---:|---|---:|---:|---:|---:|---:|\n");
        sides(results, "LinearBenchmark",
                r -> r.getParams().getParam("shape") + " | " + r.getParams().getParam("threads"))
                .forEach((name, sides) -> sides.forEach(
                        (side, times) -> table.append(linearRow(name, side, times, sides.get("plain")))));
        return table.toString();
    }

    private static String linearRow(String name, String side, Times times, @Nullable Times plain) {
        double flops = GemmShape.parse(name.substring(0, name.indexOf(' '))).flops();
        int threads = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        String row = String.format(Locale.ROOT, "| %s | %s | %.1f | %.1f-%.1f | %.1f | %.0f |", name, side,
                times.median() / 1e3, times.fastest() / 1e3, times.slowest() / 1e3, flops / times.median(),
                100 * flops / times.median() / times.peak() / threads);
        return plain == null
                ? row + " |\n"
                : row + String.format(Locale.ROOT, " %.2f |%n", plain.median() / times.median());
    }

    static String pollution(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                """

                        | call | shape | clean us | fastest-slowest | polluted us | fastest-slowest | polluted / clean |
                        |---|---|---:|---:|---:|---:|---:|
                        """);
        sides(results, "PollutionBenchmark",
                r -> r.getParams().getParam("call") + " | " + r.getParams().getParam("shape"))
                .forEach((name, sides) -> table.append("| " + name + " |" + micros(sides.get("clean"))
                        + micros(sides.get("polluted")) + slowdown(sides) + " |\n"));
        return table.toString();
    }

    private static String micros(@Nullable Times times) {
        return times == null
                ? " | |"
                : String.format(Locale.ROOT, " %.2f | %.2f-%.2f |", times.median() / 1e3,
                        times.fastest() / 1e3,
                        times.slowest() / 1e3);
    }

    private static String slowdown(Map<String, Times> sides) {
        Times clean = sides.get("clean");
        Times polluted = sides.get("polluted");
        return clean == null || polluted == null
                ? ""
                : String.format(Locale.ROOT, " %.3f", polluted.median() / clean.median());
    }

    /** The other side's figure and how many times faster the library is. */
    static String comparison(@Nullable Times ours,
            @Nullable Times other, Function<Double, Double> figure) {
        if (other == null) {
            return " | |";
        }
        String value = String.format(Locale.ROOT, " %.3f |", figure.apply(other.median()));
        return ours == null
                ? value + " |"
                : value + String.format(Locale.ROOT, " %.1f |", other.median() / ours.median());
    }

    /** The sides of every case, by its name. */
    static Map<String, Map<String, Times>> sides(Collection<RunResult> results, String benchmark,
            Function<RunResult, String> name) {
        List<RunResult> chosen = results.stream()
                .filter(r -> r.getParams().getBenchmark().contains(benchmark))
                .toList();
        return chosen.stream()
                .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toMap(
                        r -> r.getParams().getParam("side"), Times::of, (p, q) -> p, TreeMap::new)));
    }
}
