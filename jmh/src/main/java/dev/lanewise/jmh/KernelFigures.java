package dev.lanewise.jmh;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/** What a run of {@link KernelBenchmark} measured, as a table and as a file. */
final class KernelFigures {
    private static final String HEADER = "kernel,elements,columns,ns/element,fastest,slowest,GB/s,reference ns/element\n";

    /**
     * One kernel at one size; a side that was not run is null.
     *
     * @param bytes that a call moves at least
     */
    private record Figure(String kernel, String elements, String columns, long bytes, @Nullable Times ours,
            @Nullable Times reference) {
        static Figure of(String key, Map<String, Times> sides) {
            String[] parts = key.split(" ", 3);
            Kernel kernel = KernelCatalog.get(parts[0]);
            long bytes = kernel.bytes(
                    KernelData.size(kernel, Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
            return new Figure(parts[0], parts[1], parts[2], bytes, sides.get("lanewise"),
                    sides.get("reference"));
        }

        String row() {
            double n = Double.parseDouble(elements);
            String name = "| " + kernel + " | " + elements + " | ";
            String figures = ours == null
                    ? "| | | "
                    : String.format(Locale.ROOT, "%.3f | %.3f-%.3f | %.1f | ", ours.median() / n,
                            ours.fastest() / n, ours.slowest() / n, bytes / ours.median());
            return name + figures + ResultTable.comparison(ours, reference, time -> time / n).strip() + "\n";
        }

        String line() {
            double n = Double.parseDouble(elements);
            String figures = ours == null
                    ? ",,,"
                    : String.format(Locale.ROOT, "%.4f,%.4f,%.4f,%.2f", ours.median() / n, ours.fastest() / n,
                            ours.slowest() / n, bytes / ours.median());
            return kernel + "," + elements + "," + columns + "," + figures + ","
                    + (reference == null ? "" : String.format(Locale.ROOT, "%.4f", reference.median() / n))
                    + "\n";
        }
    }

    private final List<Figure> figures;

    private KernelFigures(List<Figure> figures) {
        this.figures = figures;
    }

    static KernelFigures of(Collection<RunResult> results) {
        return new KernelFigures(ResultTable.sides(results, "KernelBenchmark",
                r -> r.getParams().getParam("kernel") + " " + r.getParams().getParam("elements") + " "
                        + r.getParams().getParam("columns"))
                .entrySet()
                .stream()
                .map(sides -> Figure.of(sides.getKey(), sides.getValue()))
                .toList());
    }

    /** One row a kernel and size. */
    String table() {
        StringBuilder table = new StringBuilder("""

                | kernel | elements | ns/element | fastest-slowest | GB/s | reference | ratio |
                |---|---:|---:|---:|---:|---:|---:|
                """);
        figures.forEach(figure -> table.append(figure.row()));
        return table.toString();
    }

    /** Writes the figures as CSV, which the contract table takes in. */
    void save(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        figures.forEach(figure -> text.append(figure.line()));
        AtomicFile.write(file, text.toString());
    }
}
