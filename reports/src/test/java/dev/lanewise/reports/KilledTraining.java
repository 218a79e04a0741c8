package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.TrainingSnapshot;
import dev.lanewise.nn.io.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A training that is killed by SIGKILL at random moments and continued, time and again, until it is complete. */
final class KilledTraining {
    private static final List<String> SMALL_JVM = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx256m");

    private final Path folder;
    private final List<Object> settings;
    private final Random random;
    private final int checkpointSteps;
    private final int mostKills;
    private int attempts;
    private int kills;
    private RunFiles files;
    private long savedStep;

    /** A training with settings for the command line, to be killed at most so often while it trains. */
    KilledTraining(Path folder, List<Object> settings, int checkpointSteps, int mostKills, long seed) {
        this.folder = folder;
        this.settings = settings;
        this.checkpointSteps = checkpointSteps;
        this.mostKills = mostKills;
        random = new Random(seed);
        files = files();
    }

    private RunFiles files() {
        return new RunFiles(folder.resolve("run-" + attempts));
    }

    /** How many kills have hit a process that had begun to train, with a checkpoint in its folder. */
    int kills() {
        return kills;
    }

    /** Trains; the folder of the complete run. */
    RunFiles run() throws IOException, InterruptedException {
        while (!Files.exists(files.result())) {
            boolean saved = Files.exists(files.checkpoint());
            int starts = saved ? starts() : 0;
            OwnJvm jvm = start();
            if (kills < mostKills) {
                awaitMoment(jvm.process());
                jvm.process().destroyForcibly();
            }
            Cli end = jvm.await();
            assertThat(end.code()).as("exit code; %s%s", end.out(), end.err()).isIn(0, 137);
            if (end.code() == 137 && Files.exists(files.checkpoint()) && !Files.exists(files.result())) {
                checkWhatIsLeft();
                kills += starts() > starts ? 1 : 0;
            }
        }
        return files;
    }

    /** A run that was killed before its first file is begun anew. */
    private OwnJvm start() throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("train"));
        if (Files.exists(files.config())) {
            arguments.addAll(List.of("--resume", files.folder()));
        } else {
            attempts++;
            files = files();
            arguments.addAll(settings);
            arguments.addAll(List.of("--out", files.folder()));
        }
        arguments.addAll(List.of("--checkpoint-steps", checkpointSteps, "--threads", 1 + random.nextInt(2)));
        List<String> options = new ArrayList<>(SMALL_JVM);
        options.addAll(side());
        return OwnJvm.start(folder, options, arguments);
    }

    /** The bits may not depend on it. */
    private List<String> side() {
        int widest = Capabilities.current().vectorBits();
        int bits = Math.min(widest, 128 << random.nextInt(3));
        return random.nextInt(4) > 0
                ? List.of("-Dlanewise.backend=reference", "-XX:TieredStopAtLevel=1")
                : List.of("-Dlanewise.backend=simd", "-Dlanewise.vectorBits=" + bits);
    }

    /** One while it starts in five; two behind a checkpoint; two while it writes one. */
    private void awaitMoment(Process process) throws IOException, InterruptedException {
        int kind = random.nextInt(5);
        if (kind == 0) {
            Thread.sleep(random.nextInt(600));
            return;
        }
        FileTime before = changed();
        while (process.isAlive() && changed().equals(before)) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(kind < 3 ? 60 : 15));
        Path part = files.folder().resolve("." + files.checkpoint().getFileName() + ".part");
        while (kind >= 3 && process.isAlive() && !Files.exists(part)) {
            Thread.onSpinWait();
        }
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(files.checkpoint());
        } catch (IOException none) {
            return FileTime.fromMillis(0);
        }
    }

    /** The checkpoint is whole and never goes back, and no more steps are lost than lie between two. */
    private void checkWhatIsLeft() throws IOException {
        TrainingSnapshot snapshot = CheckpointFile.read(files.checkpoint());
        long step = Long.parseLong(snapshot.values().get("step"));
        assertThat(step).as("step of the checkpoint").isGreaterThanOrEqualTo(savedStep);
        savedStep = step;
        for (String line : wholeLines()) {
            String done = JsonValues.of(line).getOrDefault("/step", "0");
            assertThat(Long.parseLong(done)).as("step in the log")
                    .isLessThanOrEqualTo(step + checkpointSteps);
        }
    }

    private int starts() throws IOException {
        return (int) wholeLines().stream().filter(line -> line.startsWith("{\"event\":\"start\"")).count();
    }

    private List<String> wholeLines() throws IOException {
        String text = Files.exists(files.log()) ? Files.readString(files.log()) : "";
        try (Stream<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines()) {
            return lines.toList();
        }
    }
}
