package dev.lanewise.reports;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.TrainingListener;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with samples a second, loss and the time left for all epochs; it makes way after each epoch. */
final class TerminalBar implements TrainingListener {
    private static final long MESSAGE_NANOS = 100_000_000;

    private final long start = System.nanoTime();
    private int epochs;
    private int samplesPerEpoch;
    private long lastMessage;
    private @Nullable ProgressBar bar;

    @Override
    public void onTrainingStart(int totalEpochs, int batchesPerEpoch, int samples) {
        epochs = totalEpochs;
        samplesPerEpoch = samples;
    }

    @Override
    public void onBatch(int epoch, int batch, int samples, double meanLoss) {
        long done = (epoch - 1L) * samplesPerEpoch;
        if (bar == null) {
            bar = open(epoch, done);
        }
        bar.stepTo(done + samples);
        long now = System.nanoTime();
        if (now - lastMessage > MESSAGE_NANOS) {
            lastMessage = now;
            double perSecond = (done + samples) * 1e9 / (now - start);
            bar.setExtraMessage("loss " + Figures.loss(meanLoss) + " " + Figures.count(perSecond) + "/s");
        }
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private ProgressBar open(int epoch, long done) {
        return new ProgressBarBuilder().setTaskName("epoch " + epoch + "/" + epochs)
                .setInitialMax((long) epochs * samplesPerEpoch)
                .startsFrom(done, Duration.ofNanos(System.nanoTime() - start))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new OneLine())
                .build();
    }

    /** A line of the terminal that is empty again when the bar is closed. */
    private static final class OneLine extends ConsoleProgressBarConsumer {
        OneLine() {
            super(System.err);
        }

        @Override
        public void close() {
            clear();
        }
    }
}
