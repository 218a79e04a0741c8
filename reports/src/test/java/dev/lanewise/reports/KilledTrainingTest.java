package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings that are killed at random moments, by SIGKILL, and continued end with the files of one that nobody disturbed, to
 * the last bit.
 */
class KilledTrainingTest {
    /** In one training, the last part of which is to run to its end undisturbed. */
    private static final int MOST = 16;

    @TempDir
    Path folder;

    /** Steps of 32 of 255 rows do not divide; every part of a training with a state is in one of the two. */
    private List<Object> digits() throws IOException {
        return List.of("--data", TestData.digits(folder.resolve("digits")), "--layers",
                "dense:16 dropout:0.2 relu maxout:8x2 dense:10", "--optimizer", "rmsprop", "--momentum", 0.9,
                "--centered", "--learning-rate", 0.002, "--schedule", "one-cycle", "--augmentation",
                "shift:1 rotate:5", "--class-weights", "balanced", "--clip-norm", 1, "--l2", 1e-4,
                "--early-stopping", "patience=9,monitor=val-accuracy", "--validation", 0.15, "--stratified",
                "--batch-size", 32, "--epochs", 12, "--statistics", 1, "--log",
                "csv,jsonl,tensorboard");
    }

    private List<Object> flowers() throws IOException {
        return List.of("--data", TestData.flowers(folder.resolve("flowers.csv")), "--label", "kind",
                "--layers", "dense:12 prelu dropout:0.1 dense:3", "--optimizer", "nadam", "--learning-rate",
                0.02, "--schedule", "plateau:0.5:1:0.01", "--augmentation", "noise:0.3", "--max-norm", 2,
                "--early-stopping", "patience=5,min-delta=0.003", "--batch-size", 16, "--epochs", 40,
                "--statistics", 1, "--log", "csv,jsonl,tensorboard");
    }

    @Test
    void endsWithTheSameBitsHoweverOftenItIsKilled() throws Exception {
        kill(4);
    }

    @Tag("long")
    @Test
    void endsWithTheSameBitsAfterFiftyKills() throws Exception {
        kill(25);
    }

    /** Two trainings side by side, each killed so often. */
    private void kill(int each) throws Exception {
        List<Callable<Integer>> lanes = List.of(lane("a", digits(), each, 1), lane("b", flowers(), each, 2));
        int kills = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> lane : two.invokeAll(lanes)) {
                kills += lane.get();
            }
        }
        assertThat(kills).isGreaterThanOrEqualTo(2 * each);
    }

    /** Trainings of the same settings, one after the other, until enough kills have hit; their number. */
    private Callable<Integer> lane(String name, List<Object> settings, int least, long seed) {
        return () -> {
            RunFiles whole = new RunFiles(folder.resolve(name + "-whole"));
            List<Object> command = new ArrayList<>(settings);
            command.addFirst("train");
            command.addAll(List.of("--out", whole.folder()));
            assertThat(Cli.run(command.toArray()).err()).isEmpty();
            int kills = 0;
            for (int i = 0; kills < least; i++) {
                Path own = Files.createDirectory(folder.resolve(name + i));
                KilledTraining training = new KilledTraining(own, settings, new int[]{1, 3, 7}[i % 3],
                        Math.min(MOST, least - kills), 10 * seed + i);
                assertSame(training.run(), whole);
                kills += training.kills();
            }
            return kills;
        };
    }

    private static void assertSame(RunFiles killed, RunFiles whole) throws IOException {
        assertThat(result(killed)).isEqualTo(result(whole));
        // A kill in the diagnosis leaves a run without a verdict, and without the pages that follow.
        assertThat(verdict(killed)).isIn("null", verdict(whole));
        assertThat(epochs(killed)).isEqualTo(epochs(whole));
        assertThat(events(killed)).isEqualTo(events(whole));
        assertThat(scalars(killed)).isNotEmpty().isEqualTo(scalars(whole));
        assertThat(killed.model()).hasSameBinaryContentAs(whole.model());
        Set<String> left = new HashSet<>(names(killed));
        left.removeAll(names(whole));
        left.removeIf(name -> name.endsWith(".part"));
        // A kill behind the last file of a run leaves what was to be removed then.
        assertThat(left).isSubsetOf(killed.checkpoint().getFileName().toString(),
                killed.lock().getFileName().toString());
    }

    /** The epochs' points of TensorBoard but for the times. */
    private static List<EventFiles.Scalar> scalars(RunFiles run) throws IOException {
        return EventFiles.scalars(run.tensorBoard())
                .stream()
                .filter(scalar -> scalar.tag().matches("(loss|accuracy)/.*|learning_rate"))
                .toList();
    }

    private static List<String> names(RunFiles run) throws IOException {
        try (Stream<Path> files = Files.list(run.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String verdict(RunFiles run) throws IOException {
        return JsonValues.of(Files.readString(run.result())).getOrDefault("/verdict", "none");
    }

    /** All of run.json but the verdict, times and where it was computed. */
    private static Map<String, String> result(RunFiles run) throws IOException {
        Map<String, String> values = JsonValues.of(Files.readString(run.result()));
        values.keySet()
                .removeIf(key -> key.matches(
                        "/verdict|.*/(seconds|samplesPerSecond|threads|backend|vectorBits|checkpoint-steps)"));
        return values;
    }

    /** The rows without their two last cells, the times. */
    private static List<String> epochs(RunFiles run) throws IOException {
        return Files.readAllLines(run.epochs())
                .stream()
                .map(row -> row.replaceFirst(",[^,]*,[^,]*$", ""))
                .toList();
    }

    /** The lines without times and without starts, of which there are as many as processes. */
    private static List<String> events(RunFiles run) throws IOException {
        return Files.readAllLines(run.log())
                .stream()
                .filter(line -> !line.startsWith("{\"event\":\"start\""))
                .map(line -> line.replaceFirst(",\"seconds\":.*}", "}"))
                .toList();
    }
}
