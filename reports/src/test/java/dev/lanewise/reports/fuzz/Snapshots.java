package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.History;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The values of a checkpoint, as lines {@code key=value}: what a checksum cannot judge, because it fits them. */
public final class Snapshots implements Reader<Snapshots.Resumed> {
    /** A training that goes on from values. */
    record Resumed(Map<String, String> values, Trainer trainer) {
        long number(String key) {
            return Long.parseLong(values.getOrDefault(key, ""));
        }
    }

    private final TrainingSnapshot written;

    /** Trains, for a snapshot to change. */
    public Snapshots() throws IOException {
        written = TinyTraining.snapshot();
    }

    @Override
    public String name() {
        return "checkpoint-values";
    }

    @Override
    public List<byte[]> seeds() {
        StringBuilder lines = new StringBuilder();
        written.values().forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
        return List.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Mutator> mutators() {
        return Stream.of(TextEdits.ALL, ByteEdits.ALL,
                List.of(TextEdits.words(
                        List.of("step", "epoch", "batch", "0x1.0p1", "0x1.0p1023", "0x1.0p31", "-0x1.0p0",
                                "NaN", ";", " "))))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return IllegalArgumentException.class;
    }

    @Override
    public List<String> saidWords(Path file) {
        return List.of("snapshot");
    }

    @Override
    public Resumed read(byte[] input, Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        new String(input, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, Math.max(equals, 0)), line.substring(equals + 1));
        });
        Trainer trainer = TinyTraining.trainer()
                .resume(new TrainingSnapshot(values, written.tensors(), written.history()));
        trainer.check(TinyTraining.DATA, TinyTraining.DATA);
        return new Resumed(values, trainer);
    }

    @Override
    public void check(Resumed resumed, byte[] input, Path file) {
        long done = (resumed.number("epoch") - 1) * TinyTraining.STEPS + resumed.number("batch");
        assertThat(resumed.number("step")).as("steps").isEqualTo(done);
        try {
            History history = resumed.trainer.fit(TinyTraining.DATA, TinyTraining.DATA);
            assertThat(history.epochs()).hasSizeBetween(1, TinyTraining.EPOCHS);
        } catch (TrainingDivergedException documented) {
            assertThat(documented).hasMessageContaining("epoch");
        }
    }

    @Override
    public String checks() {
        return "step, epoch and batch agree; the training goes on and ends after its last epoch at the latest";
    }
}
