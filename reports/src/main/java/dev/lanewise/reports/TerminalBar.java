package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.TrainingListener;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A line that is written over and over: the part of all epochs that is done, the mean loss, samples a second and the time
 * left. It makes way for what is printed after each epoch, and at the end. Nothing of the terminal is changed, nor are its
 * signals touched.
 */
final class TerminalBar implements TrainingListener, AutoCloseable {
    private static final long INTERVAL = 200_000_000;
    private static final int CELLS = 20;
    /** To the first column, and the line is empty. */
    private static final String CLEAR = "\r\033[K";
    /** What is too long for the terminal does not go on in the next line. */
    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";

    private final PrintStream terminal;
    private final int width;
    private int epochs;
    private long samplesPerEpoch;
    private long start;
    private long first = -1;
    private long drawn;
    private boolean visible;

    /** A bar of at most so many columns. */
    TerminalBar(PrintStream terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    @Override
    public void onTrainingStart(int totalEpochs, int batchesPerEpoch, int samples) {
        epochs = totalEpochs;
        samplesPerEpoch = samples;
        start = System.nanoTime();
        drawn = start - INTERVAL;
    }

    @Override
    public void onBatch(int epoch, int batch, int samples, double meanLoss) {
        long done = (epoch - 1) * samplesPerEpoch + samples;
        if (first < 0) {
            first = done; // More than one batch where a training is continued.
        }
        long now = System.nanoTime();
        if (now - drawn >= INTERVAL) {
            drawn = now;
            visible = true;
            double perSecond = (done - first) * 1e9 / Math.max(1, now - start);
            write(CLEAR + NO_WRAP + cut(line(epoch, done, meanLoss, perSecond)) + WRAP);
        }
    }

    /** Such as {@code epoch 3/10 [=====>              ]  28 %  loss 0.0912  41,234 samples/s  12 s left}. */
    private String line(int epoch, long done, double meanLoss, double perSecond) {
        double part = done / ((double) epochs * samplesPerEpoch);
        int full = (int) (part * CELLS);
        String text = String.format(Locale.ROOT, "epoch %d/%d [%s%s%s] %3d %%  loss %s", epoch, epochs,
                "=".repeat(full), full < CELLS ? ">" : "", " ".repeat(Math.max(0, CELLS - full - 1)),
                (int) (100 * part), Figures.loss(meanLoss));
        long left = (long) ((epochs * samplesPerEpoch - done) / perSecond);
        return perSecond > 0
                ? text + "  " + Figures.count(perSecond) + " samples/s  " + time(left) + " left"
                : text;
    }

    /** Such as {@code 12 s}, {@code 3:05} and {@code 2:03:05}. */
    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The last column stays empty, where some terminals wrap. */
    private String cut(String line) {
        return line.substring(0, Math.min(line.length(), Math.max(0, width - 1)));
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        close();
    }

    /** Leaves an empty line. */
    @Override
    public void close() {
        if (visible) {
            visible = false;
            write(CLEAR);
        }
    }

    private void write(String text) {
        terminal.print(text);
        terminal.flush();
    }
}
