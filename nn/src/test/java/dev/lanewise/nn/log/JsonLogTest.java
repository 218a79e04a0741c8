package dev.lanewise.nn.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanewise.nn.Ending;
import dev.lanewise.nn.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import dev.lanewise.nn.TrainingSnapshot;

class JsonLogTest {
    private static final String START = """
            {"event":"start","epochs":7,"batchesPerEpoch":10,"samplesPerEpoch":95,"completedEpochs":0,"completedSteps":0}
            """;
    private static final String STATISTICS = """
            {"event":"statistics","epoch":1,"step":5,"layers":[\
            {"layer":0,"spec":"dense:5","parameterNorm":2.0,"gradientNorm":0.5,"updateNorm":0.25,"updateRatio":0.125,\
            "activationMean":-0.001,"activationDeviation":1.5,"saturated":null,"dead":null,"winnerEntropy":null},\
            {"layer":1,"spec":"leaky:0.2","parameterNorm":null,"gradientNorm":null,"updateNorm":null,"updateRatio":null,\
            "activationMean":null,"activationDeviation":null,"saturated":0.125,"dead":0.75,"winnerEntropy":0.0}]}
            """;
    private static final String EPOCH = """
            {"event":"epoch","epoch":1,"trainLoss":1.0,"trainAccuracy":0.1,"penalty":0.25,"validationLoss":null,\
            "validationAccuracy":null,"learningRate":0.001,"seconds":2.5,"samplesPerSecond":33333.333333333336}
            """;
    private static final String END = """
            {"event":"end","epochs":2,"ending":"stopped_early","restoredEpoch":1}
            """;

    @TempDir
    private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("log.jsonl");
    }

    private String write(Progress progress, int fromEpoch, int toEpoch) throws IOException {
        try (JsonLog log = new JsonLog(file, progress)) {
            log.onTrainingStart(7, 10, 95);
            Events.train(log, fromEpoch, toEpoch);
        }
        return Files.readString(file);
    }

    @Test
    void everyEventIsInTheFileAtOnce() throws IOException {
        try (JsonLog log = new JsonLog(file, Progress.NONE)) {
            assertThat(Files.readString(file)).isEmpty();
            log.onTrainingStart(7, 10, 95);
            assertThat(Files.readString(file)).isEqualTo(START);
            log.onStatistics(Events.statistics(1, 5, true));
            assertThat(Files.readString(file)).isEqualTo(START + STATISTICS);
            log.onEpoch(Events.epoch(1));
            log.onTrainingEnd(
                    new History(List.of(Events.epoch(1), Events.epoch(2)), Ending.STOPPED_EARLY, 1));
            assertThat(Files.readString(file)).isEqualTo(START + STATISTICS + EPOCH + END);
        }
    }

    @Test
    void aNewTrainingBeginsANewLog() throws IOException {
        Files.writeString(file, "anything");
        assertThat(write(Progress.NONE, 1, 0)).isEqualTo(START);
    }

    /** Step 35 is in epoch 4, whose statistics of step 35 stay; those of 40 and its epoch happen again. */
    @Test
    void aResumedTrainingHasEachEventOnce() throws IOException {
        String whole = write(Progress.NONE, 1, 7);
        write(Progress.NONE, 1, 5);
        Files.writeString(file, Files.readString(file) + END + "{\"event\":\"epo");
        try (JsonLog log = new JsonLog(file, new Progress(3, 35))) {
            log.onTrainingStart(7, 10, 95);
            log.onStatistics(Events.statistics(4, 40, true));
            log.onEpoch(Events.epoch(4));
            Events.train(log, 5, 7);
        }
        String resumed = START.replace("\"completedEpochs\":0,\"completedSteps\":0",
                "\"completedEpochs\":3,\"completedSteps\":35");
        assertThat(Files.readString(file)).contains(resumed);
        assertThat(Files.readString(file).replace(resumed, "")).isEqualTo(whole);
    }

    @Test
    void anotherFileIsRefusedAndStays() throws IOException {
        assertRefused(START + "{\"epoch\":1}\n", ", line 2: no event (expected a log of a training)");
        assertRefused("epoch,loss\n", ", line 1: Unrecognized token 'epoch'");
        assertRefused("[1]\n", ", line 1: no event");
        assertRefused("{\"event\":\"epoch\",\"epoch\":[]}\n", ", line 1: ");
    }

    private void assertRefused(String content, String message) throws IOException {
        Files.writeString(file, content);
        assertThatThrownBy(() -> new JsonLog(file, new Progress(5, 50))).isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + message);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void progressIsRead() {
        assertThat(Progress.of(new TrainingSnapshot(Map.of("epoch", "4", "step", "35"), Map.of())))
                .isEqualTo(new Progress(3, 35));
        assertThatThrownBy(() -> Progress.of(new TrainingSnapshot(Map.of("epoch", "4"), Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("snapshot: step none (expected a whole number)");
        assertThatThrownBy(() -> new Progress(-1, 0)).hasMessage("epochs: -1 (expected >= 0)");
        assertThatThrownBy(() -> new Progress(3, 2))
                .hasMessage("steps: 2 (expected at least one for each of 3 epochs)");
    }
}
