package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.TrainingSnapshot;
import dev.lanewise.nn.io.CheckpointFile;
import dev.lanewise.nn.io.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Checkpoints. None that differs from what was written may be accepted, because a checksum is over the whole file. */
public final class Checkpoints implements Reader<TrainingSnapshot> {
    private final List<byte[]> seeds;
    private final boolean sealed;

    /** Trains, for checkpoints to change. */
    public Checkpoints() throws IOException {
        seeds = TinyTraining.checkpoints();
        sealed = isSealed();
    }

    /** Whether a change of the last float is noticed. */
    private boolean isSealed() throws IOException {
        byte[] changed = seeds.getFirst().clone();
        changed[changed.length - 2] ^= 1;
        Path file = Files.createTempFile("changed", ".safetensors");
        try {
            CheckpointFile.read(Files.write(file, changed));
            return false;
        } catch (ModelFileException noticed) {
            return true;
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public String name() {
        return "checkpoint";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<Mutator> mutators() {
        return Stream.of(SafetensorsEdits.ALL, ByteEdits.ALL).flatMap(List::stream).toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return ModelFileException.class;
    }

    @Override
    public TrainingSnapshot read(byte[] input, Path file) throws IOException {
        return CheckpointFile.read(file);
    }

    @Override
    public void check(TrainingSnapshot snapshot, byte[] input, Path file) throws IOException {
        boolean written = seeds.stream().anyMatch(seed -> Arrays.equals(seed, input));
        if (sealed) {
            assertThat(written).as("only what was written is accepted").isTrue();
        }
        Path again = file.resolveSibling("again");
        CheckpointFile.write(snapshot, again);
        TrainingSnapshot same = CheckpointFile.read(again);
        assertThat(same.values()).isEqualTo(snapshot.values());
        assertThat(same.tensors().keySet()).isEqualTo(snapshot.tensors().keySet());
        same.tensors()
                .forEach((name, values) -> assertThat(Arrays.equals(values, snapshot.tensors().get(name)))
                        .as(name)
                        .isTrue());
    }

    @Override
    public String checks() {
        return sealed
                ? "it is a checkpoint that was written, byte for byte"
                : "written and read again it is the same (there is no checksum)";
    }
}
