package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints a line after each epoch, and on a terminal a bar below them. To be closed when the training is over. */
final class ProgressPrinter implements TrainingListener, AutoCloseable {
    private final PrintWriter out;
    private final @Nullable TerminalBar bar;
    private int epochs;

    private ProgressPrinter(PrintWriter out, @Nullable TerminalBar bar) {
        this.out = out;
        this.bar = bar;
    }

    /** Has the trainer tell how far it is. */
    static ProgressPrinter addTo(Trainer trainer, PrintWriter out) {
        TerminalBar bar = Terminal.wantsBar() ? new TerminalBar(System.err, Terminal.columns()) : null;
        if (bar != null) {
            // First, because it clears its line before the epoch is printed there.
            trainer.listener(bar);
        }
        ProgressPrinter printer = new ProgressPrinter(out, bar);
        trainer.listener(printer);
        return printer;
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

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
