package dev.lanewise.reports;

import dev.lanewise.reports.experiments.Check;
import dev.lanewise.reports.experiments.Experiment;
import dev.lanewise.reports.experiments.Outcome;
import dev.lanewise.reports.experiments.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of an experiment.
 *
 * @param experiment that ran
 * @param outcome what it found; one check that fails, if it threw
 * @param seconds it took
 */
record ExperimentResult(Experiment experiment, Outcome outcome, double seconds) {
    /** Runs it. Whatever it throws is a failure of this experiment alone. */
    static ExperimentResult of(Experiment experiment, Setting setting) {
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = experiment.run(setting);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            Check check = new Check("it runs to its end", false, failed.toString());
            outcome = new Outcome(List.of(check), List.of(), List.of(), "It did not run to its end.");
        }
        return new ExperimentResult(experiment, outcome, (System.nanoTime() - start) / 1e9);
    }

    /** How many of the checks of these experiments hold. */
    static long holding(List<ExperimentResult> results) {
        return results.stream()
                .flatMap(result -> result.outcome().checks().stream())
                .filter(Check::holds)
                .count();
    }

    /** How many checks there are. */
    static long checks(List<ExperimentResult> results) {
        return results.stream().mapToLong(result -> result.outcome().checks().size()).sum();
    }

    /** Such as {@code 7 of 8 claims hold}. */
    static String summary(List<ExperimentResult> results) {
        return holding(results) + " of " + checks(results) + " claims hold";
    }

    /** Such as {@code 3.4 s}. */
    static String time(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** For the terminal: a line for the experiment and one for each check. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(experiment.name() + ": " + experiment.title() + " (" + time(seconds) + ")");
        outcome.checks().forEach(check -> lines.add(line(check)));
        return lines;
    }

    private static String line(Check check) {
        return "  " + (check.holds() ? "holds" : "FAILS") + "  " + check.statement() + ": " + check.numbers();
    }
}
