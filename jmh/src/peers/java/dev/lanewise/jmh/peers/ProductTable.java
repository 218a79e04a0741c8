package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Matrix products: GFLOP/s beside the machine's peak. */
final class ProductTable {
    static final String TITLE = "Matrix products beside native libraries";
    static final String ABOUT = """
            Each figure is the median (lowest-highest) of %d turns of %s s each in GFLOP/s, a turn's figure the \
            median of its batches. Every contestant has its own process; they take turns in an order that rotates \
            from round to round%s. Native operands lie in native memory, 64-byte aligned, and nothing is copied \
            while timed; calls go through JavaCPP. Every result was verified %s, Lanewise's bit for bit against its \
            definition as well (in full up to 600 million multiply-adds, then by rows). \
            "FMA peak" is Lanewise's register-only probe after every turn, on as many threads; \
            "%% of peak" is the median of Lanewise's turns, each against the probe right after it. \
            "Lanewise / best native" is the median (lowest-highest) over the rounds of Lanewise over the fastest \
            native library of the same round. "MKL inside C" repeats small products in one call of its batch \
            interface; it is not part of the ratio. "Other load" is the time that other processes took during the turns, in percent of one processor. \
            netlib has no threads of its own: it is in the table for one \
            thread only.
            """;

    private ProductTable() {
    }

    static String of(Comparison comparison, List<Contestant> columns) {
        return header(columns)
                + comparison.figures().stream().map(f -> row(f, columns)).collect(Collectors.joining()) + "\n"
                + training(comparison.figures());
    }

    private static String header(List<Contestant> columns) {
        return "| GFLOP/s | " + columns.stream().map(Contestant::title).collect(Collectors.joining(" | "))
                + " | FMA peak | Lanewise, % of peak | Lanewise / best native | Other load, % |\n|---|"
                + "---:|".repeat(columns.size() + 4) + "\n";
    }

    private static String row(Figures figures, List<Contestant> columns) {
        return "| " + figures.work() + " | "
                + columns.stream()
                        .map(c -> Cells.spread("%.1f", figures.turns(c)))
                        .collect(Collectors.joining(" | "))
                + " | " + Cells.spread("%.0f", figures.peaks()) + " | "
                + Cells.median("%.0f", figures.percentOfPeak()) + " | "
                + Cells.spread("%.2f", figures.ratios()) + " | "
                + Cells.median("%.0f", figures.otherLoad().percent()) + " |\n";
    }

    private static String training(List<Figures> figures) {
        List<Figures> measured = figures.stream()
                .filter(f -> Shapes.TRAINING.contains(GemmShape.parse(f.work()))
                        && Statistics.isAny(f.ratios()))
                .toList();
        if (measured.isEmpty()) {
            return "";
        }
        double[] ratios = measured.stream().mapToDouble(f -> Statistics.median(f.ratios())).toArray();
        return Cells.text("Training shapes: geometric mean of the ratio %.3f",
                Statistics.geometricMean(ratios))
                + Cells.text(", lowest %.2f", Arrays.stream(ratios).min().orElseThrow())
                + " (" + measured.size() + " of " + Shapes.TRAINING.size() + " shapes).\n";
    }
}
