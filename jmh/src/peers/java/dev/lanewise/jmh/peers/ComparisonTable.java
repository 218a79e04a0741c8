package dev.lanewise.jmh.peers;

import java.util.List;
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
        return title(comparison) + comparison.contest().table(comparison, columns)
                + otherLoad(comparison.figures()) + losses(comparison);
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

    private static String otherLoad(List<Figures> figures) {
        List<String> disturbed = figures.stream()
                .filter(f -> f.otherLoad().percent() > TOLERABLE_PERCENT)
                .map(Figures::work)
                .toList();
        return disturbed.isEmpty()
                ? ""
                : Cells.text("\n**Other processes took more than %.0f %% of one processor", TOLERABLE_PERCENT)
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
