package dev.lanewise.reports;

import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The files of a run.
 *
 * @param folder of the run
 */
record RunFiles(Path folder) {
    /** The effective configuration; the first file of a run. */
    Path config() {
        return folder.resolve("config.json");
    }

    /** Locked by the process that trains; only while the run is not complete. */
    Path lock() {
        return folder.resolve(".lock");
    }

    /** Where the training can be continued; only while it is not complete. */
    Path checkpoint() {
        return folder.resolve("checkpoint.safetensors");
    }

    /** A row for each epoch. */
    Path epochs() {
        return folder.resolve("epochs.csv");
    }

    /** Epochs and statistics of layers as JSON lines. */
    Path log() {
        return folder.resolve("log.jsonl");
    }

    /** For TensorBoard. */
    Path tensorBoard() {
        return folder.resolve("tensorboard");
    }

    Path model() {
        return folder.resolve("model.safetensors");
    }

    /** What the training suffers from. */
    Path diagnosis() {
        return folder.resolve("diagnosis.json");
    }

    Path learningCurve() {
        return folder.resolve("learning-curve.svg");
    }

    Path report() {
        return folder.resolve("report.html");
    }

    /** The result, written when the model is: the training in a folder with it is complete, whatever of the pages is there. */
    Path result() {
        return folder.resolve("run.json");
    }

    /** Whether a file of the folder is one that a run has before it saves anything, whole or in part. */
    boolean isBeginning(Path file) {
        return Stream.of(config(), lock(), epochs(), log(), tensorBoard()).anyMatch(file::equals)
                || AtomicFile.isTemporary(file) || RunFolder.isProbe(file);
    }

    /** Removes what a run has left that was killed before it saved anything. Nobody else may be writing there. */
    void clear() throws IOException {
        AtomicFile.clean(folder);
        Files.deleteIfExists(epochs());
        Files.deleteIfExists(log());
        if (Files.isDirectory(tensorBoard())) {
            try (DirectoryStream<Path> events = Files.newDirectoryStream(tensorBoard(),
                    "events.out.tfevents.*.lanewise")) {
                for (Path file : events) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Refuses a run that has its result. */
    void requireIncomplete() throws IOException {
        if (Files.exists(result())) {
            throw new IOException(folder + ": complete, it has a " + result().getFileName()
                    + " (expected the folder of a run that was interrupted)");
        }
    }
}
