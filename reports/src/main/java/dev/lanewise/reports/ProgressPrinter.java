package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import java.io.Console;
import java.io.PrintWriter;

/** Prints a line after each epoch. */
final class ProgressPrinter implements TrainingListener {
    private final PrintWriter out;
    private int epochs;

    private ProgressPrinter(PrintWriter out) {
        this.out = out;
    }

    /** Epochs in lines, and on a terminal a bar below them. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 does return null where input or output is no terminal
    static void addTo(Trainer trainer, PrintWriter out) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            // First, because it clears its line before the epoch is printed there.
            trainer.listener(new TerminalBar());
        }
        trainer.listener(new ProgressPrinter(out));
    }

    @Override
    public void onTrainingStart(int totalEpochs, int batchesPerEpoch, int samplesPerEpoch) {
        epochs = totalEpochs;
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        out.println(Figures.epoch(metrics, epochs));
        out.flush();
    }
}
