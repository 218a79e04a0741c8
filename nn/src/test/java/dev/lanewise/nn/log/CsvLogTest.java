package dev.lanewise.nn.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLogTest {
    private static final String HEADER = "epoch,trainLoss,trainAccuracy,penalty,validationLoss,validationAccuracy,"
            + "learningRate,seconds,samplesPerSecond\n";
    private static final String ONE = "1,1.0,0.1,0.25,,,0.001,2.5,33333.333333333336\n";
    private static final String TWO = "2,0.5,0.2,0.25,0.25,0.08333333333333333,0.001,2.5,33333.333333333336\n";

    @TempDir
    private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("log.csv");
    }

    private void write(Progress progress, int fromEpoch, int toEpoch) throws IOException {
        try (CsvLog log = new CsvLog(file, progress)) {
            Events.train(log, fromEpoch, toEpoch);
        }
    }

    /** Before the log is closed, as if the process had been killed. */
    @Test
    void everyRowIsInTheFileAtOnce() throws IOException {
        try (CsvLog log = new CsvLog(file, Progress.NONE)) {
            assertThat(file).hasContent(HEADER);
            log.onEpoch(Events.epoch(1));
            assertThat(Files.readString(file)).isEqualTo(HEADER + ONE);
            log.onEpoch(Events.epoch(2));
            assertThat(Files.readString(file)).isEqualTo(HEADER + ONE + TWO);
        }
    }

    @Test
    void aNewTrainingBeginsANewLog() throws IOException {
        Files.writeString(file, "anything");
        write(Progress.NONE, 1, 1);
        assertThat(Files.readString(file)).isEqualTo(HEADER + ONE);
    }

    @Test
    void aResumedTrainingHasEachEpochOnce() throws IOException {
        write(Progress.NONE, 1, 7);
        String whole = Files.readString(file);
        write(Progress.NONE, 1, 5);
        write(new Progress(3, 34), 4, 7);
        assertThat(Files.readString(file)).isEqualTo(whole).hasLineCount(8);
    }

    @Test
    void aRowCutShortIsDropped() throws IOException {
        Files.writeString(file, HEADER + ONE + TWO.substring(0, 9));
        write(new Progress(1, 12), 2, 2);
        assertThat(Files.readString(file)).isEqualTo(HEADER + ONE + TWO);
    }

    /** The interrupted training had no such log. */
    @Test
    void aResumedTrainingMayBeginALog() throws IOException {
        write(new Progress(1, 12), 2, 2);
        assertThat(Files.readString(file)).isEqualTo(HEADER + TWO);
    }

    @Test
    void anotherFileIsRefusedAndStays() throws IOException {
        assertRefused("a,b\n1,2\n", ": header \"a,b\" (expected \"" + HEADER.strip() + "\")");
        assertRefused(HEADER + ONE + "2,3\n", ", line 3: 2 cells (expected 9)");
        assertRefused(HEADER + ONE.replaceFirst("1", "one"),
                ", line 2: epoch \"one\" (expected a whole number)");
    }

    private void assertRefused(String content, String message) throws IOException {
        Files.writeString(file, content);
        assertThatThrownBy(() -> new CsvLog(file, new Progress(5, 50))).isInstanceOf(IOException.class)
                .hasMessage(file + message);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aMissingFolderIsRefused() {
        assertThatThrownBy(() -> new CsvLog(folder.resolve("none/log.csv"), Progress.NONE))
                .isInstanceOf(NoSuchFileException.class);
    }
}
