package dev.lanewise.reports.experiments;

/**
 * A statement that numbers decided.
 *
 * @param statement what should hold, with its threshold
 * @param holds whether it does
 * @param numbers what was measured
 */
public record Check(String statement, boolean holds, String numbers) {
}
