package dev.lanewise.reports.fuzz;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.EarlyStopping;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingSnapshot;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.io.CheckpointFile;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.ScheduleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A training of milliseconds in which all that a checkpoint can hold is in use. */
final class TinyTraining {
    static final int EPOCHS = 3;
    /** In an epoch. */
    static final int STEPS = 2;
    static final Dataset DATA = Dataset.ofFloats("tiny", 2,
            new float[]{0, 0, 0, 1, 1, 0, 1, 1, 0.5f, 0.1f, 0.2f, 0.9f}, new int[]{0, 1, 1, 0, 1, 0},
            List.of("no", "yes"));
    private static final Duration NEVER = Duration.ofDays(1);

    private TinyTraining() {
    }

    static Trainer trainer() {
        Network network = Network.input(2).classNames(DATA.classNames()).add("dense:3 tanh dense:2").build(1);
        return Trainer.of(network)
                .workers(Workers.of(1))
                .optimizer(new Adam(0.01f))
                .schedule(ScheduleParser.parse("plateau:0.5:1"))
                .earlyStopping(EarlyStopping.patience(2))
                .batchSize(4)
                .epochs(EPOCHS);
    }

    /** A checkpoint after each step. */
    static List<byte[]> checkpoints() throws IOException {
        Path folder = Files.createTempDirectory("tiny");
        List<Path> files = new ArrayList<>();
        trainer().snapshots(snapshot -> {
            files.add(folder.resolve(files.size() + ".safetensors"));
            CheckpointFile.store(files.getLast()).save(withoutTimes(snapshot));
        }, 1, NEVER).fit(DATA, DATA);
        List<byte[]> checkpoints = new ArrayList<>();
        for (Path file : files) {
            checkpoints.add(Files.readAllBytes(file));
            Files.delete(file);
        }
        Files.delete(folder);
        return checkpoints;
    }

    /** Times would make other inputs of the same seed. */
    private static TrainingSnapshot withoutTimes(TrainingSnapshot snapshot) {
        Map<String, String> values = new LinkedHashMap<>(snapshot.values());
        values.computeIfPresent("epochSums", (_, sums) -> sums.replaceAll(" [^ ]+$", " 0x1.0p0"));
        return new TrainingSnapshot(values, snapshot.tensors(),
                snapshot.history().stream().map(TinyTraining::withoutTimes).toList());
    }

    private static EpochMetrics withoutTimes(EpochMetrics epoch) {
        return new EpochMetrics(epoch.epoch(), epoch.trainLoss(), epoch.trainAccuracy(), epoch.penalty(),
                epoch.validationLoss(), epoch.validationAccuracy(), epoch.learningRate(), 1, 1);
    }

    /** The middle one of these. */
    static TrainingSnapshot snapshot() throws IOException {
        Path file = Files.createTempFile("tiny", ".safetensors");
        List<byte[]> all = checkpoints();
        TrainingSnapshot snapshot = CheckpointFile.read(Files.write(file, all.get(all.size() / 2)));
        Files.delete(file);
        return snapshot;
    }
}
