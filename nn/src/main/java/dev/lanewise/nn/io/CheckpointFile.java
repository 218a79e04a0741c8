package dev.lanewise.nn.io;

import dev.lanewise.nn.SnapshotStore;
import dev.lanewise.nn.TrainingSnapshot;
import dev.lanewise.nn.text.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Snapshots of trainings as safetensors files: the snapshot's tensors as one-dimensional tensors, its history as a tensor
 * of doubles (epochs, 8), its values in the header's {@code __metadata__}, beside {@code format} (lanewise-checkpoint)
 * and {@code sha256}, the digest of everything else as in a {@link ModelFile}. It is checked before anything else is
 * read: a file with any other bit is refused.
 *
 * <p>A history may be of any length. An epoch takes 64 bytes in the file, and about 90 in memory.
 */
public final class CheckpointFile {
    private static final String FORMAT = "lanewise-checkpoint";

    private CheckpointFile() {
    }

    /**
     * A store that keeps the latest snapshot in the file, which is at all times whole. It throws UncheckedIOException if
     * writing fails.
     */
    public static SnapshotStore store(Path file) {
        return snapshot -> {
            try {
                write(snapshot, file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    /**
     * Writes beside the file and then moves, so that a process that dies leaves the previous snapshot whole.
     *
     * @throws IOException if writing fails
     */
    public static void write(TrainingSnapshot snapshot, Path file) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.putAll(snapshot.values());
        List<TensorContent> tensors = new ArrayList<>();
        snapshot.tensors()
                .forEach(
                        (name, array) -> tensors.add(new ModelTensor(name, List.of(array.length), array, 0)));
        tensors.add(new HistoryTensor(snapshot.history()));
        TensorFile.write(file, ModelHeader.of(metadata, tensors), tensors);
    }

    /**
     * Reads a snapshot.
     *
     * @throws ModelFileException if the file is missing, truncated, corrupt or no checkpoint; the message says which
     * @throws IOException if reading fails
     */
    public static TrainingSnapshot read(Path file) throws IOException {
        return TensorFile.read(file, "checkpoint", CheckpointFile::snapshot);
    }

    static TrainingSnapshot snapshot(TensorSource source) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(source.header().metadata());
        String format = values.remove("format");
        if (!FORMAT.equals(format)) {
            throw new ModelFileException("not a Lanewise checkpoint: format "
                    + Excerpt.of(String.valueOf(format)) + " (expected " + FORMAT + ")");
        }
        if (values.remove(ContentDigest.KEY) == null) {
            throw new ModelFileException("no " + ContentDigest.KEY
                    + " in its metadata: damaged, or written by "
                    + "an earlier version, whose trainings cannot be continued (train again from the start)");
        }
        source.requireOwnHeader();
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (String name : source.header().tensors().keySet()) {
            if (!name.equals(HistoryTensor.NAME)) {
                tensors.put(name, source.floats(name));
            }
        }
        return new TrainingSnapshot(values, tensors, HistoryTensor.read(source));
    }
}
