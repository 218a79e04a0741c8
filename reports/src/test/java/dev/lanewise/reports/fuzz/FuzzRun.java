package dev.lanewise.reports.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Gives a reader inputs until there have been so many, or they have taken so much of the processors' time.
 *
 * @param seed of the inputs
 * @param most inputs of a reader
 * @param cpu time of all threads for a reader
 * @param threads at least 1
 * @param failures where inputs that fail are kept
 * @param seedFiles a folder of more seeds; they need not exist
 */
public record FuzzRun(long seed, long most, Duration cpu, int threads, Path failures, Path seedFiles) {
    private static final long LARGEST_SEED = 1 << 16;

    /** What becomes of the inputs. */
    public Tally run(Reader<?> reader) throws IOException, InterruptedException {
        Tally tally = new Tally(reader, failures, seed);
        Inputs inputs = new Inputs(seeds(reader), reader.mutators(), seed);
        AtomicLong next = new AtomicLong();
        List<FuzzThread> team = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            team.add(FuzzThread.start(this, reader, inputs, next, tally));
        }
        for (FuzzThread thread : team) {
            thread.watch();
        }
        return tally;
    }

    /** Reads one input; true if it was accepted. */
    static <T> boolean examine(Reader<T> reader, byte[] input, Path file) throws Exception {
        T value;
        try {
            value = reader.read(input, file);
        } catch (Exception thrown) {
            if (thrown.getClass() != reader.refusal()) {
                throw thrown;
            }
            try {
                Refusal.check(thrown, reader, file);
            } catch (AssertionError unclear) {
                unclear.initCause(thrown);
                throw unclear;
            }
            return false;
        }
        reader.check(value, input, file);
        return true;
    }

    /** Reads the input of a file alone, and says what happens. */
    public static void replay(Reader<?> reader, Path input) throws Exception {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = Files.copy(input, folder.resolve(FuzzThread.INPUT));
        System.out.println(reader.name() + ": "
                + (examine(reader, Files.readAllBytes(file), file) ? "accepted" : "refused"));
    }

    private List<byte[]> seeds(Reader<?> reader) throws IOException {
        List<byte[]> seeds = new ArrayList<>(reader.seeds());
        if (Files.isDirectory(seedFiles)) {
            try (Stream<Path> files = Files.list(seedFiles)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (reader.wants(file.getFileName().toString()) && Files.size(file) <= LARGEST_SEED) {
                        seeds.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return seeds;
    }
}
