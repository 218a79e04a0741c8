package dev.lanewise.jmh.peers;

import java.util.List;
import java.util.stream.Collectors;

/** Trainings in samples a second. */
final class TrainingTable {
    static final String TITLE = "Training beside other libraries";
    static final String ABOUT = """
            A ReLU network (widths:batch) with cross-entropy and Adam, learning rate 0.001, on 60,000 drawn digits. Each figure is \
            the median (lowest-highest) of %d turns of %s s each in samples a second, a turn's figure the median of its steps. \
            Every contestant has its own process; they take turns in an order that rotates from round to round%s, behind a first \
            epoch that is not timed. Lanewise's trainer shuffles, gathers and scales bytes in each step; the others get \
            batches of floats that were made before. Every training was verified %s. \
            "Lanewise / NAME" is the median (lowest-highest) over the rounds of the same round's speeds. "Other load" is \
            the time that other processes took during the turns, in percent of one processor.
            """;

    private TrainingTable() {
    }

    static String of(Comparison comparison, List<Contestant> columns) {
        List<Contestant> peers = columns.stream().filter(c -> c != Contestant.LANEWISE).toList();
        return "| samples/s | "
                + columns.stream().map(TrainingTable::title).collect(Collectors.joining(" | "))
                + peers.stream().map(c -> " | Lanewise / " + title(c)).collect(Collectors.joining())
                + " | Other load, % |\n|---|" + "---:|".repeat(columns.size() + peers.size() + 1) + "\n"
                + comparison.figures()
                        .stream()
                        .map(f -> row(f, columns, peers))
                        .collect(Collectors.joining());
    }

    private static String title(Contestant contestant) {
        return contestant == Contestant.ND4J ? "DL4J" : contestant.title();
    }

    private static String row(Figures figures, List<Contestant> columns, List<Contestant> peers) {
        return "| " + figures.work() + " | "
                + columns.stream()
                        .map(c -> Cells.spread("%,.0f", figures.turns(c)))
                        .collect(Collectors.joining(" | "))
                + peers.stream()
                        .map(c -> " | " + Cells.spread("%.2f", figures.ratios(c)))
                        .collect(Collectors.joining())
                + " | " + Cells.median("%.0f", figures.otherLoad().percent()) + " |\n";
    }
}
