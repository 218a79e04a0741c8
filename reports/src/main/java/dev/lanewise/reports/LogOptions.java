package dev.lanewise.reports;

import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.log.CsvLog;
import dev.lanewise.nn.log.JsonLog;
import dev.lanewise.nn.log.Progress;
import dev.lanewise.nn.log.TensorBoardLog;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a training writes down while it runs. */
final class LogOptions {
    private static final int STATISTICS = 100;

    /** Kinds of logs, by the words that choose them. */
    private enum Kind {
        CSV, JSONL, TENSORBOARD
    }

    @Option(names = "--log", paramLabel = "KINDS", defaultValue = "csv,jsonl", description = "Some of csv (epochs.csv), jsonl (log.jsonl, with statistics of layers) and tensorboard "
            + "(a folder), with commas between, or none. Default: ${DEFAULT-VALUE}.")
    private String log = "csv,jsonl";

    @Option(names = "--statistics", paramLabel = "STEPS", defaultValue = ""
            + STATISTICS, description = "Steps between two measurements of the layers, for jsonl and tensorboard; 0 for none. "
                    + "Default: ${DEFAULT-VALUE}.")
    private int statistics = STATISTICS;

    @Option(names = "--histograms", description = "tensorboard: histograms of parameters and gradients after each epoch.")
    private boolean histograms;

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException naming the wrong value
     */
    void check() {
        Set<Kind> kinds = kinds();
        if (statistics < 0) {
            throw new IllegalArgumentException("statistics: " + statistics + " (expected >= 0)");
        }
        if (histograms && !(kinds.contains(Kind.TENSORBOARD) && statistics > 0)) {
            throw new IllegalArgumentException(
                    "histograms: true (expected --log tensorboard and --statistics above 0 with it)");
        }
    }

    /** Opens the logs and has the trainer write to them; to be closed behind it. */
    Closeable attach(Trainer trainer, RunFiles files, Progress progress) throws IOException {
        Set<Kind> kinds = kinds();
        if (statistics > 0 && (kinds.contains(Kind.JSONL) || kinds.contains(Kind.TENSORBOARD))) {
            trainer.statistics(statistics, histograms);
        }
        Logs logs = new Logs(trainer, new ArrayList<>());
        try {
            if (kinds.contains(Kind.CSV)) {
                logs.add(new CsvLog(files.epochs(), progress));
            }
            if (kinds.contains(Kind.JSONL)) {
                logs.add(new JsonLog(files.log(), progress));
            }
            if (kinds.contains(Kind.TENSORBOARD)) {
                logs.add(new TensorBoardLog(files.tensorBoard(), progress));
            }
            return logs;
        } catch (IOException failed) {
            logs.close();
            throw failed;
        }
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (Words.of(log).equals("none")) {
            return kinds;
        }
        for (String word : log.split(",", -1)) {
            try {
                kinds.add(Kind.valueOf(word.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("log: \"" + log
                        + "\" (expected some of csv, jsonl and tensorboard with commas between, or none)",
                        unknown);
            }
        }
        return kinds;
    }

    /** The open logs of a training. */
    private record Logs(Trainer trainer, List<Closeable> open) implements Closeable {
        <T extends TrainingListener & Closeable> void add(T log) {
            trainer.listener(log);
            open.add(log);
        }

        @Override
        public void close() throws IOException {
            for (Closeable log : open) {
                log.close();
            }
        }
    }
}
