package dev.lanewise.reports;

import dev.lanewise.reports.KillCount.Moment;
import dev.lanewise.reports.fuzz.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The report of what was read and killed. */
final class RobustnessReport {
    private final StringBuilder text = new StringBuilder();

    RobustnessReport(List<Tally> tallies, List<KillCount> kills, long seed, int threads) {
        text.append(
                """
                        # Readers given damaged input, and trainings killed

                        Every input is a valid one that was changed once or several times: bytes, numbers, words, nesting, lengths, rows, quotes, packing.
                        It must end in one of two ways. **Refused**: the exception that the reader documents, with a message that names what
                        was read or what would have been right, of at most about 1,000 characters, none of them a control character. **Accepted**: all that is said below held
                        of what was read. Anything else is a **failure**: another exception, a full heap of 512 MB, a full stack, more than 10 seconds.

                        | reader | inputs | refused | accepted | failures | what held of the accepted |
                        |---|---:|---:|---:|---:|---|
                        """);
        tallies.forEach(this::row);
        line(String.format(Locale.ROOT, "| all | %,d | %,d | %,d | %,d | |", sum(tallies, Tally::inputs),
                sum(tallies, Tally::refusals), sum(tallies, Tally::acceptances),
                sum(tallies, Tally::failures)));
        kills(kills);
        Duration cpu = tallies.stream().map(Tally::cpu).reduce(Duration.ZERO, Duration::plus);
        line(String.format(Locale.ROOT,
                "\nThe inputs took %.1f minutes of processor time on %d threads; seed %d, Java %s, by\n",
                cpu.toMillis() / 60_000.0, threads, seed, Runtime.version()));
        line("    " + Robustness.COMMAND);
    }

    private void row(Tally tally) {
        line(String.format(Locale.ROOT, "| %s | %,d | %,d | %,d | %,d | %s |", tally.reader().name(),
                tally.inputs(),
                tally.refusals(), tally.acceptances(), tally.failures(), tally.reader().checks()));
    }

    private void kills(List<KillCount> kills) {
        text.append(
                """

                        ## Trainings killed by SIGKILL

                        A process is killed anywhere between its start and its end, up to six times in a training, then continued with `--resume`. In the end
                        the weights' SHA-256 and the rows of `epochs.csv` must be those of the training that nobody disturbed.

                        | threads | kills |""");
        for (Moment moment : Moment.values()) {
            text.append(' ').append(moment.words()).append(" |");
        }
        text.append(" trainings | with the same end |\n")
                .append("|---:".repeat(Moment.values().length + 4))
                .append("|\n");
        for (KillCount count : kills) {
            text.append(String.format(Locale.ROOT, "| %d | %d |", count.threads(), count.kills()));
            for (Moment moment : Moment.values()) {
                text.append(' ').append(count.kills(moment)).append(" |");
            }
            line(" " + count.trainings() + " | " + count.same() + " |");
        }
    }

    private static long sum(List<Tally> tallies, ToLongFunction<Tally> number) {
        return tallies.stream().mapToLong(number).sum();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
    }
}
