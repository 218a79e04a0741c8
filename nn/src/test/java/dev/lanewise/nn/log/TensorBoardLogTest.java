package dev.lanewise.nn.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.EpochMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {
    private static final InstantSource CLOCK = InstantSource
            .fixed(Instant.ofEpochSecond(1_700_000_000, 250_000_000));
    private static final double NOW = 1_700_000_000.25;
    private static final Map<String, Object> VERSION = Map.of("wall_time", NOW, "step", 0L, "file_version",
            "brain.Event:2");

    @TempDir
    private Path folder;

    private static Map<String, Object> summary(long step, List<Map<String, Object>> values) {
        return Map.of("wall_time", NOW, "step", step, "summary", Map.of("values", values));
    }

    private static Map<String, Object> scalar(String tag, double value) {
        return Map.of("tag", tag, "simple_value", (float) value);
    }

    private static Map<String, Object> session(long step) {
        return Map.of("wall_time", NOW, "step", step, "session_log", Map.of("status", 1L));
    }

    private List<Map<String, Object>> read(String file) throws IOException {
        return EventFileReader.read(folder.resolve(file));
    }

    @Test
    void anEpochBecomesScalarsAtItsLastStep() throws IOException {
        try (TensorBoardLog log = new TensorBoardLog(folder, Progress.NONE, CLOCK)) {
            log.onTrainingStart(7, 10, 95);
            log.onEpoch(Events.epoch(1));
            log.onEpoch(Events.epoch(2));
            assertThat(read("events.out.tfevents.1700000000.lanewise")).containsExactly(VERSION,
                    summary(10, List.of(scalar("loss/train", 1), scalar("accuracy/train", 0.1),
                            scalar("loss/penalty", 0.25), scalar("learning_rate", 1e-3f),
                            scalar("speed/seconds", 2.5), scalar("speed/samples_per_second", 1e5 / 3))),
                    summary(20, List.of(scalar("loss/train", 0.5), scalar("accuracy/train", 0.2),
                            scalar("loss/penalty", 0.25), scalar("loss/validation", 0.25),
                            scalar("accuracy/validation", 0.25 / 3), scalar("learning_rate", 1e-3f),
                            scalar("speed/seconds", 2.5), scalar("speed/samples_per_second", 1e5 / 3))));
        }
    }

    @Test
    void statisticsBecomeScalarsAndHistograms() throws IOException {
        try (TensorBoardLog log = new TensorBoardLog(folder, Progress.NONE, CLOCK)) {
            log.onStatistics(Events.statistics(1, 130, true));
        }
        Map<String, Object> histogram = Map.of("min", -0.5, "max", 3.0, "num", 7.0, "sum", 2.25,
                "sum_squares", 10.5,
                "bucket_limit", List.of(-0.5625, -0.5, -0.4375, 3.0, 3.25),
                "bucket", List.of(0.0, 2.0, 1.0, 0.0, 4.0));
        assertThat(read("events.out.tfevents.1700000000.lanewise")).containsExactly(VERSION,
                summary(130, List.of(scalar("parameter_norm/00_dense_5", 2),
                        scalar("gradient_norm/00_dense_5", 0.5),
                        scalar("update_norm/00_dense_5", 0.25), scalar("update_ratio/00_dense_5", 0.125),
                        scalar("activation_mean/00_dense_5", -1e-3),
                        scalar("activation_deviation/00_dense_5", 1.5),
                        scalar("activation_mean/01_leaky_0.2", Double.NEGATIVE_INFINITY),
                        scalar("activation_deviation/01_leaky_0.2", Double.POSITIVE_INFINITY),
                        scalar("saturated/01_leaky_0.2", 0.125), scalar("dead/01_leaky_0.2", 0.75),
                        scalar("winner_entropy/01_leaky_0.2", 0),
                        Map.of("tag", "parameters/00_dense_5", "histo", histogram))));
    }

    /** In the same second, too. */
    @Test
    void aResumedTrainingAddsAFileThatVoidsWhatHappensAgain() throws IOException {
        for (Progress progress : List.of(Progress.NONE, new Progress(3, 35), new Progress(3, 40))) {
            try (TensorBoardLog log = new TensorBoardLog(folder, progress, CLOCK)) {
                log.onTrainingStart(7, 10, 95);
                log.onStatistics(Events.statistics(4, 40, true));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "events.out.tfevents.1700000000.lanewise", "events.out.tfevents.1700000001.lanewise",
                    "events.out.tfevents.1700000002.lanewise");
        }
        assertThat(read("events.out.tfevents.1700000000.lanewise")).hasSize(2).startsWith(VERSION);
        assertThat(read("events.out.tfevents.1700000001.lanewise")).hasSize(3)
                .startsWith(VERSION, session(36));
        // After the last step of epoch 4 but before its end: its event, at step 40, comes again.
        assertThat(read("events.out.tfevents.1700000002.lanewise")).hasSize(3)
                .startsWith(VERSION, session(40));
    }

    @Test
    void aTrainingThatBeginsAgainVoidsAllBefore() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (TensorBoardLog log = new TensorBoardLog(folder, Progress.NONE, CLOCK)) {
                log.onTrainingStart(7, 10, 95);
            }
        }
        assertThat(read("events.out.tfevents.1700000000.lanewise")).containsExactly(VERSION);
        assertThat(read("events.out.tfevents.1700000001.lanewise")).containsExactly(VERSION, session(1));
    }

    @Test
    void whatHasNoNumberIsNoEvent() throws IOException {
        try (TensorBoardLog log = new TensorBoardLog(folder.resolve("made/here"), Progress.NONE, CLOCK)) {
            double nan = Double.NaN;
            log.onEpoch(new EpochMetrics(1, nan, nan, nan, nan, nan, Float.NaN, nan, nan));
        }
        assertThat(read("made/here/events.out.tfevents.1700000000.lanewise")).containsExactly(VERSION);
    }
}
