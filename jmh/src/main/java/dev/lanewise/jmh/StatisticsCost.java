package dev.lanewise.jmh;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.log.CsvLog;
import dev.lanewise.nn.log.JsonLog;
import dev.lanewise.nn.log.Progress;
import dev.lanewise.nn.log.TensorBoardLog;
import dev.lanewise.nn.optim.Adam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What it costs to watch a training: statistics of the layers, and the logs. */
final class StatisticsCost {
    private static final TrainingShape SHAPE = TrainingShape.parse("784-512-512-10:128");
    private static final int SAMPLES = 60_000;
    private static final int INTERVAL = 100;
    /** 469 steps are seven turns. */
    private static final int STEPS_PER_TURN = 67;
    private static final int TURNS_PER_EPOCH = SHAPE.steps(SAMPLES) / STEPS_PER_TURN;
    /** The first, in which the JIT compiles, does not count. */
    private static final int EPOCHS = 6;

    /** What watches a training. */
    private enum Watch {
        NOTHING("nothing", false, false), NOTHING_AGAIN("nothing", false, false), STATISTICS("statistics",
                true, false), HISTOGRAMS("statistics, histograms", true, true), CSV("CSV log", false,
                        false), JSON("statistics, JSON log", true,
                                false), TENSOR_BOARD("statistics, histograms, TensorBoard log", true, true);

        private final String words;
        private final boolean statistics;
        private final boolean histograms;

        Watch(String words, boolean statistics, boolean histograms) {
            this.words = words;
            this.statistics = statistics;
            this.histograms = histograms;
        }
    }

    private StatisticsCost() {
    }

    /** Logs go to a temporary folder, which is removed. */
    static String table() {
        try {
            Path folder = Files.createTempDirectory("lanewise-logs");
            try {
                return table(folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(Path folder) {
        Dataset data = TrainingBenchmark.bytes(SAMPLES, SHAPE.inputs(), SHAPE.outputs());
        List<Relay.Training> trainings = Arrays.stream(Watch.values())
                .map(watch -> new Relay.Training(0, turns -> fit(watch, folder, data, turns)))
                .toList();
        double[][] nanos = Relay.run(EPOCHS * TURNS_PER_EPOCH, STEPS_PER_TURN, trainings);
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                """

                        %s, Adam, %,d random samples, one thread; statistics every %d steps and at the end of each epoch. The
                        trainings take turns of %d steps. Times are the thread's processor time. The time of a step is that of an epoch, each of whose turns is the median over %d epochs.
                        The second row does what the first does: by how much it differs is noise.

                        | watched by | us/step | cost, percent of the training |
                        |---|---:|---:|
                        """,
                SHAPE.name(), SAMPLES,
                INTERVAL, STEPS_PER_TURN, EPOCHS - 1));
        for (int i = 0; i < nanos.length; i++) {
            double step = step(nanos[i]);
            text.append(String.format(Locale.ROOT, "| %s | %.1f | %.2f |%n", Watch.values()[i].words,
                    step / 1e3,
                    100 * (step / step(nanos[0]) - 1)));
        }
        return text.toString();
    }

    /** The mean over an epoch's turns, each the median over the epochs but the first. */
    private static double step(double[] nanos) {
        return IntStream.range(0, TURNS_PER_EPOCH)
                .mapToDouble(turn -> Times.median(IntStream.range(1, EPOCHS)
                        .mapToDouble(epoch -> nanos[epoch * TURNS_PER_EPOCH + turn])
                        .sorted()
                        .toArray()))
                .average()
                .orElseThrow();
    }

    private static void fit(Watch watch, Path folder, Dataset data, TrainingListener turns) {
        try {
            switch (watch) {
                case CSV -> {
                    try (CsvLog log = new CsvLog(folder.resolve("log.csv"), Progress.NONE)) {
                        train(watch, data, log, turns);
                    }
                }
                case JSON -> {
                    try (JsonLog log = new JsonLog(folder.resolve("log.jsonl"), Progress.NONE)) {
                        train(watch, data, log, turns);
                    }
                }
                case TENSOR_BOARD -> {
                    try (TensorBoardLog log = new TensorBoardLog(folder.resolve("board"), Progress.NONE)) {
                        train(watch, data, log, turns);
                    }
                }
                default -> train(watch, data, turns);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void train(Watch watch, Dataset data, TrainingListener... listeners) {
        Network network = Network.input(SHAPE.inputs())
                .scaling(Scaling.bytes())
                .add(SHAPE.spec())
                .build(42);
        try (Workers workers = Workers.of(1)) {
            Trainer trainer = Trainer.of(network)
                    .optimizer(new Adam(1e-3f))
                    .batchSize(SHAPE.batch())
                    .epochs(EPOCHS)
                    .workers(workers);
            if (watch.statistics) {
                trainer.statistics(INTERVAL, watch.histograms);
            }
            for (TrainingListener listener : listeners) {
                trainer.listener(listener);
            }
            trainer.fit(data);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
