package dev.lanewise.reports.experiments;

import dev.lanewise.reports.page.Plot;
import java.util.List;

/**
 * What an experiment found.
 *
 * @param checks the claim, in statements that numbers decided; at least one
 * @param plots its figures, the main one first
 * @param tables its numbers
 * @param measured what we measured, in two to five sentences with the numbers
 */
public record Outcome(List<Check> checks, List<Plot> plots, List<Table> tables, String measured) {
    /** Copies the lists. */
    public Outcome {
        checks = List.copyOf(checks);
        plots = List.copyOf(plots);
        tables = List.copyOf(tables);
    }

    /** Whether all checks hold. */
    public boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }
}
