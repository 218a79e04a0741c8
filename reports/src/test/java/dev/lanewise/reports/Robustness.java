package dev.lanewise.reports;

import dev.lanewise.reports.fuzz.FuzzRun;
import dev.lanewise.reports.fuzz.Reader;
import dev.lanewise.reports.fuzz.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that gives every reader changed inputs, kills trainings, and writes the counts. Arguments: the file of the
 * report, a folder for inputs that fail, a folder with more seeds. System properties: {@code fuzz.minutes} of processor time for
 * all readers together, {@code fuzz.threads}, {@code fuzz.seed}, {@code fuzz.kills} at one and at two threads, {@code fuzz.readers},
 * names with commas between or {@code all}, and {@code fuzz.replay}, a file that failed. Exits with 1 if anything failed.
 */
final class Robustness {
    /** What a user types to run this. */
    static final String COMMAND = "mvn -B -ntp -q -Pfuzz -pl reports -am process-test-classes -Dfuzz.minutes=30";

    private Robustness() {
    }

    /** Runs it. */
    public static void main(String... arguments) throws Exception {
        String replay = System.getProperty("fuzz.replay", "");
        if (!replay.isEmpty()) {
            FuzzRun.replay(Readers.of(Path.of(replay)), Path.of(replay));
            return;
        }
        if (arguments.length != 3) {
            System.err.println("arguments: " + arguments.length + " (expected 3: report, failures, seeds)");
            System.exit(2);
        }
        long seed = Long.getLong("fuzz.seed", 1);
        int threads = Integer.getInteger("fuzz.threads", 2);
        int kills = Integer.getInteger("fuzz.kills", 50);
        List<Reader<?>> readers = chosen(System.getProperty("fuzz.readers", "all"));
        Duration each = minutes().dividedBy(Math.max(1, readers.size()));
        List<Tally> tallies = read(readers,
                new FuzzRun(seed, Long.MAX_VALUE, each, threads, Path.of(arguments[1]),
                        Path.of(arguments[2])));
        List<KillCount> counts = kills == 0 ? List.of() : kill(kills, seed);
        boolean all = readers.size() == Readers.all().size() && kills > 0;
        if (all) {
            new RobustnessReport(tallies, counts, seed, threads).write(Path.of(arguments[0]));
        }
        boolean good = tallies.stream().allMatch(tally -> tally.failures() == 0)
                && counts.stream().allMatch(KillCount::good);
        System.exit(good ? 0 : 1);
    }

    private static Duration minutes() {
        double minutes = Double.parseDouble(System.getProperty("fuzz.minutes", "2"));
        return Duration.ofMillis((long) (minutes * 60_000));
    }

    private static List<Reader<?>> chosen(String names) throws IOException {
        List<String> chosen = List.of(names.split(",", -1));
        return Readers.all()
                .stream()
                .filter(reader -> names.equals("all") || chosen.contains(reader.name()))
                .toList();
    }

    private static List<Tally> read(List<Reader<?>> readers, FuzzRun run)
            throws IOException, InterruptedException {
        List<Tally> tallies = new ArrayList<>();
        for (Reader<?> reader : readers) {
            tallies.add(run.run(reader));
            System.out.println(tallies.getLast());
        }
        return tallies;
    }

    private static List<KillCount> kill(int kills, long seed) throws IOException, InterruptedException {
        List<KillCount> counts = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            Path folder = Files.createTempDirectory("killed");
            counts.add(new KillSeries(folder, threads, kills, seed).run());
            System.out.println(counts.getLast());
        }
        return counts;
    }
}
