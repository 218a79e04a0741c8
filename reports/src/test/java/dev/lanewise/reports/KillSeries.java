package dev.lanewise.reports;

import dev.lanewise.reports.KillCount.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Trainings on so many threads that are killed by SIGKILL at moments anywhere in the life of a process, from its start to
 * behind its last file, and continued until they are complete.
 */
final class KillSeries {
    private static final List<String> SMALL_JVM = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx256m",
            "-XX:TieredStopAtLevel=1");
    private static final int KILLED = 137;
    private static final int MOST_OF_ONE = 6;

    private final Path folder;
    private final List<Object> settings;
    private final int kills;
    private final Random random;
    private final KillCount count;
    private long lifeMillis;

    /** In a folder of its own; so many kills. */
    KillSeries(Path folder, int threads, int kills, long seed) throws IOException {
        this.folder = folder;
        this.kills = kills;
        random = new Random(seed * 31 + threads);
        count = new KillCount(threads);
        settings = List.of("--data", TestData.flowers(folder.resolve("flowers.csv")), "--label", "kind",
                "--layers",
                "dense:16 prelu dropout:0.1 dense:3", "--optimizer", "adam", "--learning-rate", 0.01,
                "--early-stopping", "patience=200", "--schedule", "cosine", "--augmentation", "noise:0.1",
                "--epochs", 60, "--checkpoint-steps", 3, "--threads", threads, "--quiet");
    }

    KillCount run() throws IOException, InterruptedException {
        RunFiles whole = new RunFiles(folder.resolve("whole"));
        long begin = System.nanoTime();
        Cli end = start(whole).await();
        lifeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (end.code() != 0) {
            throw new IOException("the uninterrupted training: " + end);
        }
        // What fails at once would never be killed.
        for (int i = 0; count.kills() < kills && i < MOST_OF_ONE * kills; i++) {
            RunFiles files = new RunFiles(folder.resolve("run-" + i));
            count.ended(complete(files) && sameEnd(files, whole));
        }
        return count;
    }

    /** Trains, and is killed, until the run is complete; false if a process ends in another way. */
    private boolean complete(RunFiles files) throws IOException, InterruptedException {
        int left = Math.min(MOST_OF_ONE, kills - count.kills());
        while (!Files.exists(files.result())) {
            OwnJvm jvm = start(files);
            if (left > 0) {
                awaitMoment(jvm.process(), files);
                jvm.process().destroyForcibly();
            }
            Cli end = jvm.await();
            if (end.code() == KILLED) {
                count.killed(moment(files));
                left--;
            } else if (end.code() != 0) {
                count.failed("exit code " + end.code() + ": " + end.err());
                return false;
            }
        }
        return true;
    }

    private OwnJvm start(RunFiles files) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("train"));
        if (Files.exists(files.config())) {
            arguments.addAll(List.of("--resume", files.folder(), "--checkpoint-steps", 3, "--threads",
                    count.threads(), "--quiet"));
        } else {
            arguments.addAll(settings);
            arguments.addAll(List.of("--out", files.folder()));
        }
        return OwnJvm.start(folder, SMALL_JVM, arguments);
    }

    /** Anywhere in its life; in one case of four then on until it writes a checkpoint. */
    private void awaitMoment(Process process, RunFiles files) throws InterruptedException {
        Thread.sleep(random.nextLong(lifeMillis));
        Path part = part(files);
        boolean onlyWhileWriting = random.nextInt(4) == 0;
        while (onlyWhileWriting && process.isAlive() && !Files.exists(part)) {
            Thread.onSpinWait();
        }
    }

    private static Path part(RunFiles files) {
        return files.folder().resolve("." + files.checkpoint().getFileName() + ".part");
    }

    private static Moment moment(RunFiles files) {
        if (!Files.exists(files.config())) {
            return Moment.BEFORE_THE_FIRST_FILE;
        }
        if (Files.exists(files.model())) {
            return Moment.AFTER_TRAINING;
        }
        if (Files.exists(part(files))) {
            return Moment.WHILE_A_CHECKPOINT_WAS_WRITTEN;
        }
        return Files.exists(files.checkpoint())
                ? Moment.BETWEEN_CHECKPOINTS
                : Moment.BEFORE_THE_FIRST_CHECKPOINT;
    }

    /** The same weights by the same course, but for the times in the two last cells of each row. */
    private boolean sameEnd(RunFiles killed, RunFiles whole) throws IOException {
        boolean same = digest(killed).equals(digest(whole)) && epochs(killed).equals(epochs(whole));
        if (!same) {
            count.failed(killed.folder() + " differs from " + whole.folder());
        }
        return same;
    }

    private static String digest(RunFiles run) throws IOException {
        return JsonValues.of(Files.readString(run.result())).getOrDefault("/weightsSha256", "none");
    }

    private static List<String> epochs(RunFiles run) throws IOException {
        return Files.readAllLines(run.epochs())
                .stream()
                .map(row -> row.replaceFirst(",[^,]*,[^,]*$", ""))
                .toList();
    }
}
