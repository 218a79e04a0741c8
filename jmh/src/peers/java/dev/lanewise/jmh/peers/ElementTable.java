package dev.lanewise.jmh.peers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Activations, softmax and dropout in nanoseconds an element, dense layers in microseconds. */
final class ElementTable {
    static final String TITLE = "Activations, softmax, dropout and dense layers beside other libraries";
    static final String ABOUT = """
            Each figure is the median (lowest-highest) of %d turns of %s s each, a turn's figure the median of its \
            batches: nanoseconds an element, for dense_relu microseconds a call. Every contestant has its own process; they take turns in an order that rotates \
            from round to round%s. Each is called as its Java users call it, from an input that lies where the \
            library wants it (made once, no copy is timed) to another array: Lanewise, ND4J, oneDNN and ONNX Runtime write to \
            an output that is given, DJL makes a new one each call, which is closed at once. Dense layers have constant weights, \
            which Lanewise packs, oneDNN reorders and ONNX Runtime prepacks once. ND4J has no GELU within the tolerance. \
            Every result was verified %s. "Best peer / Lanewise" is the median (lowest-highest) over the rounds of \
            the fastest other library's time over Lanewise's in the same round: above 1 Lanewise is faster. \
            "Other load" is the time that other processes took during the turns, in percent of one processor.
            """;

    private ElementTable() {
    }

    static String of(Comparison comparison, List<Contestant> columns) {
        return "| ns an element, dense_relu us a call | "
                + columns.stream().map(Contestant::title).collect(Collectors.joining(" | "))
                + " | Best peer / Lanewise | Other load, % |\n|---|" + "---:|".repeat(columns.size() + 2)
                + "\n"
                + comparison.figures().stream().map(f -> row(f, columns)).collect(Collectors.joining());
    }

    /** From calls a second to nanoseconds an element or microseconds a call. */
    static double figure(String text, double speed) {
        ElementWork work = ElementWork.parse(text);
        return work.isDense() ? 1e6 / speed : 1e9 / speed / work.elements();
    }

    private static String row(Figures figures, List<Contestant> columns) {
        String format = ElementWork.parse(figures.work()).isDense() ? "%.1f" : "%.3f";
        return "| " + figures.work() + " | "
                + columns.stream()
                        .map(c -> Cells.spread(format,
                                Arrays.stream(figures.turns(c))
                                        .map(speed -> figure(figures.work(), speed))
                                        .toArray()))
                        .collect(Collectors.joining(" | "))
                + " | " + Cells.spread("%.2f", figures.ratios()) + " | "
                + Cells.median("%.0f", figures.otherLoad().percent()) + " |\n";
    }
}
