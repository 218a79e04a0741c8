package dev.lanewise.jmh.peers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Updates by optimizers in nanoseconds a parameter. */
final class OptimizerTable {
    static final String TITLE = "Optimizers beside other libraries";
    static final String ABOUT = """
            Each figure is the median (lowest-highest) of %d turns of %s s each in nanoseconds a parameter, a turn's figure the \
            median of its updates. Every contestant has its own process; they take turns in an order that rotates from round \
            to round%s. Every update was verified %s. ND4J's momentum is Nesterov's only, and \
            DJL's Adagrad and RMSProp are not implemented on PyTorch. "NAME / Lanewise" is the median \
            (lowest-highest) over the rounds of the same round's times: above 1 Lanewise is faster. "Other load" is the time \
            that other processes took during the turns, in percent of one processor.
            """;

    private OptimizerTable() {
    }

    static String of(Comparison comparison, List<Contestant> columns) {
        List<Contestant> peers = columns.stream().filter(c -> c != Contestant.LANEWISE).toList();
        return "| ns a parameter | "
                + columns.stream().map(Contestant::title).collect(Collectors.joining(" | "))
                + peers.stream().map(c -> " | " + c.title() + " / Lanewise").collect(Collectors.joining())
                + " | Other load, % |\n|---|" + "---:|".repeat(columns.size() + peers.size() + 1) + "\n"
                + comparison.figures()
                        .stream()
                        .map(f -> row(f, columns, peers))
                        .collect(Collectors.joining());
    }

    static double figure(double speed) {
        return 1e9 / speed;
    }

    private static String row(Figures figures, List<Contestant> columns, List<Contestant> peers) {
        return "| " + figures.work() + " | "
                + columns.stream()
                        .map(c -> Cells.spread("%.3f",
                                Arrays.stream(figures.turns(c)).map(OptimizerTable::figure).toArray()))
                        .collect(Collectors.joining(" | "))
                + peers.stream()
                        .map(c -> " | " + Cells.spread("%.2f", figures.ratios(c)))
                        .collect(Collectors.joining())
                + " | " + Cells.median("%.0f", figures.otherLoad().percent()) + " |\n";
    }
}
