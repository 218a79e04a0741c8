package dev.lanewise.jmh.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thread count's results in Markdown. */
final class ComparisonTable {
    private static final double TOLERABLE_PERCENT = 10;

    private ComparisonTable() {
    }

    static String of(Comparison comparison) {
        List<Contestant> columns = comparison.contestants()
                .stream()
                .filter(c -> comparison.figures().stream().anyMatch(f -> Statistics.isAny(f.turns(c))))
                .toList();
        return title(comparison) + header(columns)
                + comparison.figures().stream().map(f -> row(f, columns)).collect(Collectors.joining())
                + "\n" + training(comparison.figures()) + otherLoad(comparison.figures())
                + losses(comparison);
    }

    private static String title(Comparison comparison) {
        return "\n## " + comparison.threadsText() + ", " + comparison.placement() + "\n\n"
                + comparison.team()
                        .descriptions()
                        .entrySet()
                        .stream()
                        .map(e -> "- " + e.getKey().title() + ": " + e.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String header(List<Contestant> columns) {
        return "| GFLOP/s | " + columns.stream().map(Contestant::title).collect(Collectors.joining(" | "))
                + " | FMA peak | Lanewise, % of peak | Lanewise / best native | Other load, % |\n|---|"
                + "---:|".repeat(columns.size() + 4) + "\n";
    }

    private static String row(Figures figures, List<Contestant> columns) {
        return "| " + figures.shape() + " | "
                + columns.stream()
                        .map(c -> spread("%.1f", figures.turns(c)))
                        .collect(Collectors.joining(" | "))
                + " | " + spread("%.0f", figures.peaks()) + " | " + median("%.0f", figures.percentOfPeak())
                + " | "
                + spread("%.2f", figures.ratios()) + " | "
                + median("%.0f", figures.otherLoad().percent()) + " |\n";
    }

    /** {@code median (lowest-highest)}. */
    private static String spread(String format, double[] values) {
        return Statistics.isAny(values)
                ? median(format, values) + " (" + text(format, Statistics.lowest(values)) + "-"
                        + text(format, Statistics.highest(values)) + ")"
                : "";
    }

    private static String median(String format, double... values) {
        return Statistics.isAny(values) ? text(format, Statistics.median(values)) : "";
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String training(List<Figures> figures) {
        List<Figures> measured = figures.stream()
                .filter(f -> Shapes.TRAINING.contains(f.shape()) && Statistics.isAny(f.ratios()))
                .toList();
        if (measured.isEmpty()) {
            return "";
        }
        double[] ratios = measured.stream().mapToDouble(f -> Statistics.median(f.ratios())).toArray();
        return text("Training shapes: geometric mean of the ratio %.3f", Statistics.geometricMean(ratios))
                + text(", lowest %.2f", Arrays.stream(ratios).min().orElseThrow())
                + " (" + measured.size() + " of " + Shapes.TRAINING.size() + " shapes).\n";
    }

    private static String otherLoad(List<Figures> figures) {
        List<String> disturbed = figures.stream()
                .filter(f -> f.otherLoad().percent() > TOLERABLE_PERCENT)
                .map(f -> f.shape().toString())
                .toList();
        return disturbed.isEmpty()
                ? ""
                : text("\n**Other processes took more than %.0f %% of one processor", TOLERABLE_PERCENT)
                        + " during the turns of " + String.join(", ", disturbed)
                        + ": repeat these on a quiet machine.**\n";
    }

    private static String losses(Comparison comparison) {
        return comparison.team().losses().isEmpty()
                ? "\nAll contestants were measured on all their shapes.\n"
                : "\nNot measured:\n"
                        + comparison.team()
                                .losses()
                                .stream()
                                .map(loss -> "- " + loss + "\n")
                                .collect(Collectors.joining());
    }
}
