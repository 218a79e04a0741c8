package dev.lanewise.nn.io;

import dev.lanewise.nn.SnapshotStore;
import dev.lanewise.nn.TrainingSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Snapshots of trainings as safetensors files: the snapshot's tensors as one-dimensional tensors, its values in the
 * header's {@code __metadata__}, beside {@code format} (lanewise-checkpoint).
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
        List<ModelTensor> tensors = new ArrayList<>();
        snapshot.tensors()
                .forEach(
                        (name, array) -> tensors.add(new ModelTensor(name, List.of(array.length), array, 0)));
        TensorFile.write(file, ModelHeader.of(metadata, tensors), tensors);
    }

    /**
     * Reads a snapshot.
     *
     * @throws ModelFileException if the file is missing, truncated, corrupt or no checkpoint; the message says which
     * @throws IOException if reading fails
     */
    public static TrainingSnapshot read(Path file) throws IOException {
        return TensorFile.read(file, "checkpoint", (header, source) -> {
            Map<String, String> values = new LinkedHashMap<>(header.metadata());
            String format = values.remove("format");
            if (!FORMAT.equals(format)) {
                throw new ModelFileException(
                        "not a Lanewise checkpoint: format " + format + " (expected " + FORMAT + ")");
            }
            Map<String, float[]> tensors = new LinkedHashMap<>();
            for (String name : header.tensors().keySet()) {
                tensors.put(name, header.read(name, source));
            }
            return new TrainingSnapshot(values, tensors);
        });
    }
}
